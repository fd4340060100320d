package accounts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
)

// EndSession ends a session of the caller (A6). It finds the session among the caller's own sessions, so it returns fault.NotFound
// for a session of another person.
type EndSession struct {
	Sessions interface {
		SessionLister
		SessionEnder
	}
	Clock   clock.Clock
	Cookies Cookies
}

// EndSession implements the operation end-session.
func (e EndSession) EndSession(ctx context.Context, request api.EndSessionRequestObject) (api.EndSessionResponseObject, error) {
	user := caller.From(ctx)
	sessions, err := e.Sessions.ListSessions(ctx, user.ID, e.Clock.Now())
	if err != nil {
		return nil, err
	}
	session, found := account.FindSession(sessions, request.Id)
	if !found {
		return nil, fault.New(fault.NotFound)
	}
	if err := e.Sessions.SignOut(ctx, user.ID, session.TokenHash, user.Event(audit.SessionEnded, e.Clock.Now())); err != nil {
		return nil, err
	}
	if session.TokenHash == user.SessionHash {
		e.Cookies.End(ctx)
	}
	return api.EndSession204Response{}, nil
}
