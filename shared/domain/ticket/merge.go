package ticket

import (
	"errors"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/permission"
)

var (
	// ErrOtherOrganization reports a merge by an agent after which a person of another organization could read the target.
	ErrOtherOrganization = errors.New("a person of another organization would read the ticket")
	// ErrUnconfirmed reports such a merge by a supervisor or an administrator who did not confirm it.
	ErrUnconfirmed = errors.New("the merge across organizations is not confirmed")
)

// Merge closes the source in favour of the target (G6). The requester and the participants of the source become participants of
// the target. The target also receives the priority, deadlines, tags and links of the source; see carry. The tickets are linked,
// and the merge is recorded in both histories. acrossOrganizations confirms that people of other organizations than that of the
// target's requester may read the target; only supervisors and administrators can confirm it. Merge returns ErrForbidden for people
// without the permission for both tickets, ErrSameTicket, ErrMerged or ErrClosed if the source or the target is merged or closed, or ErrTooManyLinks,
// ErrTooManyParticipants, ErrTooManyTags, ErrOtherOrganization or ErrUnconfirmed.
func Merge(source, target Ticket, by account.Person, acrossOrganizations bool, p Policy, sourceWrite, targetWrite Write) (Change, Change, error) {
	switch {
	case !Allows(permission.MergeTickets, source, by) || !Allows(permission.MergeTickets, target, by):
		return Change{}, Change{}, ErrForbidden
	case source.Number == target.Number:
		return Change{}, Change{}, ErrSameTicket
	case source.MergedInto() != "" || target.MergedInto() != "":
		return Change{}, Change{}, ErrMerged
	case source.Status == Closed || target.Status == Closed:
		return Change{}, Change{}, ErrClosed
	case max(len(source.Links), len(target.Links)) >= MaxLinks:
		return Change{}, Change{}, ErrTooManyLinks
	}
	guests := source.guestsOf(target)
	if len(target.Participants)+len(guests) > MaxParticipants {
		return Change{}, Change{}, ErrTooManyParticipants
	}
	if err := checkOrganizations(target, guests, by, acrossOrganizations); err != nil {
		return Change{}, Change{}, err
	}
	closing := begin(source, AuthorOf(by), EventEntry, sourceWrite, p)
	if err := closing.setStatus(Closed); err != nil {
		return Change{}, Change{}, err
	}
	closing.addLink(Link{Kind: LinkMergedInto, Number: target.Number})
	closing.record(MergedInto{target.Number, source.progress()})
	closing.ticket.MergedAt = sourceWrite.At

	merged := begin(target, AuthorOf(by), EventEntry, targetWrite, p)
	merged.addLink(Link{Kind: LinkMergedFrom, Number: source.Number})
	merged.record(MergedFrom{source.Number, source.follows(target.Requester.ID), target.progress()})
	if err := merged.carry(source); err != nil {
		return Change{}, Change{}, err
	}
	for _, guest := range guests {
		merged.addParticipant(guest)
	}
	return Change{closing.ticket, closing.entry}, Change{merged.ticket, merged.entry}, nil
}

// carry adds to the target of a merge what the source still requires (G6): the more urgent priority, the earlier deadlines, the
// earlier message without a response, the tags and the links.
func (a *act) carry(source Ticket) error {
	t := &a.ticket
	if since := source.UnansweredSince(); !t.Status.Attended() && isEarlier(since, t.UnansweredSince()) {
		t.UnansweredAt = since
	}
	due, first := a.resumedDeadlines(source)
	isMoved := isEarlier(due, t.DueAt) || isEarlier(first, t.FirstResponseDueAt)
	if isEarlier(due, t.CarriedDueAt) {
		t.CarriedDueAt = due
	}
	if isEarlier(first, t.CarriedFirstResponseDueAt) {
		t.CarriedFirstResponseDueAt = first
	}
	if source.Priority.isMoreUrgentThan(t.Priority) {
		a.setPriority(source.Priority)
	} else if isMoved {
		a.setDeadlines()
	}
	if err := a.changeTags(source.Tags, nil); err != nil {
		return err
	}
	return a.carryLinks(source)
}

// resumedDeadlines returns the deadlines of the source of a merge as if its deadline clock ran again. The deadline for the first
// response is zero if the response was given.
func (a *act) resumedDeadlines(source Ticket) (due, first time.Time) {
	due, first = source.DueAt, source.FirstResponseDueAt
	if !source.FirstRespondedAt.IsZero() {
		first = time.Time{}
	}
	until := a.at
	if !a.ticket.StoppedAt.IsZero() {
		until = a.ticket.StoppedAt // the clock of the target adds the time since then
	}
	if source.StoppedAt.IsZero() || !source.StoppedAt.Before(until) {
		return due, first
	}
	paused := a.policy.Deadlines.WorkingTime(source.StoppedAt, until)
	return a.postponed(due, paused), a.postponed(first, paused)
}

// postponed returns a deadline postponed by working time, or the zero time if there is no deadline.
func (a *act) postponed(deadline time.Time, paused time.Duration) time.Time {
	if deadline.IsZero() {
		return deadline
	}
	return a.policy.Deadlines.Add(deadline, paused)
}

// isEarlier reports whether an instant is before another one. The zero time means none, which is after all others.
func isEarlier(a, b time.Time) bool {
	return !a.IsZero() && (b.IsZero() || a.Before(b))
}

// guestsOf returns the people who follow the source of a merge but not its target, as participants of the target.
func (t Ticket) guestsOf(target Ticket) []Participant {
	var guests []Participant
	for _, guest := range append([]Participant{t.Requester.participation()}, t.Participants...) {
		if !target.follows(guest.ID) {
			guest.MergedFrom = t.Number
			guests = append(guests, guest)
		}
	}
	return guests
}

// follows reports whether a person is the requester or a participant.
func (t Ticket) follows(personID string) bool {
	return t.Requester.ID == personID || t.Participates(personID)
}

// checkOrganizations checks that the guests are colleagues of the target's requester or staff, who may read every ticket, or that
// a supervisor or an administrator has confirmed the merge. A person without an organization is nobody's colleague.
func checkOrganizations(target Ticket, guests []Participant, by account.Person, confirmed bool) error {
	for _, guest := range guests {
		switch {
		case guest.Role.IsStaff() || target.isColleague(guest.Organization.ID, guest.Role):
		case !Allows(permission.MergeAcrossOrganizations, target, by):
			return ErrOtherOrganization
		case !confirmed:
			return ErrUnconfirmed
		}
	}
	return nil
}

func (r Requester) participation() Participant {
	return Participant{ID: r.ID, Name: r.Name, Role: account.Requester, Organization: Ref{ID: r.Organization.ID, Name: r.Organization.Name}}
}
