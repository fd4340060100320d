package ticket

import (
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/routing"
)

// New is the data of a new ticket.
type New struct {
	Number     Number
	Topic      Ref
	Department Ref
	Subject    string
	Entity     string
	// Related is the ticket that this one follows up, such as one that is Cerrado (D6); empty without.
	Related Number
	Fields  []field.Answer
}

// Create opens a ticket: Abierto, without a priority, with the requester's text as its first message (B1–B9) and a deadline for the
// first response (D3).
func Create(n New, by account.Person, p Policy, w Write) (Ticket, Entry) {
	t := Ticket{
		Number: n.Number, Version: 1, Status: Open, Subject: n.Subject, Topic: n.Topic, Department: n.Department,
		Entity: n.Entity, Fields: n.Fields, CreatedAt: w.At, UpdatedAt: w.At, QuietSince: w.At, Unrouted: true, TextSize: len(w.Body),
		Requester: Requester{ID: by.ID, Name: by.Name, Email: by.Email, Phone: by.Phone, Organization: by.Organization, Language: by.Language},
		Related:   n.Related, FirstAnswerDueAt: p.Deadlines.FirstAnswer(NoPriority, w.At, 0),
	}
	e := Entry{
		ID: w.ID, Kind: MessageEntry, Author: By(by), Body: w.Body, Attachments: w.Attachments, At: w.At, Version: 1,
		Events: []Event{Opened{n.Related}},
	}
	return t, e
}

// Assignment is the department and the assignee that routing decided on. The zero Ref is nobody.
type Assignment struct{ Department, Assignee Ref }

// Route assigns an unrouted ticket as the routing rules decided, with their explanation (D1). ErrUnchanged if the ticket was
// assigned or attended in the meantime.
func Route(t Ticket, to Assignment, why routing.Explanation, w Write) (Ticket, Entry, error) {
	if !t.Unrouted || t.Status.Attended() {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	a := begin(t, Desk, EventEntry, w, Policy{})
	a.ticket.UpdatedAt = t.UpdatedAt // only people's acts count as activity
	a.ticket.Unrouted = false
	a.record(Routed{why})
	if to.Department.ID != t.Department.ID {
		a.setDepartment(to.Department)
	}
	a.setAssignee(to.Assignee)
	return a.done()
}

// CloseResolved closes a resolved ticket whose requester has not written for Policy.ReopenFor (D6); ErrUnchanged before.
func CloseResolved(t Ticket, p Policy, w Write) (Ticket, Entry, error) {
	if t.Status != Resolved || t.ClosesAt(p).After(w.At) {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	a := begin(t, Desk, EventEntry, w, p)
	if err := a.setStatus(Closed); err != nil {
		return Ticket{}, Entry{}, err
	}
	a.record(ClosedByTime{int(p.reopenFor() / (24 * time.Hour))})
	return a.done()
}
