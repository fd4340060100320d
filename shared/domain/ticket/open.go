package ticket

import (
	"slices"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/routing"
)

// MaxSubjectLength is the maximum length of a subject in characters (B4).
const MaxSubjectLength = 200

// NewTicket holds the data of a new ticket.
type NewTicket struct {
	Number     Number
	Topic      Ref
	Department Ref
	Subject    string
	Entity     string
	// Related is the ticket that this ticket follows up, such as a Cerrado ticket (D6), or empty.
	Related Number
	Fields  []field.Answer
}

// Create opens a ticket. Its status is Abierto, it has no priority, its first message is the requester's text (B1–B9), and it
// has a deadline for the first response if the settings define such a deadline (F5).
func Create(n NewTicket, by account.Person, p Policy, w Write) (Ticket, Entry) {
	t := Ticket{
		Number: n.Number, Version: 1, Status: Open, Subject: n.Subject, Topic: n.Topic, Department: n.Department,
		Entity: n.Entity, Fields: n.Fields, CreatedAt: w.At, UpdatedAt: w.At, ReopenableSince: w.At, Unrouted: true, TextSize: len(w.Body),
		Requester: Requester{ID: by.ID, Name: by.Name, Email: by.Email, Phone: by.Phone, Organization: by.Organization, Language: by.Language},
		Related:   n.Related, FirstResponseDueAt: p.Deadlines.FirstResponse(NoPriority, w.At, 0),
	}
	e := Entry{
		ID: w.ID, Kind: MessageEntry, Author: AuthorOf(by), Body: w.Body, Attachments: w.Attachments, At: w.At, Version: 1,
		Events: []Event{Opened{n.Related}},
	}
	return t, e
}

// Assignment is the department and the assignee that routing chose. The zero Assignee means that the ticket is unassigned.
type Assignment struct{ Department, Assignee Ref }

// Route assigns an unrouted ticket to the department and agent that routing chose, and records the explanation (D1). It returns
// ErrUnchanged if the ticket was assigned or attended in the meantime.
func Route(t Ticket, to Assignment, explanation routing.Explanation, w Write) (Ticket, Entry, error) {
	if !t.Unrouted || t.Status.Attended() {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	return assign(t, to, explanation, w)
}

// NeedsAgent reports whether an entry requires work on the ticket, so that an available agent must be assigned: the requester
// or a participant has written or reopened the ticket, or a deadline is near or has passed (D1). If the assignee is not
// available, the supervisors also get most notices about other entries; see package notify.
func (t Ticket) NeedsAgent(e Entry) bool {
	if t.Status.Attended() || t.Assignee.Zero() {
		return false
	}
	return slices.ContainsFunc(e.Events, func(event Event) bool {
		switch event := event.(type) {
		case Commented, DueSoon, Overdue, FirstResponseDueSoon, FirstResponseOverdue:
			return true
		case StatusChanged:
			return event.From == Resolved && ActorOf(e.Author) == ActorRequester
		default:
			return false
		}
	})
}

// ReplaceAssignee assigns a ticket whose assignee is not available to the agent that routing chose, or to nobody, and records
// the explanation (D1). It returns ErrUnchanged if the ticket is attended or has no assignee.
func ReplaceAssignee(t Ticket, to Assignment, explanation routing.Explanation, w Write) (Ticket, Entry, error) {
	if t.Status.Attended() || t.Assignee.Zero() {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	explanation.Replaced = routing.ReplacedAgent(t.Assignee.Name)
	return assign(t, to, explanation, w)
}

// assign records that the system assigned a ticket.
func assign(t Ticket, to Assignment, explanation routing.Explanation, w Write) (Ticket, Entry, error) {
	a := begin(t, SystemAuthor, EventEntry, w, Policy{})
	a.ticket.UpdatedAt = t.UpdatedAt // only acts of people count as activity
	a.ticket.Unrouted = false
	a.record(Routed{explanation})
	if to.Department.ID != t.Department.ID {
		a.setDepartment(to.Department)
	}
	a.setAssignee(to.Assignee)
	return a.result()
}

// CloseResolved closes a resolved ticket if Policy.ReopenPeriod has passed since the resolution and the last message (D6).
// Otherwise it returns ErrUnchanged.
func CloseResolved(t Ticket, p Policy, w Write) (Ticket, Entry, error) {
	if t.Status != Resolved || t.ClosesAt(p).After(w.At) {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	a := begin(t, SystemAuthor, EventEntry, w, p)
	if err := a.setStatus(Closed); err != nil {
		return Ticket{}, Entry{}, err
	}
	a.record(ClosedByTime{int(p.reopenPeriod() / (24 * time.Hour))})
	return a.result()
}
