package ticket

import (
	"time"

	"mesa/shared/domain/field"
	"mesa/shared/domain/routing"
)

// Event is one thing that an act did to a ticket. The rule that does it writes the event; who sees it, who gets a mail and how
// the history shows it follow from the event. The set is closed, and gochecksumtype checks that a type switch handles all of it.
//
// Events are stored as they are declared here: a renamed JSON name needs a new layout version in shared/adapter/ticketstore.
//
//sumtype:decl
type Event interface {
	kind() EventKind
}

// EventKind is the name of an event where it is stored.
type EventKind string

// KindOf returns the kind of an event.
func KindOf(e Event) EventKind { return e.kind() }

// What a person wrote. The text and its files are the entry's.
type (
	// Opened is the first message of a ticket. Related is the ticket that it follows up (D6); empty without.
	Opened struct {
		Related Number `json:"related"`
	}
	// Commented is a message of a requester or a participant.
	Commented struct{}
	// Responded is an answer of the staff.
	Responded struct{}
	// Noted is an internal note, with the staff whom it mentions.
	Noted struct {
		Mentions []Ref `json:"mentions"`
	}
	// Copied is an entry that was copied from another ticket when this one was split off.
	Copied struct {
		Number  Number `json:"number"`
		EntryID string `json:"entryId"`
	}
)

// What changed. From is the value before and To the value after the act; a zero value means that there was or is none.
type (
	// StatusChanged is a new status (D4).
	StatusChanged struct {
		From Status `json:"from"`
		To   Status `json:"to"`
	}
	// PrioritySet is a new priority (D2).
	PrioritySet struct {
		From Priority `json:"from"`
		To   Priority `json:"to"`
	}
	// Assigned is another assignee (D1).
	Assigned struct {
		From Ref `json:"from"`
		To   Ref `json:"to"`
	}
	// DepartmentChanged is another department: a transfer, or routing by another topic or rule (D1).
	DepartmentChanged struct {
		From Ref `json:"from"`
		To   Ref `json:"to"`
	}
	// TopicChanged is another help topic.
	TopicChanged struct {
		From Ref `json:"from"`
		To   Ref `json:"to"`
	}
	// DeadlineMoved is another deadline for the resolution (D3).
	DeadlineMoved struct {
		From time.Time `json:"from"`
		To   time.Time `json:"to"`
	}
	// FirstAnswerDeadlineMoved is another deadline for the first answer (D3).
	FirstAnswerDeadlineMoved struct {
		From time.Time `json:"from"`
		To   time.Time `json:"to"`
	}
	// WaitChanged is another person or thing that the ticket waits for, or the end of the wait.
	WaitChanged struct {
		From Wait `json:"from"`
		To   Wait `json:"to"`
	}
	// Rated is a new or changed rating (D6).
	Rated struct {
		From Rating `json:"from"`
		To   Rating `json:"to"`
	}
	// Tagged is tags that were added and removed.
	Tagged struct {
		Added   []string `json:"added"`
		Removed []string `json:"removed"`
	}
	// FieldChanged is another answer in an extra field of the topic.
	FieldChanged struct {
		From field.Answer `json:"from"`
		To   field.Answer `json:"to"`
	}
	// ParticipantAdded is a new participant (C5).
	ParticipantAdded struct {
		Participant Ref `json:"participant"`
	}
	// ParticipantRemoved is a participant who left or was removed (C5).
	ParticipantRemoved struct {
		Participant Ref `json:"participant"`
	}
)

// What relates the ticket to another one.
type (
	// LinkChanged is a link that staff added, changed or removed; see LinkKind.ByHand.
	LinkChanged struct {
		From Link `json:"from"`
		To   Link `json:"to"`
	}
	// MergedInto is on the ticket that a merge closed (C5).
	MergedInto struct {
		Number Number `json:"number"`
	}
	// MergedFrom is on the ticket that another was merged into (C5).
	MergedFrom struct {
		Number Number `json:"number"`
	}
	// SplitInto is on the ticket from which entries were copied to a new one (B7).
	SplitInto struct {
		Number Number `json:"number"`
		// Entries are the identifiers of the entries that were copied.
		Entries []string `json:"entries"`
	}
	// SplitFrom is on the new ticket of a split (B7).
	SplitFrom struct {
		Number Number `json:"number"`
	}
)

