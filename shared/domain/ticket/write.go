package ticket

import (
	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/permission"
)

// AddResponse adds a response of the staff. Unless status is empty, it changes the status in the same act (D4). It returns
// ErrMerged or ErrClosed, or an error of AddNote.
func AddResponse(t Ticket, by account.Person, status Status, p Policy, w Write) (Ticket, Entry, error) {
	if t.MergedInto() != "" {
		return Ticket{}, Entry{}, ErrMerged
	}
	if t.Status == Closed {
		return Ticket{}, Entry{}, ErrClosed
	}
	return staffWrite(t, by, permission.WriteResponse, ResponseEntry, Responded{}, status, p, w)
}

// AddNote adds an internal note. Unless status is empty, it changes the status in the same act. It returns ErrForbidden for
// people without the permissions, ErrClosed for a priority on a closed ticket, or ErrTransition or ErrThreadFull.
func AddNote(t Ticket, by account.Person, status Status, p Policy, w Write) (Ticket, Entry, error) {
	return staffWrite(t, by, permission.WriteNote, NoteEntry, Noted{w.Mentions}, status, p, w)
}

func staffWrite(t Ticket, by account.Person, required permission.Permission, kind EntryKind, event Event, status Status, p Policy, w Write) (Ticket, Entry, error) {
	changes := status != "" || w.Priority != NoPriority
	if !Allows(required, t, by) || changes && !Allows(permission.ChangeTicket, t, by) {
		return Ticket{}, Entry{}, ErrForbidden
	}
	a := begin(t, AuthorOf(by), kind, w, p)
	a.record(event)
	if kind == ResponseEntry && a.ticket.FirstRespondedAt.IsZero() {
		a.ticket.FirstRespondedAt = w.At
	}
	if w.Priority != NoPriority {
		if t.Status == Closed {
			return Ticket{}, Entry{}, ErrClosed
		}
		a.setPriority(w.Priority)
	}
	if status != "" {
		if err := a.setStatus(status); err != nil {
			return Ticket{}, Entry{}, err
		}
	}
	return a.result()
}

// Edit is a change of a ticket's attributes by staff. An attribute that is nil is not changed.
type Edit struct {
	Priority   *Priority
	Status     *Status
	Assignee   *Ref
	Department *Ref
	Topic      *Ref
	// AddTags and RemoveTags are in normal form; see NormalizeTag.
	AddTags, RemoveTags []string
	// Fields are the answers to all extra fields.
	Fields *[]field.Answer
	// KeepAssignee prevents routing when the topic changes. Otherwise the ticket is routed again, unless Assignee is set (G10).
	KeepAssignee bool
	// Reason is the reason for an assignment or a transfer. Only staff may see it (G2).
	Reason string
}

// Update changes attributes of a ticket in one act (D2, D7, G1–G3, G10). It returns ErrForbidden for people without the permission,
// or ErrClosed, ErrTransition, ErrTooManyTags or ErrUnchanged.
func Update(t Ticket, by account.Person, edit Edit, p Policy, w Write) (Ticket, Entry, error) {
	if !Allows(permission.ChangeTicket, t, by) {
		return Ticket{}, Entry{}, ErrForbidden
	}
	if t.Status == Closed {
		return Ticket{}, Entry{}, ErrClosed
	}
	a := begin(t, AuthorOf(by), EventEntry, w, p)
	a.entry.Reason = edit.Reason
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
	if edit.Priority != nil {
		a.setPriority(*edit.Priority)
	}
	if edit.Fields != nil {
		a.setAnswers(*edit.Fields)
	}
	if edit.Status != nil {
		if err := a.setStatus(*edit.Status); err != nil {
			return Ticket{}, Entry{}, err
		}
	}
	if err := a.changeTags(edit.AddTags, edit.RemoveTags); err != nil {
		return Ticket{}, Entry{}, err
	}
	if len(a.entry.Events) == 0 {
		return Ticket{}, Entry{}, ErrUnchanged
	}
	if a.entry.isStaffOnly() {
		a.ticket.UpdatedAt = t.UpdatedAt // the requester cannot see the entry
	}
	return a.result()
}

func (a *act) setDepartment(to Ref) {
	if a.ticket.Department != to {
		a.record(DepartmentChanged{a.ticket.Department, to})
		a.ticket.Department = to
	}
}

// setPriority changes the priority and computes the deadlines (D3).
func (a *act) setPriority(to Priority) {
	if a.ticket.Priority != to {
		a.record(PrioritySet{a.ticket.Priority, to})
		a.ticket.Priority = to
		a.setDeadlines()
	}
}

func (a *act) setAssignee(to Ref) {
	if a.ticket.Assignee != to {
		a.record(Assigned{a.ticket.Assignee, to})
		a.ticket.Assignee, a.ticket.AssignedIn = to, a.ticket.Version
	}
}
