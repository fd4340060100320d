package accounts

import (
	"context"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
)

// ExtendSession moves the end of the caller's session, because the person is active (A6). Only the page knows whether a person is
// active: it also sends requests by itself. The page calls the operation at most every few minutes, so other requests do not
// write.
type ExtendSession struct {
	Settings interface {
		Configuration(ctx context.Context) (settings.Configuration, error)
	}
	Sessions interface {
		// ExtendSession records when a session was last used, and moves the instant at which it ends without activity, unless a
		// later instant is stored. It returns the stored instant. It returns fault.Unauthenticated if the session does not exist
		// or has ended.
		ExtendSession(ctx context.Context, personID, tokenHash string, usedAt, idleEndsAt time.Time) (time.Time, error)
	}
	Clock clock.Clock
}

// maxIdleFor is the maximum of SessionActivity.idleFor in seconds: one day.
const maxIdleFor = 86400

// ExtendSession implements the operation extend-session.
func (e ExtendSession) ExtendSession(ctx context.Context, request api.ExtendSessionRequestObject) (api.ExtendSessionResponseObject, error) {
	var errs fault.FieldErrors
	idleFor := check.Integer(&errs, "idleFor", request.Body.IdleFor, 0, maxIdleFor)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	user, now := caller.From(ctx), e.Clock.Now()
	config, err := e.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	usedAt := now.Add(-time.Duration(idleFor) * time.Second)
	endsAt := config.SignIn().Sessions.IdleEnd(user.Role, usedAt)
	if !endsAt.After(user.SessionIdleEndsAt) {
		return api.ExtendSession200JSONResponse{IdleSeconds: idleSeconds(user.SessionIdleEndsAt, now)}, nil
	}
	endsAt, err = e.Sessions.ExtendSession(ctx, user.ID, user.SessionHash, usedAt, endsAt)
	if err != nil {
		return nil, err
	}
	return api.ExtendSession200JSONResponse{IdleSeconds: idleSeconds(endsAt, now)}, nil
}
