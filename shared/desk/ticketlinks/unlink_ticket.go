package ticketlinks

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/ticketacts"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// UnlinkTicket removes a link that staff added between two tickets (G5).
type UnlinkTicket struct {
	Settings ticketacts.Settings
	Pairs    Pairs
	Clock    clock.Clock
}

// UnlinkTicket implements the operation unlink-ticket. It succeeds if the link does not exist.
func (u UnlinkTicket) UnlinkTicket(ctx context.Context, r api.UnlinkTicketRequestObject) (api.UnlinkTicketResponseObject, error) {
	user := caller.From(ctx)
	config, err := u.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	view := ticketview.New(user, config, u.Clock.Now())
	err = setLink(ctx, u.Pairs, r.Number, ticket.Number(r.Other), "", view)
	if fault.Is(err, fault.Invalid) {
		return nil, fault.WithCause(fault.NotFound, err) // the other ticket is in the path, not in a field
	}
	if err != nil {
		return nil, ticketacts.FaultOf(err)
	}
	return api.UnlinkTicket204Response{}, nil
}
