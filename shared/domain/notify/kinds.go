package notify

import (
	"slices"

	"mesa/shared/domain/account"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/ticket"
)

// Kind is a kind of mail. Its texts in the catalogs are `mail.<kind>.…`.
type Kind string

// The kinds about entries. The variable rules determines when each kind is sent. The kinds about accounts are account.MailKinds.
const (
	Created       Kind = "created"
	Assigned      Kind = "assigned"
	Unassigned    Kind = "unassigned"
	Transferred   Kind = "transferred"
	Mentioned     Kind = "mentioned"
	Joined        Kind = "joined"
	Discussed     Kind = "discussed"
	Split         Kind = "split"
	Merged        Kind = "merged"
	GuestsJoined  Kind = "guests-joined"
	Unmerged      Kind = "unmerged"
	GuestsLeft    Kind = "guests-left"
	Answered      Kind = "answered"
	Resolved      Kind = "resolved"
	StatusChanged Kind = "status-changed"
	Commented     Kind = "commented"
	Reopened      Kind = "reopened"
	DueSoon       Kind = "due-soon"
	Overdue       Kind = "overdue"
	Escalated     Kind = "escalated"
	FirstDueSoon  Kind = "first-due-soon"
	FirstOverdue  Kind = "first-overdue"
	Awaited       Kind = "awaited"
	Waiting       Kind = "waiting"
	Reminded      Kind = "reminded"
	Closed        Kind = "closed"
	Concluded     Kind = "concluded"
	Rated         Kind = "rated"
	// Assisted and Adjusted inform the assignee about the acts of colleagues.
	Assisted Kind = "assisted"
	Adjusted Kind = "adjusted"
)

// rule determines for which entries a kind of mail is sent, and to whom.
type rule struct {
	kind       Kind
	appliesTo  func(ticket.Entry) bool
	recipients group
}

// rules declares every kind of mail, the most important first, because a person gets at most one mail about an entry. A new
// kind of mail needs a constant above, a row here and texts in the catalogs.
var rules = []rule{
	{Merged, has[ticket.MergedInto], followers},
	{GuestsJoined, guestsJoined, requester},
	{Unmerged, has[ticket.MergeIntoUndone], followers},
	{GuestsLeft, guestsLeft, requester},
	{Split, has[ticket.SplitFrom], requester},
	{Created, has[ticket.Opened], requester},
	{Concluded, requesterChanged(becameClosed), assigneeOrSupervisors},
	{Reopened, requesterChanged(wasResolved), assigneeOrSupervisors},
	{Commented, has[ticket.Commented], assigneeOrSupervisors},
	{Discussed, has[ticket.Commented], followers},
	{Mentioned, has[ticket.Noted], mentioned},
	{Resolved, statusChanged(becameResolved), followers},
	{Closed, closedByClock, followers},
	{Awaited, startedAwaitingRequester, requester},
	{Answered, has[ticket.Responded], followers},
	{Waiting, startedWaiting, followers},
	{StatusChanged, has[ticket.StatusChanged], followers},
	{Assigned, has[ticket.Assigned], newAssignee},
	{Assisted, has[ticket.Responded], assisted},
	{Adjusted, adjustedByStaff, assisted},
	{Joined, participantJoined, newParticipant},
	{Rated, scoreChanged, assigneeAndSupervisors},
	{Transferred, transferred, supervisorsOfUnassigned},
	{Unassigned, nobodyAvailable, supervisors},
	{DueSoon, has[ticket.DueSoon], assigneeOrSupervisors},
	{Overdue, has[ticket.Overdue], assigneeAndSupervisors},
	{Escalated, has[ticket.Escalated], administratorsAndSupervisors},
	{FirstDueSoon, has[ticket.FirstResponseDueSoon], assigneeOrSupervisors},
	{FirstOverdue, has[ticket.FirstResponseOverdue], assigneeAndSupervisors},
	{Reminded, has[ticket.Reminded], requester},
}

// Kinds returns all kinds: those about entries in the order of rules, then those about accounts (account.MailKinds).
func Kinds() []Kind {
	kinds := make([]Kind, 0, len(rules)+len(account.MailKinds()))
	for _, rule := range rules {
		kinds = append(kinds, rule.kind)
	}
	for _, kind := range account.MailKinds() {
		kinds = append(kinds, Kind(kind))
	}
	return kinds
}

// IsAboutAccount reports whether mails of the kind are about an account and not about an entry of a ticket.
func (k Kind) IsAboutAccount() bool { return slices.Contains(account.MailKinds(), account.MailKind(k)) }

