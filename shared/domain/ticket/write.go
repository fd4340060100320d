package ticket

import (
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
)

// Respond adds an agent's answer and, in the same act, the status it leaves the ticket in; the empty one keeps it (D4).
func Respond(t Ticket, by account.Person, status Status, p Policy, w Write) (Ticket, Entry, error) {
	if t.Merged() != "" {
		return Ticket{}, Entry{}, ErrMerged
	}
	if t.Status == Closed {
		return Ticket{}, Entry{}, ErrClosed
	}
	return staffWrite(t, by, Response, status, p, w)
}

// Annotate adds a note that only staff read; it may change the status too.
func Annotate(t Ticket, by account.Person, status Status, p Policy, w Write) (Ticket, Entry, error) {
	return staffWrite(t, by, Note, status, p, w)
}

func staffWrite(t Ticket, by account.Person, kind Kind, status Status, p Policy, w Write) (Ticket, Entry, error) {
	if !by.Role.IsStaff() {
		return Ticket{}, Entry{}, ErrForbidden
	}
	a := begin(t, By(by), kind, w, p)
	if kind == Note {
		a.entry.Mentions = w.Mentions
	}
	if kind == Response && a.ticket.FirstAnsweredAt.IsZero() {
		a.ticket.FirstAnsweredAt = w.At
	}
	if status != "" {
		if err := a.become(status); err != nil {
			return Ticket{}, Entry{}, err
		}
	}
	return a.done()
}

// Edit is what an agent changes of a ticket; nil leaves a part as it is.
type Edit struct {
	Priority   *Priority
	Status     *Status
	Assignee   *Ref
	Department *Ref
	Topic      *Ref
	// AddTags and RemoveTags are in the form of Tag.
	AddTags, RemoveTags []string
	// Fields is what all of its extra fields are to hold.
	Fields *[]field.Answer
	// KeepAssignee leaves a ticket whose topic changes with its agent: else it is routed anew, unless one is named (D1).
	KeepAssignee bool
	// Why is what the agent gives as the reason of an assignment or a transfer; staff alone see it.
	Why string
}

// given is the reason that a person gave, as plain text.
func given(why string) Reason {
	if why == "" {
		return Reason{}
	}
	return ReasonOf(locale.Say("routing.given", locale.With("reason", why)))
}

// Update weighs, assigns, transfers or changes the status of a ticket in one act (D2, D3, D4, D7).
// ErrClosed on a Cerrado one, ErrTags on a tag too many, ErrNothing where it is all so already.
func Update(t Ticket, by account.Person, edit Edit, p Policy, w Write) (Ticket, Entry, error) {
	if !by.Role.IsStaff() {
		return Ticket{}, Entry{}, ErrForbidden
	}
	if t.Status == Closed {
		return Ticket{}, Entry{}, ErrClosed
	}
	a := begin(t, By(by), Event, w, p)
	a.entry.Reason = given(edit.Why)
	if edit.Topic != nil {
		a.note(Change{Field: TopicField, From: t.Topic.Name, FromID: t.Topic.ID, To: edit.Topic.Name, ToID: edit.Topic.ID})
		a.ticket.Unrouted = t.Unrouted || edit.Topic.ID != t.Topic.ID && !edit.KeepAssignee
		a.ticket.Topic = *edit.Topic
		a.setDeadlines()
	}
	if edit.Department != nil {
		a.note(Change{Field: DepartmentField, From: t.Department.Name, FromID: t.Department.ID, To: edit.Department.Name, ToID: edit.Department.ID})
		a.ticket.Department = *edit.Department
	}
	if edit.Assignee != nil {
		a.note(Change{Field: AssigneeField, From: t.Assignee.Name, FromID: t.Assignee.ID, To: edit.Assignee.Name, ToID: edit.Assignee.ID})
		a.ticket.Assignee = *edit.Assignee
		a.ticket.Unrouted = false
	}
	if edit.Priority != nil && *edit.Priority != t.Priority {
		a.note(Change{Field: PriorityField, From: string(t.Priority), To: string(*edit.Priority)})
		a.ticket.Priority = *edit.Priority
		a.setDeadlines()
	}
	if edit.Fields != nil {
		a.answer(*edit.Fields)
	}
	if edit.Status != nil {
		if err := a.become(*edit.Status); err != nil {
			return Ticket{}, Entry{}, err
		}
	}
	if err := a.retag(edit.AddTags, edit.RemoveTags); err != nil {
		return Ticket{}, Entry{}, err
	}
	if len(a.entry.Changes) == 0 {
		return Ticket{}, Entry{}, ErrNothing
	}
	if a.entry.internal() {
		a.ticket.UpdatedAt = t.UpdatedAt // nothing that its requester would find
	}
	return a.done()
}

func days(d time.Duration) int { return int(d / (24 * time.Hour)) }
