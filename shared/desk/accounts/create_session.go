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

// SignIns stores what signing in reads and writes. Its methods are called in this order. If RecordAndReadCandidate returns
// account.ErrContended, the attempt begins again. StartSession is only called if the password is correct.
type SignIns interface {
	// BeginAttempt begins an attempt to sign in. It reads the owner and the recorded failures of a login. It records the
	// attempt as a failure if the login has no recorded failure yet.
	BeginAttempt(ctx context.Context, login string, at time.Time) (account.SignInAttempt, error)
	// RecordAndReadCandidate records the attempt as a failure if it is not recorded yet, and returns the person who owns the
	// login, or the zero value if nobody does. It returns account.ErrContended if another attempt at the login was recorded
	// after BeginAttempt.
	RecordAndReadCandidate(ctx context.Context, attempt account.SignInAttempt, at time.Time) (account.SignInCandidate, error)
	// StartSession stores a session and deletes the recorded failures. It returns account.ErrContended if the stored hash has
	// changed since it was read.
	StartSession(ctx context.Context, session account.NewSession) error
}

// Limits counts acts by address.
type Limits interface {
	// Count counts an act and returns the number of acts in the current window, including this one.
	Count(ctx context.Context, act limit.Act, source string, at time.Time) (int, error)
	// Uncount subtracts an act from the window in which it was counted.
	Uncount(ctx context.Context, act limit.Act, source string, at time.Time) error
}

// CreateSession signs a person in by user name or e-mail address (A1, A7, A8). It counts each attempt as a failure before it
// verifies the password, so that concurrent attempts are all counted. A correct password deletes the failures. Failures are
// counted per login and per address. After too many failures the login is locked for a while, or every attempt from the address
// is refused until the window ends. Neither the response nor its time reveals whether an account exists.
type CreateSession struct {
	SignIns SignIns
	Limits  Limits
	Hasher  account.Hasher
	Clock   clock.Clock
	Cookies Cookies
}

// Cookies sets and clears the cookies of a session in the response.
type Cookies interface {
	// Begin sets the cookies of a new session for its lifetime.
	Begin(ctx context.Context, token account.Token, lifetime time.Duration)
	// End clears the cookies.
	End(ctx context.Context)
}

const (
	maxLogin    = 254
	maxPassword = 200
	// maxAttempts is the maximum number of tries if concurrent attempts at the same login conflict.
	maxAttempts = 6
	// contendedWait is the Retry-After of a response that refuses an attempt because of a conflict.
	contendedWait = time.Second
)

// CreateSession implements the operation create-session.
func (c CreateSession) CreateSession(ctx context.Context, request api.CreateSessionRequestObject) (api.CreateSessionResponseObject, error) {
	var errs fault.FieldErrors
	login := check.Line(&errs, "username", request.Body.Username, 1, maxLogin)
	check.Password(&errs, "password", request.Body.Password, maxPassword)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	now := c.Clock.Now()
	attempt, candidate, err := c.beginAttempt(ctx, login, now)
	if err != nil {
		return nil, err
	}
	verdict, err := c.Hasher.Verify(candidate.Hash, request.Body.Password)
	if err != nil {
		return nil, fault.WithCause(fault.Credentials, err)
	}
	if !verdict.OK || candidate.Person.Disabled {
		return nil, fault.New(fault.Credentials)
	}
	return c.start(ctx, attempt, candidate, verdict, request.Body.Password, now)
}

// beginAttempt records the attempt and returns the owner of the login. It returns fault.Locked while the login is locked, and
// fault.TooManyRequests if the address has made too many failed attempts.
func (c CreateSession) beginAttempt(ctx context.Context, login string, now time.Time) (account.SignInAttempt, account.SignInCandidate, error) {
	var failures int
	for i := range maxAttempts {
		var attempt account.SignInAttempt
		err := observe.Parallel(ctx,
			func(ctx context.Context) (err error) {
				attempt, err = c.SignIns.BeginAttempt(ctx, login, now)
				return err
			},
			func(ctx context.Context) (err error) {
				if i == 0 {
					failures, err = c.Limits.Count(ctx, limit.FailedSignIns, sourceOf(ctx), now)
				}
				return err
			},
		)
		if err != nil {
			return account.SignInAttempt{}, account.SignInCandidate{}, err
		}
		if failures > attempt.Policy.FailedPerAddress {
			return account.SignInAttempt{}, account.SignInCandidate{}, fault.WithRetryAfter(fault.TooManyRequests, limit.FailedSignIns.TimeLeft(now))
		}
		if wait := attempt.Earlier.Wait(attempt.Policy.Lockout, now); wait > 0 {
			return account.SignInAttempt{}, account.SignInCandidate{}, fault.WithRetryAfter(fault.Locked, wait)
		}
		candidate, err := c.SignIns.RecordAndReadCandidate(ctx, attempt, now)
		if !errors.Is(err, account.ErrContended) {
			return attempt, candidate, err
		}
	}
	return account.SignInAttempt{}, account.SignInCandidate{}, fault.WithRetryAfter(fault.Locked, contendedWait)
}

func sourceOf(ctx context.Context) string { return limit.Source(caller.From(ctx).Address) }

func (c CreateSession) start(ctx context.Context, attempt account.SignInAttempt, candidate account.SignInCandidate, verdict account.Verdict, password string, now time.Time) (api.CreateSessionResponseObject, error) {
	token, err := account.NewToken(candidate.Person.ID)
	if err != nil {
		return nil, err
	}
	session := account.NewSession{
		PersonID: candidate.Person.ID, TokenHash: token.Hash(), Login: attempt.Login, Verified: candidate.Credential,
		StartedAt: now, EndsAt: now.Add(attempt.Policy.SessionLifetime),
	}
	if verdict.Rehash {
		if session.Rehashed, err = c.Hasher.Hash(password); err != nil {
			return nil, err
		}
	}
	err = observe.Parallel(ctx,
		func(ctx context.Context) error { return c.SignIns.StartSession(ctx, session) },
		func(ctx context.Context) error {
			_ = c.Limits.Uncount(ctx, limit.FailedSignIns, sourceOf(ctx), now) // an error leaves one failure too many
			return nil
		},
	)
	if errors.Is(err, account.ErrContended) {
		return nil, fault.WithRetryAfter(fault.Locked, contendedWait)
	}
	if err != nil {
		return nil, err
	}
	c.Cookies.Begin(ctx, token, attempt.Policy.SessionLifetime)
	return api.CreateSession200JSONResponse{Body: personOf(candidate.Person, candidate.OpenTickets)}, nil
}
