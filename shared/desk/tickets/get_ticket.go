package tickets

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/ticketacts"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/ticket"
)

// GetTicket returns a ticket with its thread (C3).
type GetTicket struct {
	Settings ticketacts.NamedSettings
	Acts     ticket.Acts
	Clock    clock.Clock
}

// GetTicket implements the operation get-ticket.
func (g GetTicket) GetTicket(ctx context.Context, r api.GetTicketRequestObject) (api.GetTicketResponseObject, error) {
	user := caller.From(ctx)
	t, entries, err := ticketacts.Read(ctx, g.Acts, r.Number, user.Person)
	if err != nil {
		return nil, err
	}
	view, _, err := ticketacts.ReadView(ctx, g.Settings, user, g.Clock.Now(), t)
	if err != nil {
		return nil, err
	}
	return api.GetTicket200JSONResponse(view.Ticket(t, entries)), nil
}
