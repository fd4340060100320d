package ticket

import (
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
)

// Ticket is one version of a request for support. A zero time or an empty reference means none.
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
	// Fields are the answers to the topic's extra fields. A card has only the answers by which lists can be filtered, without
	// labels.
	Fields   []field.Answer
	Assignee Ref
	// AssignedIn is the version in which the assignee last changed. It is zero if that was before this attribute existed.
	AssignedIn int64
	// Participants are sorted by the time when they were added (G4).
	Participants []Participant
	Links        []Link
	CarriedLinks []CarriedLink
	// Tags are in normal form, sorted.
	Tags      []string
	CreatedAt time.Time
	// UpdatedAt is the time of the last activity.
	UpdatedAt time.Time
	// DueAt is the deadline for the resolution (D3).
	DueAt time.Time
	// ResolvedAt is the time when the ticket last became Atendido.
	ResolvedAt time.Time
	// StoppedAt is the time when the deadline clock was stopped (En espera, Atendido, Cerrado). It is zero while the clock
	// runs.
	StoppedAt time.Time
	// TextSize is the size of the texts of the thread in bytes of HTML. It does not include texts that were stored before this
	// attribute existed.
	TextSize int
	// Paused is the total working time during which the deadline clock was stopped. It does not include a stop that has not
	// ended (StoppedAt).
	Paused time.Duration
	// ReopenableSince is the time of the resolution, or of the last message if it is later. A resolved ticket is closed when
	// Policy.ReopenPeriod has passed since then (D6).
	ReopenableSince time.Time
	// Unrouted reports that the ticket must be routed, because it is new or its topic has changed (D1, G10).
	Unrouted bool
	// Wait says for whom and for what the ticket waits while it is En espera.
	Wait Wait
	// Reminded reports that the reminder about Wait was sent to the requester.
	Reminded bool
	// Warned, Overdue and Escalated report which notices about DueAt were sent (F6).
	Warned    bool
	Overdue   bool
	Escalated bool
	// FirstResponseDueAt is the deadline for the first response.
	FirstResponseDueAt time.Time
	// FirstRespondedAt is the time of the first response.
	FirstRespondedAt time.Time
	// UnansweredAt is the time of the last message. It is zero if a response followed, or if the ticket was resolved or closed.
	// It is also zero if the only message is the message that opened the ticket.
	UnansweredAt time.Time
	// FirstResponseWarned and FirstResponseOverdue report which notices about FirstResponseDueAt were sent.
	FirstResponseWarned  bool
	FirstResponseOverdue bool
	Rating               Rating
	// Related is the ticket that this ticket follows up.
	Related Number
	// CarriedDueAt and CarriedFirstResponseDueAt are deadlines of tickets that were merged into this ticket. The deadlines of
	// this ticket are not later (G6).
	CarriedDueAt              time.Time
	CarriedFirstResponseDueAt time.Time
	// MergedAt is the time when the ticket was merged into another one.
	MergedAt time.Time
}

// UnansweredSince returns the time of the last message to which staff have not responded. It returns the zero time if there is
// none, or if the ticket is attended.
func (t Ticket) UnansweredSince() time.Time {
	if t.UnansweredAt.IsZero() && t.FirstRespondedAt.IsZero() && !t.Status.Attended() {
		return t.CreatedAt
	}
	return t.UnansweredAt
}

// Ref is a reference to an object: its identifier and its display name.
type Ref struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Zero reports whether the reference is empty.
func (r Ref) Zero() bool { return r.ID == "" }

// Requester is the person for whom a ticket was opened, with their attributes at that time. Pages and mails show the current ones
// (A6).
type Requester struct {
	ID           string
	Name         string
	Email        string
	Phone        string
	Organization account.Organization
	// Language is the language of the requester. It is empty for tickets that were stored before this attribute existed.
	Language locale.Language
}

// EntryKind is the kind of an entry. It determines whether the entry has a text, and who may read it.
type EntryKind string

// The kinds of entries: Mensaje, Respuesta, Nota interna, Evento. An EventEntry has no text.
const (
	MessageEntry  EntryKind = "message"
	ResponseEntry EntryKind = "response"
	NoteEntry     EntryKind = "note"
	EventEntry    EntryKind = "event"
)

// Entry is one immutable item of a ticket's thread. It records who did what, when, and the values before and after (D7).
type Entry struct {
	ID          string
	Kind        EntryKind
	Author      Author
	Body        string // sanitized HTML; empty in an EventEntry
	Attachments []Attachment
	// Events are the effects of the act, in display order.
	Events []Event
	// Reason is the text in which an agent explains why they assigned or transferred the ticket. Only staff may see it (G2).
	Reason string
	At     time.Time
	// Version is the version of the ticket after the act.
	Version int64
}

// FindEvent returns the event of a type in an entry. It returns false if there is none.
func FindEvent[E Event](e Entry) (E, bool) {
	for _, event := range e.Events {
		if found, ok := event.(E); ok {
			return found, true
		}
	}
	var zero E
	return zero, false
}

// Author is the person who wrote an entry, with their name, role and organization at that time, or SystemAuthor. People choose
// their own names, so the role and the organization are shown beside the name (P11).
type Author struct {
	ID           string
	Name         string
	Role         account.Role
	Organization string // name of the organization, "" if there is none
}

// System is the role of the author SystemAuthor.
const System account.Role = "system"

// SystemAuthor is the author of acts that no person performs, such as routing.
var SystemAuthor = Author{ID: "system", Name: "Mesa", Role: System}

// AuthorOf returns the author for a person.
func AuthorOf(p account.Person) Author {
	return Author{ID: p.ID, Name: p.Name, Role: p.Role, Organization: p.Organization.Name}
}

// Attachment is a file of an entry.
type Attachment struct {
	ID          string
	Filename    string
	Size        int64
	ContentType string
	// Tag is the ETag of the uploaded content. It is empty for files that were stored before this attribute existed.
	Tag string
}

// UploadRequest describes how to upload a file: as the body of a PUT request to URL with the headers (B4).
type UploadRequest struct {
	URL     string
	Headers map[string]string
}
