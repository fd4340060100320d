package accounts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
)

// EndOtherSessions ends all sessions of the caller except the current session (A6).
type EndOtherSessions struct {
	Sessions interface {
		SessionLister
		// EndSessions ends sessions. Sessions that do not exist are ignored. If it fails, it can be repeated.
		EndSessions(ctx context.Context, personID string, tokenHashes ...string) error
	}
	Audit AuditLog
	Clock clock.Clock
}

// EndOtherSessions implements the operation end-other-sessions.
func (e EndOtherSessions) EndOtherSessions(ctx context.Context, _ api.EndOtherSessionsRequestObject) (api.EndOtherSessionsResponseObject, error) {
	user := caller.From(ctx)
	sessions, err := e.Sessions.ListSessions(ctx, user.ID, e.Clock.Now())
	if err != nil {
		return nil, err
	}
	// The event is stored first, so that no session ends without it. The caller can repeat the act.
	if err := e.Audit.Record(ctx, user.Event(audit.SessionEnded, e.Clock.Now())); err != nil {
		return nil, err
	}
	if err := e.Sessions.EndSessions(ctx, user.ID, account.OtherSessions(sessions, user.SessionHash)...); err != nil {
		return nil, err
	}
	return api.EndOtherSessions204Response{}, nil
}
