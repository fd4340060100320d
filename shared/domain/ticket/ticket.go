package ticket

import (
	"slices"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
)

// Ticket is a request for support as it stands at one version.
type Ticket struct {
	Number     Number
	Version    int64
	Status     Status
	Priority   Priority
	Subject    string
	Topic      Ref
	Department Ref
	Entity     string
	Requester  Requester
	// Fields is what was answered in its topic's extra fields; a list's card has only what lists are filtered by, without labels.
	Fields []field.Answer
	// Assignee is the zero Ref while nobody has it.
	Assignee Ref
	// Participants read it and comment on it though it isn't theirs, in the order they came (C5).
	Participants []Participant
	// Links are other tickets that it is tied to.
	Links []Link
	// Tags are what staff sort it by, in the form of Tag and in their order.
	Tags      []string
	CreatedAt time.Time
	// UpdatedAt is the last activity.
	UpdatedAt time.Time
	// DueAt is zero without a deadline.
	DueAt time.Time
	// ResolvedAt is when it last became Atendido; zero before.
	ResolvedAt time.Time
	// StoppedAt is since when the deadline's clock stands still (En espera, Atendido); zero while it runs.
	StoppedAt time.Time
	// Weight is how much text its conversation has, in bytes of HTML; what was written before it was counted is not in it.
	Weight int
	// Paused is how long, in working time, the clock has stood still before StoppedAt.
	Paused time.Duration
	// QuietSince is the last word of the requester or the resolution; Cerrado follows from it (D6).
	QuietSince time.Time
	// Unrouted says that it waits to be given to an agent: it is new, or its topic was changed (D1).
	Unrouted bool
	// Wait is what it waits for while it is En espera.
	Wait Wait
	// Reminded says that its requester was reminded of what it waits for.
	Reminded bool
	// Warned, Overdue and Escalated say which deadline notices were given for DueAt (D3).
	Warned    bool
	Overdue   bool
	Escalated bool
	// FirstAnswerDueAt is by when its requester is to have a first answer; zero without a deadline.
	FirstAnswerDueAt time.Time
	// FirstAnsweredAt is when they had it; zero before.
	FirstAnsweredAt time.Time
	// WroteAt is when its requester, or a participant, wrote last without an answer or an end since; zero where nobody did, and
	// for the message that it was opened with.
	WroteAt time.Time
	// FirstAnswerWarned and FirstAnswerOverdue say which notices were given for FirstAnswerDueAt.
	FirstAnswerWarned  bool
	FirstAnswerOverdue bool
	// Rating is what its requester thought of the attention; the zero one is none.
	Rating Rating
	// Related is the ticket that this one takes up; empty without.
	Related Number
}

// UnansweredSince is when its requester, or a participant, wrote what nobody has answered yet; zero where all is answered or
// the ticket is attended.
func (t Ticket) UnansweredSince() time.Time {
	if t.WroteAt.IsZero() && t.FirstAnsweredAt.IsZero() && !t.Status.Attended() {
		return t.CreatedAt
	}
	return t.WroteAt
}

// Ref names something by its identifier and by the name to show.
type Ref struct {
	ID   string
	Name string
}

// Zero reports whether it names nothing.
func (r Ref) Zero() bool { return r.ID == "" }

// Requester is who a ticket is for, as they were when it was opened.
type Requester struct {
	ID           string
	Name         string
	Email        string
	Phone        string
	Organization account.Organization
	// Language is the one that they read; empty on tickets that are older than this field.
	Language locale.Language
}

// Kind is what an entry of the thread is.
type Kind string

// The kinds: Mensaje, Respuesta, Nota interna, Evento.
const (
	Message  Kind = "message"
	Response Kind = "response"
	Note     Kind = "note"
	Event    Kind = "event"
)

// Entry is one immutable line of a ticket's history: who did what, when, from what, to what (D7).
type Entry struct {
	ID          string
	Kind        Kind
	Author      Author
	Body        string
	Attachments []Attachment
	// Mentions are the staff whom a note mentions.
	Mentions []Ref
	// Origin is the entry that this one is a copy of.
	Origin Origin
	// Moved are the entries that a splitting took along.
	Moved   []string
	Changes []Change
	Reason  Reason
	At      time.Time
	// Version is the ticket's version that this entry made.
	Version int64
}

// Author is who made an entry, as they were named then. The desk itself is SystemAuthor.
type Author struct {
	ID   string
	Name string
	Role account.Role
}

// System is the role of the desk itself in a history.
const System account.Role = "system"

// Desk is the author of what the desk does by itself.
var Desk = Author{ID: "system", Name: "Mesa", Role: System}

// By returns the author that a person is.
func By(p account.Person) Author { return Author{ID: p.ID, Name: p.Name, Role: p.Role} }

// Attachment is a file of an entry.
type Attachment struct {
	ID          string
	Filename    string
	Size        int64
	ContentType string
	// Tag tells its content, as it was when it was sent, from any other; empty for what was sent before it was kept.
	Tag string
}

// UploadForm is how to upload a file: a multipart/form-data request to URL with the fields, then the file as the last part (B4).
type UploadForm struct {
	URL    string
	Fields map[string]string
}

// Field is a part of a ticket whose changes are kept.
type Field string

// The fields of a history. StatusField is first: notify and the pages look for it.
const (
	StatusField     Field = "status"
	PriorityField   Field = "priority"
	AssigneeField   Field = "assignee"
	DepartmentField Field = "department"
	TopicField      Field = "topic"
	DueField        Field = "dueAt"
	// FirstAnswerField is the deadline of the first answer.
	FirstAnswerField Field = "firstAnswerDueAt"
	// WaitingField is whom a ticket waits for, WaitingReasonField what.
	WaitingField       Field = "waitingFor"
	WaitingReasonField Field = "waitingReason"
	RatingField        Field = "rating"
	RatingCommentField Field = "ratingComment"
	RelatedField       Field = "relatedTo"
	// ParticipantField is a person who came (To) or went (From).
	ParticipantField Field = "participant"
	// LinkField is a link that staff made (To) or took away (From), as its kind and number.
	LinkField Field = "link"
	// MergedIntoField and MergedField are the other ticket of a merging.
	MergedIntoField Field = "mergedInto"
	MergedField     Field = "merged"
	// SplitIntoField and SplitFromField are the other ticket of a splitting.
	SplitIntoField Field = "splitInto"
	SplitFromField Field = "splitFrom"
	// TagsField has what came in To and what went in From, with commas between.
	TagsField Field = "tags"
	// ExtraField is one that an administrator gave the topic; the change's Name says which.
	ExtraField Field = "extra"
)

// Internal reports whether changes of the field are for staff alone.
func (f Field) Internal() bool { return f == FirstAnswerField || f == TagsField || f == LinkField }

// Change is what an act made of a field; empty where there was or is none.
type Change struct {
	Field    Field
	From, To string
	// FromID and ToID are set where From and To are names.
	FromID, ToID string
	// Name is the label that an extra field had then.
	Name string
}

// internal reports whether an entry tells of nothing but internal fields.
func (e Entry) internal() bool {
	return e.Kind == Event && len(e.Changes) > 0 &&
		!slices.ContainsFunc(e.Changes, func(c Change) bool { return !c.Field.Internal() })
}

// Changed returns the entry's change of a field.
func (e Entry) Changed(field Field) (Change, bool) {
	for _, change := range e.Changes {
		if change.Field == field {
			return change, true
		}
	}
	return Change{}, false
}
