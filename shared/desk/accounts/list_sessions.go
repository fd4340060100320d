package accounts

import (
	"context"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
)

// SessionLister reads the sessions of a person.
type SessionLister interface {
	// ListSessions returns the sessions of a person that have not ended at now, in no particular order.
	ListSessions(ctx context.Context, personID string, now time.Time) ([]account.ListedSession, error)
}

// ListSessions lists the caller's own sessions, the last used first (A6).
type ListSessions struct {
	Sessions SessionLister
	Clock    clock.Clock
}

// ListSessions implements the operation list-sessions.
func (l ListSessions) ListSessions(ctx context.Context, _ api.ListSessionsRequestObject) (api.ListSessionsResponseObject, error) {
	user := caller.From(ctx)
	sessions, err := l.Sessions.ListSessions(ctx, user.ID, l.Clock.Now())
	if err != nil {
		return nil, err
	}
	account.SortSessions(sessions)
	list := make(api.ListSessions200JSONResponse, 0, len(sessions))
	for _, session := range sessions {
		list = append(list, listedSessionOf(session, user.SessionHash))
	}
	return list, nil
}

func listedSessionOf(session account.ListedSession, current string) api.ListedSession {
	return api.ListedSession{
		Id: session.ID(), Current: session.TokenHash == current, Device: session.Browser,
		CreatedAt: session.StartedAt, LastUsedAt: session.LastUsedAt,
	}
}
