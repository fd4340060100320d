package accounts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
)

// OpenTickets counts a person's open tickets.
type OpenTickets interface {
	// OpenTickets returns how many tickets a requester has open, or an agent assigned and open.
	OpenTickets(ctx context.Context, p account.Person) (int, error)
}

// GetSession tells who is signed in, with «Tickets (n)» from the counter that route keeps (A3).
type GetSession struct {
	Counts OpenTickets
}

// GetSession implements the operation get-session.
func (g GetSession) GetSession(ctx context.Context, _ api.GetSessionRequestObject) (api.GetSessionResponseObject, error) {
	who := caller.From(ctx).Person
	open, err := g.Counts.OpenTickets(ctx, who)
	if err != nil {
		return nil, err
	}
	return api.GetSession200JSONResponse(personOf(who, open)), nil
}
