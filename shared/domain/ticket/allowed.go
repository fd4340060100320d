package ticket

import (
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/permission"
)

// Action is an action that a person can perform on a ticket; see Allowed.
type Action string

// The actions, with their names in the contract.
const (
	CanMessage     Action = "message"
	CanReopen      Action = "reopen"
	CanRespond     Action = "response"
	CanNote        Action = "note"
	CanSetPriority Action = "prioritize"
	CanAssign      Action = "assign"
	CanTransfer    Action = "transfer"
	CanTag         Action = "tag"
	CanInvite      Action = "invite"
	CanLink        Action = "link"
	CanMerge       Action = "merge"
	CanUndoMerge   Action = "undo-merge"
	CanSplit       Action = "split"
	CanWait        Action = "wait"
	CanResolve     Action = "resolve"
	CanClose       Action = "close"
	CanOpen        Action = "open"
	CanRate        Action = "rate"
)

// Allowed returns the actions that a person who can read a ticket may perform on it at an instant. Pages show these actions, so
// they do not have to implement the rules.
func Allowed(t Ticket, by account.Person, p Policy, at time.Time) []Action {
	var actions []Action
	if Allows(permission.WriteMessage, t, by) {
		actions = requesterActions(t, by, p, at)
	}
	for _, action := range staffActions(t, at) {
		if Allows(staffPermissions[action], t, by) {
			actions = append(actions, action)
		}
	}
	if t.canInvite(by) {
		actions = append(actions, CanInvite)
	}
	if t.ratingError(by, p, at) == nil {
		actions = append(actions, CanRate)
	}
	return actions
}

// staffPermissions are the permissions that the actions of staff require.
var staffPermissions = map[Action]permission.Permission{
	CanRespond: permission.WriteResponse, CanNote: permission.WriteNote, CanLink: permission.LinkTickets, CanSplit: permission.SplitTicket,
	CanMerge: permission.MergeTickets, CanUndoMerge: permission.MergeTickets,
	CanSetPriority: permission.ChangeTicket, CanAssign: permission.ChangeTicket, CanTransfer: permission.ChangeTicket, CanTag: permission.ChangeTicket,
	CanWait: permission.ChangeTicket, CanResolve: permission.ChangeTicket, CanClose: permission.ChangeTicket, CanOpen: permission.ChangeTicket,
}

// staffActions returns the actions of staff that the state of a ticket allows.
func staffActions(t Ticket, at time.Time) []Action {
	switch {
	case t.canUndoMerge(at):
		return []Action{CanNote, CanLink, CanUndoMerge}
	case t.Status == Closed:
		return []Action{CanNote, CanLink}
	}
	actions := []Action{CanRespond, CanNote, CanSetPriority, CanAssign, CanTransfer, CanTag, CanLink, CanMerge, CanSplit}
	for _, transition := range []struct {
		to     Status
		action Action
	}{{Waiting, CanWait}, {Resolved, CanResolve}, {Closed, CanClose}, {Open, CanOpen}} {
		if t.Status.CanBecome(transition.to, ActorStaff) || t.Status == Waiting && transition.to == Waiting {
			actions = append(actions, transition.action)
		}
	}
	return actions
}

// requesterActions returns the actions of a person who may write messages. Only the ticket's own requester may close or reopen it.
func requesterActions(t Ticket, by account.Person, p Policy, at time.Time) []Action {
	if t.isFinal(p, at) {
		return []Action{}
	}
	actions := []Action{CanMessage}
	if !Allows(permission.CloseOrReopen, t, by) {
		return actions
	}
	if t.Status == Resolved {
		actions = append(actions, CanReopen)
	}
	return append(actions, CanClose)
}
