package ticket

import (
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

// forStaff reports whether an event is for staff alone (C5).
func forStaff(e Event) bool {
	switch e.(type) {
	case Noted, FirstAnswerDeadlineMoved, Tagged, LinkChanged,
		Routed, DueSoon, Overdue, Escalated, FirstAnswerDueSoon, FirstAnswerOverdue:
		return true
	case Opened, Commented, Responded, Copied,
		StatusChanged, PrioritySet, Assigned, DepartmentChanged, TopicChanged, DeadlineMoved, WaitChanged, Rated, FieldChanged,
		ParticipantAdded, ParticipantRemoved, MergedInto, MergedFrom, SplitInto, SplitFrom, Reminded, ClosedByTime:
	}
	return false
}

// EventsFor returns the events of an entry that staff, or others who can read the ticket, may see.
func (e Entry) EventsFor(staff bool) []Event {
	if staff {
		return e.Events
	}
	return slices.DeleteFunc(slices.Clone(e.Events), forStaff)
}

// CanSee reports whether a person who can read a ticket sees an entry of it (C5). Only staff see notes, and entries whose events are
// all for staff.
func CanSee(e Entry, p account.Person) bool {
	return p.Role.IsStaff() || e.Kind != NoteEntry && !e.onlyForStaff()
}

func (e Entry) onlyForStaff() bool {
	return e.Kind == EventEntry && !slices.ContainsFunc(e.Events, func(one Event) bool { return !forStaff(one) })
}

// Why returns what explains an entry to staff or to others: why the desk did it, and to staff the reason that an agent gave.
// The zero Message where nothing does.
func (e Entry) Why(staff bool) locale.Message {
	if e.Reason != "" && staff {
		return locale.Say("routing.given", locale.With("reason", e.Reason))
	}
	for _, one := range e.EventsFor(staff) {
		if why := explanation(one); why.Key != "" {
			return why
		}
	}
	return locale.Message{}
}

// explanation returns what explains an event, where more has to be said than what changed.
func explanation(e Event) locale.Message {
	switch e := e.(type) {
	case Routed:
		return e.Message()
	case DueSoon:
		return locale.Say("reason.due-soon")
	case Overdue:
		return locale.Say("reason.overdue")
	case Escalated:
		return locale.Say("reason.escalated")
	case FirstAnswerDueSoon:
		return locale.Say("reason.first-answer-due-soon")
	case FirstAnswerOverdue:
		return locale.Say("reason.first-answer-overdue")
	case Reminded:
		return locale.Say("reason.reminded")
	case ClosedByTime:
		return locale.Say("reason.auto-closed", locale.With("count", e.Days))
	default:
		return locale.Message{}
	}
}
