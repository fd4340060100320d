package accounts

import (
	"context"
	"errors"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/platform/observe"
)

// SignIns is what signing in asks of the store: three calls, one after the other.
type SignIns interface {
	// BeginAttempt begins a try at a login: whose it is, and the record of failures, on which the try is counted where it's clean.
	BeginAttempt(ctx context.Context, login string, at time.Time) (account.SignInAttempt, error)
	// Candidate counts the try, unless it is counted, and returns who it would be; the zero value for nobody.
	// account.ErrContended when another try at the login was counted since the knock.
	Candidate(ctx context.Context, try account.SignInAttempt, at time.Time) (account.SignInCandidate, error)
	// StartSession keeps a session and clears the record. account.ErrContended when the password has changed meanwhile.
	StartSession(ctx context.Context, session account.NewSession) error
}

// Limits counts what one address does.
type Limits interface {
	// Count counts an act, and returns how many that makes in the present window.
	Count(ctx context.Context, act limit.Act, source string, at time.Time) (int, error)
	// Uncount takes back one that was counted at an instant.
	Uncount(ctx context.Context, act limit.Act, source string, at time.Time) error
}

// CreateSession signs a person in by user name or e-mail address (A1). Every try is counted as a failure before its password
// is verified, so that tries made at once all count, and a right password clears the record. It counts for the login, which
// takes no more for a while, and for the address that it came from, which may guess at no login any more. Whether there is
// such a person shows neither in the answer nor in the work done.
type CreateSession struct {
	SignIns SignIns
	Limits  Limits
	Hasher  account.Hasher
	Clock   clock.Clock
	Cookies Cookies
}

// Cookies set and clear the cookies of a session in the response.
type Cookies interface {
	// Begin sets the cookies of a new session for as long as it lasts.
	Begin(ctx context.Context, token account.Token, lasts time.Duration)
	// End clears the cookies.
	End(ctx context.Context)
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

// admit counts the try and returns who it would be; fault.Locked while the login takes none, fault.TooManyRequests while the
// address may make none.
func (c CreateSession) admit(ctx context.Context, login string, now time.Time) (account.SignInAttempt, account.SignInCandidate, error) {
	var failed int
	for knocks := range maxKnocks {
		var try account.SignInAttempt
		err := observe.Parallel(ctx,
			func(ctx context.Context) (err error) {
				try, err = c.SignIns.BeginAttempt(ctx, login, now)
				return err
			},
			func(ctx context.Context) (err error) {
				if knocks == 0 {
					failed, err = c.Limits.Count(ctx, limit.FailedSignIns, sourceOf(ctx), now)
				}
				return err
			},
		)
		if err != nil {
			return account.SignInAttempt{}, account.SignInCandidate{}, err
		}
		if failed > try.Policy.FailedPerAddress {
			return account.SignInAttempt{}, account.SignInCandidate{}, fault.Wait(fault.TooManyRequests, limit.FailedSignIns.Left(now))
		}
		if wait := try.Earlier.Wait(try.Policy.Lockout, now); wait > 0 {
			return account.SignInAttempt{}, account.SignInCandidate{}, fault.Wait(fault.Locked, wait)
		}
		candidate, err := c.SignIns.Candidate(ctx, try, now)
		if !errors.Is(err, account.ErrContended) {
			return try, candidate, err
		}
	}
	return account.SignInAttempt{}, account.SignInCandidate{}, fault.Wait(fault.Locked, contendedWait)
}

func sourceOf(ctx context.Context) string { return limit.Source(caller.From(ctx).Address) }

func (c CreateSession) start(ctx context.Context, try account.SignInAttempt, candidate account.SignInCandidate, verdict account.Verdict, password string, now time.Time) (api.CreateSessionResponseObject, error) {
	token, err := account.NewToken(candidate.Person.ID)
	if err != nil {
		return nil, err
	}
	session := account.NewSession{
		PersonID: candidate.Person.ID, TokenHash: token.Hash(), Login: try.Login, Verified: candidate.Credential,
		StartedAt: now, EndsAt: now.Add(try.Policy.SessionFor),
	}
	if verdict.Rehash {
		if session.Rehashed, err = c.Hasher.Hash(password); err != nil {
			return nil, err
		}
	}
	err = observe.Parallel(ctx,
		func(ctx context.Context) error { return c.SignIns.StartSession(ctx, session) },
		func(ctx context.Context) error {
			_ = c.Limits.Uncount(ctx, limit.FailedSignIns, sourceOf(ctx), now) // one failure too many for the address; the person is signed in
			return nil
		},
	)
	if errors.Is(err, account.ErrContended) {
		return nil, fault.Wait(fault.Locked, contendedWait)
	}
	if err != nil {
		return nil, err
	}
	c.Cookies.Begin(ctx, token, try.Policy.SessionFor)
	return api.CreateSession200JSONResponse{Body: personOf(candidate.Person, candidate.OpenTickets)}, nil
}
