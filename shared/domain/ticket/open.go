package ticket

import (
	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
)

// New is what a requester opens a ticket with. Body is sanitized HTML.
type New struct {
	Number     Number
	Topic      Ref
	Department Ref
	Subject    string
	Entity     string
	// Related is the ticket that this one takes up, such as one that is Cerrado (D6); empty without.
	Related Number
	Fields  []field.Answer
}

// Create opens a ticket: Abierto, unweighed, with the requester's text as its first message (B1–B9), and with the time by
// which they are to have a first answer (D3).
func Create(n New, by account.Person, p Policy, w Write) (Ticket, Entry) {
	t := Ticket{
		Number: n.Number, Version: 1, Status: Open, Subject: n.Subject, Topic: n.Topic, Department: n.Department,
		Entity: n.Entity, Fields: n.Fields, CreatedAt: w.At, UpdatedAt: w.At, QuietSince: w.At, Unrouted: true, Weight: len(w.Body),
		Requester: Requester{ID: by.ID, Name: by.Name, Email: by.Email, Phone: by.Phone, Organization: by.Organization, Language: by.Language},
		Related:   n.Related, FirstAnswerDueAt: p.Deadlines.FirstAnswer(Unweighed, w.At, 0),
	}
	e := Entry{
		ID: w.ID, Kind: Message, Author: By(by), Body: w.Body, Attachments: w.Attachments, At: w.At, Version: 1,
	}
	if n.Related != "" {
		e.Changes = []Change{{Field: RelatedField, To: string(n.Related)}}
	}
	return t, e
}

// Place is where routing puts a ticket: the department, and the agent or nobody.
type Place struct{ Department, Assignee Ref }

// Route puts a ticket that waits for it where the rules say, and says by which (D1). It refuses one that somebody was given
// to by now, or that is attended, with ErrNothing.
func Route(t Ticket, to Place, reason Reason, w Write) (Ticket, Entry, error) {
	if !t.Unrouted || t.Status.Attended() {
		return Ticket{}, Entry{}, ErrNothing
	}
	a := begin(t, Desk, Event, w, Policy{})
	a.ticket.UpdatedAt = t.UpdatedAt // routing is no activity of people
	a.ticket.Unrouted = false
	a.entry.Reason = reason
	if to.Department.ID != t.Department.ID {
		a.note(Change{Field: DepartmentField, From: t.Department.Name, FromID: t.Department.ID, To: to.Department.Name, ToID: to.Department.ID})
		a.ticket.Department = to.Department
	}
	a.note(Change{Field: AssigneeField, From: t.Assignee.Name, FromID: t.Assignee.ID, To: to.Assignee.Name, ToID: to.Assignee.ID})
	a.ticket.Assignee = to.Assignee
	return a.done()
}

// Expire makes a resolved ticket Cerrado when its requester has been quiet long enough (D6); ErrNothing before.
func Expire(t Ticket, p Policy, w Write) (Ticket, Entry, error) {
	if t.Status != Resolved || t.ClosesAt(p).After(w.At) {
		return Ticket{}, Entry{}, ErrNothing
	}
	a := begin(t, Desk, Event, w, p)
	a.entry.Reason = ReasonOf(locale.Say("reason.auto-closed", locale.With("count", days(p.reopenFor()))))
	if err := a.become(Closed); err != nil {
		return Ticket{}, Entry{}, err
	}
	return a.done()
}
