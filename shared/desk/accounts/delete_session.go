package accounts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
)

// Endings ends sessions.
type Endings interface {
	// EndSession ends a session; one that has ended stays so.
	EndSession(ctx context.Context, personID, tokenHash string) error
}

// DeleteSession signs out. It needs no look at the session: who has the token may end it, and without one there's nothing to
// end.
type DeleteSession struct {
	Endings Endings
	Cookies Cookies
}

// DeleteSession implements the operation delete-session.
func (d DeleteSession) DeleteSession(ctx context.Context, _ api.DeleteSessionRequestObject) (api.DeleteSessionResponseObject, error) {
	if who := caller.From(ctx); who.SessionHash != "" {
		if err := d.Endings.EndSession(ctx, who.ID, who.SessionHash); err != nil {
			return nil, err
		}
	}
	d.Cookies.End(ctx)
	return api.DeleteSession204Response{}, nil
}

// Claimed are sessions as their tokens claim them, which nobody has looked up: enough to end one, and for nothing else.
type Claimed struct{}

// Person returns only the identifier that the token claims.
func (Claimed) Person(_ context.Context, personID, _ string) (account.Person, error) {
	return account.Person{ID: personID}, nil
}
