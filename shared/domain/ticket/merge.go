package ticket

import (
	"errors"

	"mesa/shared/domain/account"
)

var (
	// ErrOtherOrganization reports a merge by an agent after which a person of another organization could read the target.
	ErrOtherOrganization = errors.New("a person of another organization would read the ticket")
	// ErrUnconfirmed reports such a merge by a supervisor or an administrator who did not confirm it.
	ErrUnconfirmed = errors.New("the merge across organizations is not confirmed")
)

// Merge closes the source in favour of the target (G6). The requester and the participants of the source become participants of
// the target. The tickets are linked, and the merge is recorded in both histories. acrossOrganizations confirms that people of
// other organizations than that of the target's requester may read the target, which only supervisors and administrators can
// decide. It returns ErrForbidden for people who are not staff, ErrSameTicket, ErrMerged or ErrClosed if the source or the target
// is merged or closed, or ErrTooManyLinks, ErrTooManyParticipants, ErrOtherOrganization or ErrUnconfirmed.
func Merge(source, target Ticket, by Author, acrossOrganizations bool, p Policy, sourceWrite, targetWrite Write) (Change, Change, error) {
	switch {
	case !by.Role.IsStaff():
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
	closing := begin(source, by, EventEntry, sourceWrite, p)
	if err := closing.setStatus(Closed); err != nil {
		return Change{}, Change{}, err
	}
	closing.addLink(Link{Kind: LinkMergedInto, Number: target.Number})
	closing.record(MergedInto{target.Number})

	merged := begin(target, by, EventEntry, targetWrite, p)
	merged.addLink(Link{Kind: LinkMergedFrom, Number: source.Number})
	merged.record(MergedFrom{Number: source.Number, RequesterFollows: source.follows(target.Requester.ID)})
	for _, guest := range guests {
		merged.addParticipant(guest)
	}
	return Change{closing.ticket, closing.entry}, Change{merged.ticket, merged.entry}, nil
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
func checkOrganizations(target Ticket, guests []Participant, by Author, confirmed bool) error {
	for _, guest := range guests {
		switch {
		case guest.Role.IsStaff() || target.isColleague(guest.Organization.ID, guest.Role):
		case !by.Role.SeesAllDepartments():
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
