package ticket

import (
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
)

// Ticket is a request for support at one version. Times are zero and references empty where there is none.
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
	// Fields are the answers in the topic's extra fields. A card has those that lists are filtered by, without labels.
	Fields   []field.Answer
	Assignee Ref
	// Participants are in the order in which they were added (C5).
	Participants []Participant
	Links        []Link
	// Tags are in the form of Tag, sorted.
	Tags      []string
	CreatedAt time.Time
	// UpdatedAt is the last activity.
	UpdatedAt time.Time
	// DueAt is the deadline for the resolution (D3).
	DueAt time.Time
	// ResolvedAt is when the ticket last became Atendido.
	ResolvedAt time.Time
	// StoppedAt is since when the deadline clock is stopped (En espera, Atendido); zero while it runs.
	StoppedAt time.Time
	// TextSize is the text of the thread in bytes of HTML. Texts that are older than this attribute are not in it.
	TextSize int
	// Paused is the working time for which the deadline clock was stopped before StoppedAt.
	Paused time.Duration
	// QuietSince is the requester's last message or the resolution. A resolved ticket is closed some time after it (D6).
	QuietSince time.Time
	// Unrouted says that the ticket must be routed: it is new, or its topic has changed (D1).
	Unrouted bool
	// Wait is what the ticket waits for while it is En espera.
	Wait Wait
	// Reminded says that the requester was reminded of Wait.
	Reminded bool
	// Warned, Overdue and Escalated are the notices that were given for DueAt (D3).
	Warned    bool
	Overdue   bool
	Escalated bool
	// FirstAnswerDueAt is the deadline for the first response.
	FirstAnswerDueAt time.Time
	// FirstAnsweredAt is when the first response was given.
	FirstAnsweredAt time.Time
	// UnansweredAt is the last message of the requester or a participant, unless a response or the resolution followed. It is zero
	// for the message that opened the ticket.
	UnansweredAt time.Time
	// FirstAnswerWarned and FirstAnswerOverdue are the notices that were given for FirstAnswerDueAt.
	FirstAnswerWarned  bool
	FirstAnswerOverdue bool
	Rating             Rating
	// Related is the ticket that this one follows up.
	Related Number
}

// UnansweredSince returns when the requester or a participant wrote what staff have not answered; the zero time if they have, or if
// the ticket is attended.
func (t Ticket) UnansweredSince() time.Time {
	if t.UnansweredAt.IsZero() && t.FirstAnsweredAt.IsZero() && !t.Status.Attended() {
		return t.CreatedAt
	}
	return t.UnansweredAt
}

// Ref is a reference: an identifier and the name to show.
type Ref struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Zero reports whether the reference is empty.
func (r Ref) Zero() bool { return r.ID == "" }

// Requester is the person who opened a ticket, with their data of that time.
type Requester struct {
	ID           string
	Name         string
	Email        string
	Phone        string
	Organization account.Organization
	// Language is the language that they read; empty on tickets that are older than this attribute.
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

// Author is the person who wrote an entry, with their name and role of that time, or Desk.
type Author struct {
	ID   string
	Name string
	Role account.Role
}

// System is the role of Desk.
const System account.Role = "system"

// Desk is the author of acts that no person performs, such as routing.
var Desk = Author{ID: "system", Name: "Mesa", Role: System}

// By returns a person as an author.
func By(p account.Person) Author { return Author{ID: p.ID, Name: p.Name, Role: p.Role} }

// Attachment is a file of an entry.
type Attachment struct {
	ID          string
	Filename    string
	Size        int64
	ContentType string
	// Tag is the ETag of the content that was uploaded; empty for files that are older than this attribute.
	Tag string
}

// UploadForm is a form to upload a file: a multipart/form-data request to URL with the fields, then the file as the last part (B4).
type UploadForm struct {
	URL    string
	Fields map[string]string
}
