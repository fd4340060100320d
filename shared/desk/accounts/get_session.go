package accounts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
)

// OpenTickets counts a person's open tickets.
type OpenTickets interface {
	// OpenTickets returns the number of a requester's open tickets, or of the open tickets assigned to an agent.
	OpenTickets(ctx context.Context, p account.Person) (int, error)
}

// GetSession returns the signed-in person, with the number for «Tickets (n)» from the counter that the function `route` updates
// (A3).
type GetSession struct {
	Counts OpenTickets
}

// GetSession implements the operation get-session.
func (g GetSession) GetSession(ctx context.Context, _ api.GetSessionRequestObject) (api.GetSessionResponseObject, error) {
	person := caller.From(ctx).Person
	open, err := g.Counts.OpenTickets(ctx, person)
	if err != nil {
		return nil, err
	}
	return api.GetSession200JSONResponse(personOf(person, open)), nil
}
