package ticket

import (
	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
)

// AddResponse adds an agent's answer and, in the same act, the status it leaves the ticket in; the empty one keeps it (D4).
func AddResponse(t Ticket, by account.Person, status Status, p Policy, w Write) (Ticket, Entry, error) {
	if t.Merged() != "" {
		return Ticket{}, Entry{}, ErrMerged
	}
	if t.Status == Closed {
		return Ticket{}, Entry{}, ErrClosed
	}
	return staffWrite(t, by, ResponseEntry, Responded{}, status, p, w)
}

// AddNote adds a note that only staff read; it may change the status too.
func AddNote(t Ticket, by account.Person, status Status, p Policy, w Write) (Ticket, Entry, error) {
	return staffWrite(t, by, NoteEntry, Noted{w.Mentions}, status, p, w)
}

func staffWrite(t Ticket, by account.Person, kind EntryKind, wrote Event, status Status, p Policy, w Write) (Ticket, Entry, error) {
	if !by.Role.IsStaff() {
		return Ticket{}, Entry{}, ErrForbidden
	}
	a := begin(t, By(by), kind, w, p)
	a.record(wrote)
	if kind == ResponseEntry && a.ticket.FirstAnsweredAt.IsZero() {
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

// Update weighs, assigns, transfers or changes the status of a ticket in one act (D2, D3, D4, D7).
// ErrClosed on a Cerrado one, ErrTags on a tag too many, ErrUnchanged where it is all so already.
func Update(t Ticket, by account.Person, edit Edit, p Policy, w Write) (Ticket, Entry, error) {
	if !by.Role.IsStaff() {
		return Ticket{}, Entry{}, ErrForbidden
	}
	if t.Status == Closed {
		return Ticket{}, Entry{}, ErrClosed
	}
	a := begin(t, By(by), EventEntry, w, p)
	a.entry.Reason = edit.Why
	if edit.Topic != nil {
		if t.Topic != *edit.Topic {
			a.record(TopicChanged{t.Topic, *edit.Topic})
		}
		a.ticket.Unrouted = t.Unrouted || edit.Topic.ID != t.Topic.ID && !edit.KeepAssignee
		a.ticket.Topic = *edit.Topic
		a.setDeadlines()
	}
	if edit.Department != nil {
		a.setDepartment(*edit.Department)
	}
	if edit.Assignee != nil {
		a.setAssignee(*edit.Assignee)
		a.ticket.Unrouted = false
	}
	if edit.Priority != nil && *edit.Priority != t.Priority {
		a.record(PrioritySet{t.Priority, *edit.Priority})
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
	if len(a.entry.Events) == 0 {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	if a.entry.onlyForStaff() {
		a.ticket.UpdatedAt = t.UpdatedAt // nothing that its requester would find
	}
	return a.done()
}

func (a *act) setDepartment(to Ref) {
	if a.ticket.Department != to {
		a.record(DepartmentChanged{a.ticket.Department, to})
		a.ticket.Department = to
	}
}

func (a *act) setAssignee(to Ref) {
	if a.ticket.Assignee != to {
		a.record(Assigned{a.ticket.Assignee, to})
		a.ticket.Assignee = to
	}
}