// ToStaff reports whether mails of the kind are sent to people as staff of the desk. A member of staff who follows a ticket
// without working on it gets the mails for its followers.
func (k Kind) ToStaff() bool {
	return slices.ContainsFunc(rules, func(r rule) bool { return r.kind == k && r.recipients.staff })
}

func has[E ticket.Event](e ticket.Entry) bool {
	_, ok := ticket.FindEvent[E](e)
	return ok
}

// statusChanged returns a condition that is met if an entry changes the status and accepts returns true for the change.
func statusChanged(accepts func(ticket.StatusChanged) bool) func(ticket.Entry) bool {
	return func(e ticket.Entry) bool {
		status, ok := ticket.FindEvent[ticket.StatusChanged](e)
		return ok && accepts(status)
	}
}

// requesterChanged works like statusChanged, but only for acts of people who are not staff.
func requesterChanged(accepts func(ticket.StatusChanged) bool) func(ticket.Entry) bool {
	changed := statusChanged(accepts)
	return func(e ticket.Entry) bool { return ticket.ActorOf(e.Author) == ticket.ActorRequester && changed(e) }
}

func becameClosed(s ticket.StatusChanged) bool   { return s.To == ticket.Closed }
func becameWaiting(s ticket.StatusChanged) bool  { return s.To == ticket.Waiting }
func becameResolved(s ticket.StatusChanged) bool { return s.To == ticket.Resolved }
func wasResolved(s ticket.StatusChanged) bool    { return s.From == ticket.Resolved }

func closedByClock(e ticket.Entry) bool {
	return ticket.ActorOf(e.Author) == ticket.ActorClock && statusChanged(becameClosed)(e)
}

// startedAwaitingRequester reports whether the ticket now waits for its requester.
func startedAwaitingRequester(e ticket.Entry) bool {
	wait, _ := ticket.FindEvent[ticket.WaitChanged](e)
	return wait.To.For == ticket.AwaitsRequester && wait.From.For != ticket.AwaitsRequester
}

// startedWaiting reports whether the ticket's status became En espera, or the ticket now waits for its requester and did not
// before.
func startedWaiting(e ticket.Entry) bool {
	return statusChanged(becameWaiting)(e) || startedAwaitingRequester(e)
}

// participantJoined reports whether the entry added a participant, except by a merge. The participants added by a merge get the
// mail about the merge.
func participantJoined(e ticket.Entry) bool {
	return has[ticket.ParticipantAdded](e) && !has[ticket.MergedFrom](e)
}

// guestsJoined reports whether a merge added participants to the ticket. If the requester follows the merged ticket, too, they get
// the mail about that ticket instead.
func guestsJoined(e ticket.Entry) bool {
	merged, ok := ticket.FindEvent[ticket.MergedFrom](e)
	return ok && !merged.RequesterFollows && has[ticket.ParticipantAdded](e)
}

// guestsLeft reports whether the undoing of a merge removed participants from the ticket. If the requester follows the merged
// ticket, too, they get the mail about that ticket instead.
func guestsLeft(e ticket.Entry) bool {
	undone, ok := ticket.FindEvent[ticket.MergeFromUndone](e)
	return ok && !undone.RequesterFollows && has[ticket.ParticipantRemoved](e)
}

// adjustedByStaff reports whether a member of staff changed the status, the priority, a deadline, the topic or the department.
func adjustedByStaff(e ticket.Entry) bool {
	return ticket.ActorOf(e.Author) == ticket.ActorStaff &&
		(has[ticket.StatusChanged](e) || has[ticket.PrioritySet](e) || has[ticket.DeadlineMoved](e) ||
			has[ticket.FirstResponseDeadlineMoved](e) || has[ticket.TopicChanged](e) || has[ticket.DepartmentChanged](e))
}

// scoreChanged reports whether the score of the rating changed. No mail is sent if only the comment changed.
func scoreChanged(e ticket.Entry) bool {
	rated, _ := ticket.FindEvent[ticket.Rated](e)
	return rated.From.Score != rated.To.Score
}

// transferred reports whether the ticket was moved to another department, except by a change of topic. After a change of topic,
// a mail about the new routing is sent instead.
func transferred(e ticket.Entry) bool {
	return has[ticket.DepartmentChanged](e) && !has[ticket.TopicChanged](e)
}

func nobodyAvailable(e ticket.Entry) bool {
	routed, ok := ticket.FindEvent[ticket.Routed](e)
	return ok && routed.Outcome == routing.Nobody
}
