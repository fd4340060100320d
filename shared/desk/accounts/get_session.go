package accounts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
)

// TicketCounts counts a person's tickets.
type TicketCounts interface {
	TicketCounts(ctx context.Context, p account.Person) (account.TicketCounts, error)
}

// GetSession returns the signed-in person, with the numbers for «Tickets (n)» and the home page from the counts that the
// function `route` updates (A3).
type GetSession struct {
	Counts TicketCounts
	Clock  clock.Clock
}

// GetSession implements the operation get-session.
func (g GetSession) GetSession(ctx context.Context, _ api.GetSessionRequestObject) (api.GetSessionResponseObject, error) {
	user := caller.From(ctx)
	counts, err := g.Counts.TicketCounts(ctx, user.Person)
	if err != nil {
		return nil, err
	}
	return api.GetSession200JSONResponse(personOf(user.Person, counts, user.SessionIdleEndsAt, g.Clock.Now())), nil
}
