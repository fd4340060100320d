package tickets

import (
	"context"
	"errors"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/ticket"
)

// RemoveParticipant takes somebody, or who asks for it themselves, out of a ticket (C5).
type RemoveParticipant struct {
	Desk  Desk
	Acts  ticket.Acts
	Clock clock.Clock
}

// RemoveParticipant implements the operation remove-participant. Who isn't in the ticket is out of it already.
func (p RemoveParticipant) RemoveParticipant(ctx context.Context, r api.RemoveParticipantRequestObject) (api.RemoveParticipantResponseObject, error) {
	who := caller.From(ctx)
	t, _, err := readable(ctx, p.Acts, r.Number, who.Person)
	if err != nil {
		return nil, err
	}
	desk, err := p.Desk.Desk(ctx)
	if err != nil {
		return nil, err
	}
	view := viewOf(who, desk, p.Clock.Now())
	_, _, err = anew(ctx, p.Acts, t, view, func(t ticket.Ticket) (ticket.Ticket, ticket.Entry, error) {
		return ticket.RemoveParticipant(t, view.by, r.Id, view.policy, ticket.Write{ID: ulid.Make().String(), At: view.at})
	})
	if err != nil && !errors.Is(err, ticket.ErrUnchanged) {
		return nil, refused(err)
	}
	return api.RemoveParticipant204Response{}, nil
}
