package access

import (
	"context"
	"errors"
	"net/http"
	"time"

	"mesa/shared/api"
	"mesa/shared/auth"
	"mesa/shared/check"
	"mesa/shared/clock"
	"mesa/shared/fault"
	"mesa/shared/signin"
)

// SignIns is what signing in asks of the store: three calls, one after the other.
type SignIns interface {
	// Knock begins a try at a login: whose it is, and the record of failures, on which the try is counted where it's clean.
	Knock(ctx context.Context, login string, at time.Time) (signin.Try, error)
	// Candidate counts the try, unless it is counted, and returns who it would be; the zero value for nobody.
	// signin.ErrContended when another try at the login was counted since the knock.
	Candidate(ctx context.Context, try signin.Try, at time.Time) (signin.Candidate, error)
	// StartSession keeps a session and clears the record. signin.ErrContended when the password has changed meanwhile.
	StartSession(ctx context.Context, session signin.Session) error
}

// CreateSession signs a person in by user name or e-mail address (A1). Every try is counted as a failure before its password
// is verified, so that tries made at once all count, and a right password clears the record. Whether there is such a person
// shows neither in the answer nor in the work done.
type CreateSession struct {
	api.StrictServerInterface
	SignIns SignIns
	Hasher  auth.Hasher
	Clock   clock.Clock
	// Secure keeps the cookie off plain HTTP.
	Secure bool
}

const (
	maxLogin    = 254
	maxPassword = 200
	// maxKnocks bounds how often a try begins anew because others at the same login came between.
	maxKnocks = 6
	// contendedWait is how long to wait after that.
	contendedWait = time.Second
)

// CreateSession implements the operation create-session.
func (c CreateSession) CreateSession(ctx context.Context, request api.CreateSessionRequestObject) (api.CreateSessionResponseObject, error) {
	var wrong fault.Fields
	login := check.Line(&wrong, "username", request.Body.Username, 1, maxLogin)
	check.Secret(&wrong, "password", request.Body.Password, maxPassword)
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	now := c.Clock.Now()
	try, candidate, err := c.admit(ctx, login, now)
	if err != nil {
		return nil, err
	}
	verdict, err := c.Hasher.Verify(candidate.Hash, request.Body.Password)
	if err != nil {
		return nil, fault.Because(fault.Credentials, err)
	}
	if !verdict.OK || candidate.Person.Disabled {
		return nil, fault.New(fault.Credentials)
	}
	return c.start(ctx, try, candidate, verdict, request.Body.Password, now)
}

// admit counts the try and returns who it would be; fault.Locked while the login takes none.
func (c CreateSession) admit(ctx context.Context, login string, now time.Time) (signin.Try, signin.Candidate, error) {
	for range maxKnocks {
		try, err := c.SignIns.Knock(ctx, login, now)
		if err != nil {
			return signin.Try{}, signin.Candidate{}, err
		}
		if wait := try.Earlier.Wait(try.Settings.Lockout, now); wait > 0 {
			return signin.Try{}, signin.Candidate{}, fault.Wait(fault.Locked, wait)
		}
		candidate, err := c.SignIns.Candidate(ctx, try, now)
		if !errors.Is(err, signin.ErrContended) {
			return try, candidate, err
		}
	}
	return signin.Try{}, signin.Candidate{}, fault.Wait(fault.Locked, contendedWait)
}

func (c CreateSession) start(ctx context.Context, try signin.Try, candidate signin.Candidate, verdict auth.Verdict, password string, now time.Time) (api.CreateSessionResponseObject, error) {
	token, err := auth.NewToken(candidate.Person.ID)
	if err != nil {
		return nil, err
	}
	session := signin.Session{
		PersonID: candidate.Person.ID, TokenHash: token.Hash(), Login: try.Login, Verified: candidate.Secret,
		StartedAt: now, EndsAt: now.Add(try.Settings.SessionFor()),
	}
	if verdict.Rehash {
		if session.Rehashed, err = c.Hasher.Hash(password); err != nil {
			return nil, err
		}
	}
	err = c.SignIns.StartSession(ctx, session)
	if errors.Is(err, signin.ErrContended) {
		return nil, fault.Wait(fault.Locked, contendedWait)
	}
	if err != nil {
		return nil, err
	}
	cookie := sessionCookie(token.Cookie(), c.Secure, try.Settings.SessionFor())
	return api.CreateSession200JSONResponse{
		Body:    personOf(candidate.Person, candidate.OpenTickets),
		Headers: api.CreateSession200ResponseHeaders{SetCookie: &cookie},
	}, nil
}

// sessionCookie is the cookie that carries a session; one that lasts no time clears it. Lax, so that a link in a mail opens
// the ticket; requests that change something are protected against other sites by httpapi.
func sessionCookie(value string, secure bool, lasts time.Duration) string {
	age := int(lasts / time.Second)
	if age <= 0 {
		age = -1
	}
	return (&http.Cookie{ //nolint:gosec // Secure is off only where the desk runs without TLS, on one's own machine
		Name: "session", Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: secure, SameSite: http.SameSiteLaxMode,
	}).String()
}
