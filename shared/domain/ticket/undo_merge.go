package ticket

import (
	"errors"
	"slices"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/permission"
)

// UndoPeriod is the time during which a merge can be undone (G6).
const UndoPeriod = 10 * time.Minute

var (
	// ErrNotMerged reports the undoing of a merge that does not exist.
	ErrNotMerged = errors.New("the ticket is not merged")
	// ErrTooLate reports the undoing of a merge after UndoPeriod.
	ErrTooLate = errors.New("the merge can no longer be undone")
	// ErrLaterMerge reports the undoing of a merge although another ticket was merged into the same target later. What the target
	// had before the later merge is not known, so the later merge must be undone first.
	ErrLaterMerge = errors.New("a later merge into the same ticket must be undone first")
)

// Progress holds the attributes of a ticket that a merge changes without an event for the change, and that its undoing restores.
// A merge changes the fields from Status through UnansweredAt of its source, and the fields from UnansweredAt through
// CarriedFirstResponseDueAt of its target.
type Progress struct {
	Status                    Status    `json:"status"`
	Wait                      Wait      `json:"wait"`
	Reminded                  bool      `json:"reminded"`
	StoppedAt                 time.Time `json:"stoppedAt"`
	UnansweredAt              time.Time `json:"unansweredAt"`
	CarriedDueAt              time.Time `json:"carriedDueAt"`
	CarriedFirstResponseDueAt time.Time `json:"carriedFirstDueAt"`
}

func (t Ticket) progress() Progress {
	return Progress{t.Status, t.Wait, t.Reminded, t.StoppedAt, t.UnansweredAt, t.CarriedDueAt, t.CarriedFirstResponseDueAt}
}

// canUndoMerge reports whether the merge of this ticket into another one can be undone at an instant.
func (t Ticket) canUndoMerge(at time.Time) bool {
	return t.MergedInto() != "" && at.Before(t.MergedAt.Add(UndoPeriod))
}

// UndoMerge undoes the merge of the source into the target within UndoPeriod (G6). The source continues as before the merge. The
// target loses the participants, tags and links that the merge added, and its priority and deadlines are again those before the
// merge. What people changed or wrote since the merge remains. The threads are those of the tickets. It returns ErrForbidden for
// people without the permission for both tickets, ErrNotMerged, ErrTooLate, ErrLaterMerge, or ErrMerged if the target was merged, too.
func UndoMerge(source, target Ticket, sourceThread, targetThread []Entry, by account.Person, p Policy, sourceWrite, targetWrite Write) (Change, Change, error) {
	_, into, found := lastEvent(sourceThread, func(e MergedInto) bool { return e.Number == target.Number })
	mergeEntry, from, recorded := lastEvent(targetThread, func(e MergedFrom) bool { return e.Number == source.Number })
	switch {
	case !Allows(permission.MergeTickets, source, by) || !Allows(permission.MergeTickets, target, by):
		return Change{}, Change{}, ErrForbidden
	case source.MergedInto() == "" || source.MergedInto() != target.Number || !found || !recorded:
		return Change{}, Change{}, ErrNotMerged
	case target.MergedInto() != "":
		return Change{}, Change{}, ErrMerged
	case !source.canUndoMerge(sourceWrite.At):
		return Change{}, Change{}, ErrTooLate
	case target.hasMergeAfter(mergeEntry, targetThread):
		return Change{}, Change{}, ErrLaterMerge
	}
	reopened := begin(source, AuthorOf(by), EventEntry, sourceWrite, p)
	reopened.removeLink(Link{Kind: LinkMergedInto, Number: target.Number})
	reopened.ticket.MergedAt = time.Time{}
	reopened.record(MergeIntoUndone{target.Number})
	reopened.restoreStatus(into.Before)

	unmerged := begin(target, AuthorOf(by), EventEntry, targetWrite, p)
	unmerged.removeLink(Link{Kind: LinkMergedFrom, Number: source.Number})
	unmerged.record(MergeFromUndone{source.Number, source.follows(target.Requester.ID)})
	unmerged.ticket.CarriedLinks = slices.DeleteFunc(slices.Clone(target.CarriedLinks), func(l CarriedLink) bool { return l.Via == source.Number })
	if !slices.ContainsFunc(targetThread, func(e Entry) bool { return e.Version > mergeEntry.Version && e.affectsUnansweredAt() }) {
		unmerged.ticket.UnansweredAt = from.Before.UnansweredAt
	}
	if err := unmerged.removeCarried(mergeEntry, from.Before); err != nil {
		return Change{}, Change{}, err
	}
	for _, guest := range target.Participants {
		if guest.MergedFrom == source.Number {
			unmerged.removeParticipant(guest)
		}
	}
	return Change{reopened.ticket, reopened.entry}, Change{unmerged.ticket, unmerged.entry}, nil
}

// lastEvent returns the last entry of a thread with an event that matches, and the event.
func lastEvent[E Event](thread []Entry, matches func(E) bool) (Entry, E, bool) {
	for _, entry := range slices.Backward(thread) {
		if event, found := FindEvent[E](entry); found && matches(event) {
			return entry, event, true
		}
	}
	var none E
	return Entry{}, none, false
}

// hasMergeAfter reports whether another ticket was merged into this one after an entry, and the merge was not undone.
func (t Ticket) hasMergeAfter(merge Entry, thread []Entry) bool {
	return slices.ContainsFunc(thread, func(e Entry) bool {
		from, found := FindEvent[MergedFrom](e)
		return found && e.Version > merge.Version && slices.Contains(t.Links, Link{Kind: LinkMergedFrom, Number: from.Number})
	})
}

// affectsUnansweredAt reports whether the act of an entry can change Ticket.UnansweredAt: the entry is a message or a
// response, or it resolves or closes the ticket.
func (e Entry) affectsUnansweredAt() bool {
	status, _ := FindEvent[StatusChanged](e)
	return e.Kind == MessageEntry || e.Kind == ResponseEntry || status.To.Attended()
}

// restoreStatus sets the status and its attributes to those before a merge. The time in between does not stop the deadline clock.
func (a *act) restoreStatus(before Progress) {
	t := &a.ticket
	a.record(StatusChanged{t.Status, before.Status})
	if t.Wait != before.Wait {
		a.record(WaitChanged{t.Wait, before.Wait})
	}
	t.Status, t.Wait, t.Reminded, t.StoppedAt, t.UnansweredAt = before.Status, before.Wait, before.Reminded, before.StoppedAt, before.UnansweredAt
}

// removeCarried removes from the target of a merge what the merge added: tags, carried deadlines, and the priority unless it was
// changed since then.
func (a *act) removeCarried(merge Entry, before Progress) error {
	t := &a.ticket
	t.CarriedDueAt, t.CarriedFirstResponseDueAt = before.CarriedDueAt, before.CarriedFirstResponseDueAt
	_, moved := FindEvent[DeadlineMoved](merge)
	_, firstMoved := FindEvent[FirstResponseDeadlineMoved](merge)
	if priority, set := FindEvent[PrioritySet](merge); set && t.Priority == priority.To {
		a.setPriority(priority.From)
	} else if moved || firstMoved {
		a.setDeadlines()
	}
	tagged, _ := FindEvent[Tagged](merge)
	return a.changeTags(nil, tagged.Added)
}
