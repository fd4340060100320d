package ticket

import (
	"time"

	"mesa/shared/domain/field"
	"mesa/shared/domain/routing"
)

// Event is one effect of an act on a ticket. The domain rule that performs the act records the event. Who may see the event,
// who gets a mail and how the history shows it are derived from the event. The set of events is closed, and the linter
// gochecksumtype checks that type switches handle all of them.
//
// Events are stored with the JSON names and kinds that are declared here. A change of such a name requires a new layout version
// in shared/adapter/ticketstore.
//
//sumtype:decl
type Event interface {
	kind() EventKind
}

// EventKind is the name of a kind of event in the table.
type EventKind string

// KindOf returns the kind of an event.
func KindOf(e Event) EventKind { return e.kind() }

// Events of texts that a person wrote. The entry stores the text and its files.
type (
	// Opened records the first message of a ticket. Related is the ticket that the new ticket follows up (D6), or empty.
	Opened struct {
		Related Number `json:"related"`
	}
	// Commented records a message after the first message.
	Commented struct{}
	// Responded records a response of the staff.
	Responded struct{}
	// Noted records an internal note, with the members of staff whom it mentions.
	Noted struct {
		Mentions []Ref `json:"mentions"`
	}
	// Copied records that the entry was copied from another ticket when this ticket was split from it.
	Copied struct {
		Number  Number `json:"number"`
		EntryID string `json:"entryId"`
	}
)

// Events for changes of attributes. From is the value before the act and To the value after it. A zero value means none.
type (
	// StatusChanged records a new status (F1).
	StatusChanged struct {
		From Status `json:"from"`
		To   Status `json:"to"`
	}
	// PrioritySet records a new priority (D2).
	PrioritySet struct {
		From Priority `json:"from"`
		To   Priority `json:"to"`
	}
	// Assigned records a new assignee (D1, G1).
	Assigned struct {
		From Ref `json:"from"`
		To   Ref `json:"to"`
	}
	// DepartmentChanged records a new department, from a transfer or from routing after a change of topic or by a rule (G2,
	// G10, N3).
	DepartmentChanged struct {
		From Ref `json:"from"`
		To   Ref `json:"to"`
	}
	// TopicChanged records a new help topic.
	TopicChanged struct {
		From Ref `json:"from"`
		To   Ref `json:"to"`
	}
	// DeadlineMoved records a new deadline for the resolution (D3).
	DeadlineMoved struct {
		From time.Time `json:"from"`
		To   time.Time `json:"to"`
	}
	// FirstResponseDeadlineMoved records a new deadline for the first response (F5).
	FirstResponseDeadlineMoved struct {
		From time.Time `json:"from"`
		To   time.Time `json:"to"`
	}
	// WaitChanged records for whom and for what the ticket waits, or the end of the wait (F2).
	WaitChanged struct {
		From Wait `json:"from"`
		To   Wait `json:"to"`
	}
	// Rated records a new or changed rating (F4).
	Rated struct {
		From Rating `json:"from"`
		To   Rating `json:"to"`
	}
	// Tagged records added and removed tags (G3).
	Tagged struct {
		Added   []string `json:"added"`
		Removed []string `json:"removed"`
	}
	// FieldChanged records an added, changed or removed answer to an extra field (N2).
	FieldChanged struct {
		From field.Answer `json:"from"`
		To   field.Answer `json:"to"`
	}
	// ParticipantAdded records a new participant (G4).
	ParticipantAdded struct {
		Participant Ref `json:"participant"`
	}
	// ParticipantRemoved records that a participant left or was removed (G4).
	ParticipantRemoved struct {
		Participant Ref `json:"participant"`
	}
)

// Events for relations to another ticket.
type (
	// LinkChanged records that staff added, changed or removed a link; see LinkKind.IsManual.
	LinkChanged struct {
		From Link `json:"from"`
		To   Link `json:"to"`
	}
	// MergedInto is recorded on the ticket that a merge closed (G6). Number is the target, Before the progress before the merge.
	MergedInto struct {
		Number Number   `json:"number"`
		Before Progress `json:"before"`
	}
	// MergedFrom is recorded on the target of a merge (G6). Number is the ticket that was closed.
	MergedFrom struct {
		Number Number `json:"number"`
		// RequesterFollows reports that the target's requester is the requester or a participant of the closed ticket, too.
		RequesterFollows bool     `json:"requesterFollows"`
		Before           Progress `json:"before"`
	}
	// MergeIntoUndone is recorded on the ticket that a merge closed when the merge is undone (G6). Number is the target.
	MergeIntoUndone struct {
		Number Number `json:"number"`
	}
	// MergeFromUndone is recorded on the target of a merge when the merge is undone (G6). Number is the ticket that was closed.
	MergeFromUndone struct {
		Number Number `json:"number"`
		// RequesterFollows is as in MergedFrom.
		RequesterFollows bool `json:"requesterFollows"`
	}
	// SplitInto is recorded on the source of a split (G7). Number is the new ticket.
	SplitInto struct {
		Number Number `json:"number"`
		// Entries are the identifiers of the entries that were copied.
		Entries []string `json:"entries"`
	}
	// SplitFrom is recorded on the new ticket of a split (G7). Number is the source.
	SplitFrom struct {
		Number Number `json:"number"`
	}
)

