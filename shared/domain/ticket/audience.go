package ticket

import (
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/permission"
)

// isStaffOnly reports whether only staff may see an event (C5).
func isStaffOnly(e Event) bool {
	switch e.(type) {
	case Noted, FirstResponseDeadlineMoved, Tagged, LinkChanged,
		Routed, DueSoon, Overdue, Escalated, FirstResponseDueSoon, FirstResponseOverdue:
		return true
	case Opened, Commented, Responded, Copied,
		StatusChanged, PrioritySet, Assigned, DepartmentChanged, TopicChanged, DeadlineMoved, WaitChanged, Rated, FieldChanged,
		ParticipantAdded, ParticipantRemoved, MergedInto, MergedFrom, MergeIntoUndone, MergeFromUndone, SplitInto, SplitFrom, Reminded, ClosedByTime:
	}
	return false
}

// EventsFor returns the events of an entry that are visible to people who may read internal entries, or to other people who can
// read the ticket.
func (e Entry) EventsFor(internal bool) []Event {
	if internal {
		return e.Events
	}
	return slices.DeleteFunc(slices.Clone(e.Events), isStaffOnly)
}

// CanSee reports whether a person who can read a ticket may see an entry of it (C5). Only staff may see notes, and entries
// without a text in which all events are for staff.
func CanSee(e Entry, p account.Person) bool {
	return permission.Allows(permission.ReadInternal, p.Role, permission.Anyone) || e.Kind != NoteEntry && !e.isStaffOnly()
}

func (e Entry) isStaffOnly() bool {
	return e.Kind == EventEntry && !slices.ContainsFunc(e.Events, func(event Event) bool { return !isStaffOnly(event) })
}

// Explanation returns the explanation of an entry. It is the reason that an agent gave, which only staff may see, or otherwise
// the explanation of the first visible event that has one. It is the zero Message if there is none.
func (e Entry) Explanation(staff bool) locale.Message {
	if e.Reason != "" && staff {
		return locale.NewMessage("routing.given", locale.With("reason", e.Reason))
	}
	for _, event := range e.EventsFor(staff) {
		if message := explanation(event); message.Key != "" {
			return message
		}
	}
	return locale.Message{}
}

// explanation returns the explanation of an event. It returns the zero Message if the changes that the history shows for the
// event need no explanation.
func explanation(e Event) locale.Message {
	switch e := e.(type) {
	case Routed:
		return e.Message()
	case DueSoon:
		return locale.NewMessage("reason.due-soon")
	case Overdue:
		return locale.NewMessage("reason.overdue")
	case Escalated:
		return locale.NewMessage("reason.escalated")
	case FirstResponseDueSoon:
		return locale.NewMessage("reason.first-answer-due-soon")
	case FirstResponseOverdue:
		return locale.NewMessage("reason.first-answer-overdue")
	case Reminded:
		return locale.NewMessage("reason.reminded")
	case ClosedByTime:
		return locale.NewMessage("reason.auto-closed", locale.With("count", e.Days))
	case Opened, Commented, Responded, Noted, Copied,
		StatusChanged, PrioritySet, Assigned, DepartmentChanged, TopicChanged, DeadlineMoved, FirstResponseDeadlineMoved, WaitChanged, Rated,
		Tagged, FieldChanged, ParticipantAdded, ParticipantRemoved, LinkChanged, MergedInto, MergedFrom, MergeIntoUndone, MergeFromUndone, SplitInto, SplitFrom:
	}
	return locale.Message{}
}
