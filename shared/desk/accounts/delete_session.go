package accounts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
)

// SessionEnder ends sessions in the store.
type SessionEnder interface {
	// SignOut ends a session and stores the audit event. It succeeds without an event if the session has already ended.
	SignOut(ctx context.Context, personID, tokenHash string, event audit.Event) error
}

// DeleteSession signs a person out. It does not read the session: anyone with its token may end it, and ending a session that
// does not exist succeeds.
type DeleteSession struct {
	Sessions SessionEnder
	Clock    clock.Clock
	Cookies  Cookies
}

// DeleteSession implements the operation delete-session.
func (d DeleteSession) DeleteSession(ctx context.Context, _ api.DeleteSessionRequestObject) (api.DeleteSessionResponseObject, error) {
	if user := caller.From(ctx); user.SessionHash != "" {
		if err := d.Sessions.SignOut(ctx, user.ID, user.SessionHash, user.Event(audit.SignedOut, d.Clock.Now())); err != nil {
			return nil, err
		}
	}
	d.Cookies.End(ctx)
	return api.DeleteSession204Response{}, nil
}

// UnverifiedSessions returns sessions without reading them. It must only be used to end the session of a token.
type UnverifiedSessions struct{}

// Session returns a session whose person has only the identifier from the token.
func (UnverifiedSessions) Session(_ context.Context, personID, _ string) (account.Session, error) {
	return account.Session{Person: account.Person{ID: personID}}, nil
}
