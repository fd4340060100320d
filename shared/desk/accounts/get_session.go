package accounts

import (
	"context"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/platform/observe"
)

// TicketCounts counts a person's tickets.
type TicketCounts interface {
	TicketCounts(ctx context.Context, p account.Person) (account.TicketCounts, error)
}

// GetSession returns the signed-in person, with the numbers for «Tickets (n)» and the home page from the counts that the
// function `route` updates (A3). Pages call it when they are opened, so it also records the use of the session (A6).
type GetSession struct {
	Counts   TicketCounts
	Sessions interface {
		// RecordUse records when a session was last used. It does nothing if the session does not exist.
		RecordUse(ctx context.Context, personID, tokenHash string, at time.Time) error
	}
	Clock clock.Clock
}

// GetSession implements the operation get-session.
func (g GetSession) GetSession(ctx context.Context, _ api.GetSessionRequestObject) (api.GetSessionResponseObject, error) {
	user, now := caller.From(ctx), g.Clock.Now()
	var counts account.TicketCounts
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			counts, err = g.Counts.TicketCounts(ctx, user.Person)
			return err
		},
		func(ctx context.Context) error {
			if account.UseIsDue(user.SessionLastUsedAt, now) {
				_ = g.Sessions.RecordUse(ctx, user.ID, user.SessionHash, now) // if it fails, a later request records the use
			}
			return nil
		},
	)
	if err != nil {
		return nil, err
	}
	return api.GetSession200JSONResponse(personOf(user.Person, counts, user.SessionIdleEndsAt, now)), nil
}