// Events for acts of the system.
type (
	// Routed explains the result of routing (D1).
	Routed struct{ routing.Explanation }
	// DueSoon records a warning that the deadline for the resolution is near (F6).
	DueSoon struct {
		Due time.Time `json:"due"`
	}
	// Overdue records that the deadline for the resolution has passed (F6).
	Overdue struct {
		Due time.Time `json:"due"`
	}
	// Escalated records the escalation of a deadline for the resolution; see Policy.EscalateAfter (F6).
	Escalated struct {
		Due time.Time `json:"due"`
	}
	// FirstResponseDueSoon records a warning that the deadline for the first response is near (F6).
	FirstResponseDueSoon struct {
		Due time.Time `json:"due"`
	}
	// FirstResponseOverdue records that the deadline for the first response has passed (F6).
	FirstResponseOverdue struct {
		Due time.Time `json:"due"`
	}
	// Reminded records a reminder to the requester that the ticket waits for them (F7).
	Reminded struct {
		// Since is the start of the wait.
		Since time.Time `json:"since"`
	}
	// ClosedByTime explains why the system closed a resolved ticket: nobody commented for the given number of days (D6).
	ClosedByTime struct {
		Days int `json:"days"`
	}
)

func (Opened) kind() EventKind                     { return "opened" }
func (Commented) kind() EventKind                  { return "commented" }
func (Responded) kind() EventKind                  { return "responded" }
func (Noted) kind() EventKind                      { return "noted" }
func (Copied) kind() EventKind                     { return "copied" }
func (StatusChanged) kind() EventKind              { return "statusChanged" }
func (PrioritySet) kind() EventKind                { return "prioritySet" }
func (Assigned) kind() EventKind                   { return "assigned" }
func (DepartmentChanged) kind() EventKind          { return "departmentChanged" }
func (TopicChanged) kind() EventKind               { return "topicChanged" }
func (DeadlineMoved) kind() EventKind              { return "deadlineMoved" }
func (FirstResponseDeadlineMoved) kind() EventKind { return "firstAnswerDeadlineMoved" }
func (WaitChanged) kind() EventKind                { return "waitChanged" }
func (Rated) kind() EventKind                      { return "rated" }
func (Tagged) kind() EventKind                     { return "tagged" }
func (FieldChanged) kind() EventKind               { return "fieldChanged" }
func (ParticipantAdded) kind() EventKind           { return "participantAdded" }
func (ParticipantRemoved) kind() EventKind         { return "participantRemoved" }
func (LinkChanged) kind() EventKind                { return "linkChanged" }
func (MergedInto) kind() EventKind                 { return "mergedInto" }
func (MergedFrom) kind() EventKind                 { return "mergedFrom" }
func (MergeIntoUndone) kind() EventKind            { return "mergeIntoUndone" }
func (MergeFromUndone) kind() EventKind            { return "mergeFromUndone" }
func (SplitInto) kind() EventKind                  { return "splitInto" }
func (SplitFrom) kind() EventKind                  { return "splitFrom" }
func (Routed) kind() EventKind                     { return "routed" }
func (DueSoon) kind() EventKind                    { return "dueSoon" }
func (Overdue) kind() EventKind                    { return "overdue" }
func (Escalated) kind() EventKind                  { return "escalated" }
func (FirstResponseDueSoon) kind() EventKind       { return "firstAnswerDueSoon" }
func (FirstResponseOverdue) kind() EventKind       { return "firstAnswerOverdue" }
func (Reminded) kind() EventKind                   { return "reminded" }
func (ClosedByTime) kind() EventKind               { return "closedByTime" }

// eventTypes lists all types of events.
var eventTypes = []eventType{
	eventTypeOf[Opened](),
	eventTypeOf[Commented](),
	eventTypeOf[Responded](),
	eventTypeOf[Noted](),
	eventTypeOf[Copied](),
	eventTypeOf[StatusChanged](),
	eventTypeOf[PrioritySet](),
	eventTypeOf[Assigned](),
	eventTypeOf[DepartmentChanged](),
	eventTypeOf[TopicChanged](),
	eventTypeOf[DeadlineMoved](),
	eventTypeOf[FirstResponseDeadlineMoved](),
	eventTypeOf[WaitChanged](),
	eventTypeOf[Rated](),
	eventTypeOf[Tagged](),
	eventTypeOf[FieldChanged](),
	eventTypeOf[ParticipantAdded](),
	eventTypeOf[ParticipantRemoved](),
	eventTypeOf[LinkChanged](),
	eventTypeOf[MergedInto](),
	eventTypeOf[MergedFrom](),
	eventTypeOf[MergeIntoUndone](),
	eventTypeOf[MergeFromUndone](),
	eventTypeOf[SplitInto](),
	eventTypeOf[SplitFrom](),
	eventTypeOf[Routed](),
	eventTypeOf[DueSoon](),
	eventTypeOf[Overdue](),
	eventTypeOf[Escalated](),
	eventTypeOf[FirstResponseDueSoon](),
	eventTypeOf[FirstResponseOverdue](),
	eventTypeOf[Reminded](),
	eventTypeOf[ClosedByTime](),
}
