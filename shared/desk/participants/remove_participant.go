package participants

import (
	"context"
	"errors"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/ticketacts"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/ticket"
)

// RemoveParticipant removes a participant from a ticket (G4). Participants can remove themselves.
type RemoveParticipant struct {
	Settings ticketacts.Settings
	Acts     ticket.Acts
	Clock    clock.Clock
}

// RemoveParticipant implements the operation remove-participant. It succeeds if the person is not a participant.
func (p RemoveParticipant) RemoveParticipant(ctx context.Context, r api.RemoveParticipantRequestObject) (api.RemoveParticipantResponseObject, error) {
	user := caller.From(ctx)
	t, entries, err := ticketacts.Read(ctx, p.Acts, r.Number, user.Person)
	if err != nil {
		return nil, err
	}
	config, err := p.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	view := ticketview.New(user, config, p.Clock.Now())
	_, _, err = ticketacts.SaveWithRetries(ctx, p.Acts, t, entries, view, limit.QuotaUse{}, func(t ticket.Ticket) (ticket.Ticket, ticket.Entry, error) {
		return ticket.RemoveParticipant(t, view.Reader, r.Id, view.Policy, ticket.Write{ID: ulid.Make().String(), At: view.At})
	})
	if err != nil && !errors.Is(err, ticket.ErrUnchanged) {
		return nil, ticketacts.FaultOf(err)
	}
	return api.RemoveParticipant204Response{}, nil
}
