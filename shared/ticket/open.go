package ticket

import (
	"time"

	"mesa/shared/account"
)

// New is what a requester opens a ticket with. Body is sanitized HTML.
type New struct {
	Number     Number
	Topic      Ref
	Department Ref
	Subject    string
	Entity     string
}

// Create opens a ticket: Abierto, unweighed, with the requester's text as its first message (B1–B9).
func Create(n New, by account.Person, w Write) (Ticket, Entry) {
	t := Ticket{
		Number: n.Number, Version: 1, Status: Open, Subject: n.Subject, Topic: n.Topic, Department: n.Department,
		Entity: n.Entity, CreatedAt: w.At, UpdatedAt: w.At, QuietSince: w.At,
		Requester: Requester{ID: by.ID, Name: by.Name, Email: by.Email, Phone: by.Phone, Organization: by.Organization},
	}
	e := Entry{
		ID: w.ID, Kind: Message, Author: By(by), Body: w.Body, Attachments: w.Attachments, At: w.At, Version: 1,
	}
	return t, e
}

// Route gives a new ticket to an agent, or to nobody, and says by which rule (D1). It refuses a ticket that somebody has
// by now, or that is attended, with ErrNothing.
func Route(t Ticket, to Ref, reason Reason, w Write) (Ticket, Entry, error) {
	if !t.Assignee.Zero() || t.Status.Attended() {
		return Ticket{}, Entry{}, ErrNothing
	}
	a := begin(t, Desk, Event, w, Policy{})
	a.ticket.UpdatedAt = t.UpdatedAt // routing is no activity of people
	a.entry.Reason = reason
	a.note(Change{Field: AssigneeField, To: to.Name, ToID: to.ID})
	a.ticket.Assignee = to
	return a.done()
}

// Warn notes that the deadline's notice was given: the warning before it, or that it has passed (D3). It refuses with
// ErrNothing where there is nothing to say at that instant.
func Warn(t Ticket, p Policy, w Write) (Ticket, Entry, error) {
	alarm := t.Alarm(p)
	if alarm.Kind != WarnAlarm && alarm.Kind != DueAlarm || alarm.At.After(w.At) {
		return Ticket{}, Entry{}, ErrNothing
	}
	a := begin(t, Desk, Event, w, p)
	a.ticket.UpdatedAt = t.UpdatedAt
	a.ticket.Warned = true
	a.entry.Reason = Reason{Key: "reason.due-soon", Args: []string{instant(t.DueAt)}}
	if !t.DueAt.After(w.At) {
		a.ticket.Overdue = true
		a.entry.Reason.Key = "reason.overdue"
	}
	return a.done()
}

// Expire makes a resolved ticket Cerrado when its requester has been quiet long enough (D6); ErrNothing before.
func Expire(t Ticket, p Policy, w Write) (Ticket, Entry, error) {
	if t.Status != Resolved || t.ClosesAt(p).After(w.At) {
		return Ticket{}, Entry{}, ErrNothing
	}
	a := begin(t, Desk, Event, w, p)
	a.entry.Reason = Reason{Key: "reason.auto-closed", Args: []string{days(p.reopenFor())}}
	if err := a.become(Closed); err != nil {
		return Ticket{}, Entry{}, err
	}
	return a.done()
}

// AlarmKind is what the desk's clock next has to do about a ticket.
type AlarmKind string

// The alarms: warn before the deadline, tell that it passed, close.
const (
	NoAlarm    AlarmKind = ""
	WarnAlarm  AlarmKind = "warn"
	DueAlarm   AlarmKind = "due"
	CloseAlarm AlarmKind = "close"
)

// Alarm is what the desk's clock has to do about a ticket next, and when.
type Alarm struct {
	Kind AlarmKind
	At   time.Time
}

// Alarm returns the ticket's next alarm; none while its clock stands still (D3, D6).
func (t Ticket) Alarm(p Policy) Alarm {
	switch {
	case t.Status == Resolved:
		return Alarm{Kind: CloseAlarm, At: t.ClosesAt(p)}
	case t.Status != Open || t.DueAt.IsZero() || t.Overdue:
		return Alarm{}
	case !t.Warned:
		return Alarm{Kind: WarnAlarm, At: p.Deadlines.Warn(t.CreatedAt, t.DueAt)}
	default:
		return Alarm{Kind: DueAlarm, At: t.DueAt}
	}
}
