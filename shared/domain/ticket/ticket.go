package ticket

import (
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
	// TextSize is how much text its conversation has, in bytes of HTML; what was written before it was counted is not in it.
	TextSize int
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
	// UnansweredAt is when its requester, or a participant, wrote last without an answer or an end since; zero where nobody did, and
	// for the message that it was opened with.
	UnansweredAt time.Time
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
	if t.UnansweredAt.IsZero() && t.FirstAnsweredAt.IsZero() && !t.Status.Attended() {
		return t.CreatedAt
	}
	return t.UnansweredAt
}

// Ref names something by its identifier and by the name to show.
type Ref struct {
	ID   string `json:"id"`
	Name string `json:"name"`
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

// EntryKind is whether an entry has a text, and for whom.
type EntryKind string

// The kinds of entries: Mensaje, Respuesta, Nota interna, Evento. An EventEntry has no text.
const (
	MessageEntry  EntryKind = "message"
	ResponseEntry EntryKind = "response"
	NoteEntry     EntryKind = "note"
	EventEntry    EntryKind = "event"
)

// Entry is one immutable line of a ticket's history: who did what, when, from what, to what (D7).
type Entry struct {
	ID          string
	Kind        EntryKind
	Author      Author
	Body        string // sanitized HTML; empty in an EventEntry
	Attachments []Attachment
	// Events are what the act did, in the order in which the history shows it.
	Events []Event
	// Reason is why an agent assigned or transferred the ticket, as they typed it; for staff alone (D1).
	Reason string
	At     time.Time
	// Version is the version of the ticket that the act resulted in.
	Version int64
}

// FindEvent returns the entry's event of a type; false without one.
func FindEvent[E Event](e Entry) (E, bool) {
	for _, one := range e.Events {
		if found, ok := one.(E); ok {
			return found, true
		}
	}
	var none E
	return none, false
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