// What the system did by itself.
type (
	// Routed explains why routing assigned the ticket as it did (D1).
	Routed struct{ routing.Explanation }
	// DueSoon is a warning that the deadline for the resolution is near (D3).
	DueSoon struct {
		Due time.Time `json:"due"`
	}
	// Overdue is the passing of the deadline for the resolution (D3).
	Overdue struct {
		Due time.Time `json:"due"`
	}
	// Escalated is a notice to administrators that the deadline passed long ago (D3).
	Escalated struct {
		Due time.Time `json:"due"`
	}
	// FirstAnswerDueSoon is a warning that the deadline for the first answer is near (D3).
	FirstAnswerDueSoon struct {
		Due time.Time `json:"due"`
	}
	// FirstAnswerOverdue is the passing of the deadline for the first answer (D3).
	FirstAnswerOverdue struct {
		Due time.Time `json:"due"`
	}
	// Reminded is a reminder to the requester of what the ticket waits for.
	Reminded struct {
		// Since is when the wait began.
		Since time.Time `json:"since"`
	}
	// ClosedByTime explains why a resolved ticket was closed: nobody commented for a number of days (D6).
	ClosedByTime struct {
		Days int `json:"days"`
	}
)

func (Opened) kind() EventKind                   { return "opened" }
func (Commented) kind() EventKind                { return "commented" }
func (Responded) kind() EventKind                { return "responded" }
func (Noted) kind() EventKind                    { return "noted" }
func (Copied) kind() EventKind                   { return "copied" }
func (StatusChanged) kind() EventKind            { return "statusChanged" }
func (PrioritySet) kind() EventKind              { return "prioritySet" }
func (Assigned) kind() EventKind                 { return "assigned" }
func (DepartmentChanged) kind() EventKind        { return "departmentChanged" }
func (TopicChanged) kind() EventKind             { return "topicChanged" }
func (DeadlineMoved) kind() EventKind            { return "deadlineMoved" }
func (FirstAnswerDeadlineMoved) kind() EventKind { return "firstAnswerDeadlineMoved" }
func (WaitChanged) kind() EventKind              { return "waitChanged" }
func (Rated) kind() EventKind                    { return "rated" }
func (Tagged) kind() EventKind                   { return "tagged" }
func (FieldChanged) kind() EventKind             { return "fieldChanged" }
func (ParticipantAdded) kind() EventKind         { return "participantAdded" }
func (ParticipantRemoved) kind() EventKind       { return "participantRemoved" }
func (LinkChanged) kind() EventKind              { return "linkChanged" }
func (MergedInto) kind() EventKind               { return "mergedInto" }
func (MergedFrom) kind() EventKind               { return "mergedFrom" }
func (SplitInto) kind() EventKind                { return "splitInto" }
func (SplitFrom) kind() EventKind                { return "splitFrom" }
func (Routed) kind() EventKind                   { return "routed" }
func (DueSoon) kind() EventKind                  { return "dueSoon" }
func (Overdue) kind() EventKind                  { return "overdue" }
func (Escalated) kind() EventKind                { return "escalated" }
func (FirstAnswerDueSoon) kind() EventKind       { return "firstAnswerDueSoon" }
func (FirstAnswerOverdue) kind() EventKind       { return "firstAnswerOverdue" }
func (Reminded) kind() EventKind                 { return "reminded" }
func (ClosedByTime) kind() EventKind             { return "closedByTime" }

// Events returns one empty event of every kind.
func Events() []Event {
	return []Event{
		Opened{},
		Commented{},
		Responded{},
		Noted{},
		Copied{},
		StatusChanged{},
		PrioritySet{},
		Assigned{},
		DepartmentChanged{},
		TopicChanged{},
		DeadlineMoved{},
		FirstAnswerDeadlineMoved{},
		WaitChanged{},
		Rated{},
		Tagged{},
		FieldChanged{},
		ParticipantAdded{},
		ParticipantRemoved{},
		LinkChanged{},
		MergedInto{},
		MergedFrom{},
		SplitInto{},
		SplitFrom{},
		Routed{},
		DueSoon{},
		Overdue{},
		Escalated{},
		FirstAnswerDueSoon{},
		FirstAnswerOverdue{},
		Reminded{},
		ClosedByTime{},
	}
}
