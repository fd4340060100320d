package ticket

import "mesa/shared/domain/account"

// Merge closes the source in favour of the target (G6). The requester and the participants of the source become participants of
// the target. The tickets are linked, and the merge is recorded in both histories. It returns ErrForbidden for people who are
// not staff, ErrSameTicket, ErrMerged or ErrClosed if the source or the target is merged or closed, or ErrTooManyLinks or
// ErrTooManyParticipants.
func Merge(source, target Ticket, by Author, p Policy, sourceWrite, targetWrite Write) (Change, Change, error) {
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
	closing := begin(source, by, EventEntry, sourceWrite, p)
	if err := closing.setStatus(Closed); err != nil {
		return Change{}, Change{}, err
	}
	closing.addLink(Link{Kind: LinkMergedInto, Number: target.Number})
	closing.record(MergedInto{target.Number})

	merged := begin(target, by, EventEntry, targetWrite, p)
	merged.addLink(Link{Kind: LinkMergedFrom, Number: source.Number})
	merged.record(MergedFrom{source.Number})
	for _, participant := range append([]Participant{source.Requester.participation()}, source.Participants...) {
		if participant.ID == target.Requester.ID || merged.ticket.Participates(participant.ID) {
			continue
		}
		if len(merged.ticket.Participants) == MaxParticipants {
			return Change{}, Change{}, ErrTooManyParticipants
		}
		merged.addParticipant(participant)
	}
	return Change{closing.ticket, closing.entry}, Change{merged.ticket, merged.entry}, nil
}

func (r Requester) participation() Participant {
	return Participant{ID: r.ID, Name: r.Name, Role: account.Requester, Organization: Ref{ID: r.Organization.ID, Name: r.Organization.Name}}
}
