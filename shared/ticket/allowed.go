package ticket

import (
	"time"

	"mesa/shared/account"
)

// Action is something that a person may do to a ticket now.
type Action string

// The actions, as the contract names them.
const (
	CanMessage  Action = "message"
	CanReopen   Action = "reopen"
	CanRespond  Action = "response"
	CanNote     Action = "note"
	CanWeigh    Action = "weigh"
	CanAssign   Action = "assign"
	CanTransfer Action = "transfer"
	CanWait     Action = "wait"
	CanResolve  Action = "resolve"
	CanClose    Action = "close"
	CanOpen     Action = "open"
)

// Allowed returns what a person who reads a ticket may do to it at an instant, so that no page repeats the rules.
func Allowed(t Ticket, by account.Person, p Policy, at time.Time) []Action {
	if !by.Role.IsStaff() {
		return allowedToRequester(t, p, at)
	}
	if t.Status == Closed {
		return []Action{CanNote}
	}
	actions := []Action{CanRespond, CanNote, CanWeigh, CanAssign, CanTransfer}
	for _, way := range []struct {
		to     Status
		action Action
	}{{Waiting, CanWait}, {Resolved, CanResolve}, {Closed, CanClose}, {Open, CanOpen}} {
		if t.Status.CanBecome(way.to) {
			actions = append(actions, way.action)
		}
	}
	return actions
}

func allowedToRequester(t Ticket, p Policy, at time.Time) []Action {
	switch {
	case t.Status == Resolved && t.ClosesAt(p).After(at):
		return []Action{CanMessage, CanReopen}
	case t.Status == Open || t.Status == Waiting:
		return []Action{CanMessage}
	default:
		return []Action{}
	}
}
