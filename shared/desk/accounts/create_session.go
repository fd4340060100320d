package accounts

import (
	"context"
	"errors"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/platform/observe"
)

// SignIns stores what signing in reads and writes. Its methods are called in this order. StartSession is only called if the
// password is correct.
type SignIns interface {
	// FindLogin returns the owner of a login and the policy of signing in.
	FindLogin(ctx context.Context, login string) (account.Login, error)
	// RecordAndReadCandidate records the attempt as a failure, and returns the person who owns the login, or the zero value if
	// nobody owns it. It returns fault.Locked, with the remaining time, while the counter of the attempt is locked.
	RecordAndReadCandidate(ctx context.Context, attempt account.SignInAttempt, at time.Time) (account.SignInCandidate, error)
	// StartSession stores a session with its audit event, ends the session that it replaces, and deletes the recorded failures. It
	// returns account.ErrContended if the stored hash has changed since it was read.
	StartSession(ctx context.Context, session account.NewSession, event audit.Event) error
}

// AuditLog stores audit events of acts that change nothing.
type AuditLog interface {
	Record(ctx context.Context, event audit.Event) error
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
// counted per person, separately for strangers and for each known device, and strangers' failures per address too. After too
// many failures the counter is locked for a while, or strangers' attempts from the address are refused until the window ends.
// Neither the response nor its time reveals whether an account exists.
type CreateSession struct {
	SignIns SignIns
	Audit   AuditLog
	Limits  Limits
	Hasher  account.Hasher
	Keys    account.Keys
	Clock   clock.Clock
	Cookies Cookies
}

// Cookies sets and clears the cookies of a session in the response.
type Cookies interface {
	// Begin sets the cookies of a new session for its lifetime.
	Begin(ctx context.Context, token account.Token, lifetime time.Duration)
	// Remember sets the cookie of a known device.
	Remember(ctx context.Context, device account.Device)
	// End clears the cookies of the session.
	End(ctx context.Context)
}

const (
	maxLogin    = 254
	maxPassword = 200
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
	attempt, device, err := c.beginAttempt(ctx, login, now)
	if err != nil {
		return nil, err
	}
	candidate, err := c.readCandidate(ctx, attempt, device, now)
	if err != nil {
		return nil, err
	}
	verdict, err := c.Hasher.Verify(candidate.Hash, request.Body.Password)
	if err != nil {
		return nil, fault.WithCause(fault.Credentials, err)
	}
	if !verdict.OK || candidate.Person.Disabled {
		return nil, c.refuse(ctx, attempt, now)
	}
	return c.start(ctx, attempt, device, candidate, verdict, request.Body.Password, now)
}

// refuse records a refused attempt and returns fault.Credentials. The event contains the owner of the login, but not the login that
// was typed, because it can be a password. The lockout and the limit of the address bound the number of these events, since attempts
// that they refuse have none.
func (c CreateSession) refuse(ctx context.Context, attempt account.SignInAttempt, now time.Time) error {
	event := caller.From(ctx).Event(audit.SignInFailed, now).About(attempt.PersonID).Refuse().KeptFor(attempt.Policy.AuditRetention)
	if err := c.Audit.Record(ctx, event); err != nil {
		return err
	}
	return fault.New(fault.Credentials)
}

// beginAttempt counts the attempt for its address, and finds the owner of the login and the device. It returns
// fault.TooManyRequests if strangers at the address have made too many failed attempts.
func (c CreateSession) beginAttempt(ctx context.Context, login string, now time.Time) (account.SignInAttempt, account.Device, error) {
	var (
		attempt  account.SignInAttempt
		failures int
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			attempt.Login, err = c.SignIns.FindLogin(ctx, login)
			return err
		},
		func(ctx context.Context) (err error) {
			failures, err = c.Limits.Count(ctx, limit.FailedSignIns, sourceOf(ctx), now)
			return err
		},
	)
	if err != nil {
		return account.SignInAttempt{}, account.Device{}, err
	}
	device := c.Keys.DeviceOf(caller.From(ctx).DeviceCookie, attempt.PersonID)
	if device.ID == "" && failures > attempt.Policy.FailedPerAddress {
		return account.SignInAttempt{}, account.Device{}, fault.WithRetryAfter(fault.TooManyRequests, limit.FailedSignIns.TimeLeft(now))
	}
	attempt.Counter = account.DeviceCounter(attempt.PersonID, device)
	if attempt.PersonID == "" {
		attempt.Counter = account.UnknownLoginCounter(c.Keys.HideLogin(login))
	}
	return attempt, device, nil
}

// readCandidate records the attempt and reads the person who owns the login. The attempt of a known device does not count as a
// failure of its address.
func (c CreateSession) readCandidate(ctx context.Context, attempt account.SignInAttempt, device account.Device, now time.Time) (account.SignInCandidate, error) {
	var candidate account.SignInCandidate
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			candidate, err = c.SignIns.RecordAndReadCandidate(ctx, attempt, now)
			return err
		},
		func(ctx context.Context) error {
			if device.ID != "" {
				c.uncount(ctx, now)
			}
			return nil
		},
	)
	return candidate, err
}

// uncount subtracts the attempt from the failures of the address. If the call fails, the address has one failure too many until
// the window ends.
func (c CreateSession) uncount(ctx context.Context, now time.Time) {
	_ = c.Limits.Uncount(ctx, limit.FailedSignIns, sourceOf(ctx), now)
}

func sourceOf(ctx context.Context) string { return limit.Source(caller.From(ctx).Address) }

func (c CreateSession) start(
	ctx context.Context, attempt account.SignInAttempt, device account.Device, candidate account.SignInCandidate, verdict account.Verdict, password string, now time.Time,
) (api.CreateSessionResponseObject, error) {
	token, err := account.NewToken(candidate.Person.ID)
	if err != nil {
		return nil, err
	}
	sessions, role := attempt.Policy.Sessions, candidate.Person.Role
	session := account.NewSession{
		PersonID: candidate.Person.ID, TokenHash: token.Hash(), Counter: attempt.Counter, Verified: candidate.Credential,
		StartedAt: now, EndsAt: sessions.End(role, now), IdleEndsAt: sessions.IdleEnd(role, now),
		Browser: account.DescribeBrowser(caller.From(ctx).UserAgent), Replaces: account.SessionIDOf(caller.From(ctx).BrowserSession),
	}
	if verdict.Rehash {
		if session.Rehashed, err = c.Hasher.Hash(password); err != nil {
			return nil, err
		}
	}
	event := caller.Caller{Person: candidate.Person, Address: caller.From(ctx).Address}.Event(audit.SignedIn, now).
		KeptFor(attempt.Policy.AuditRetention)
	err = observe.Parallel(ctx,
		func(ctx context.Context) error { return c.SignIns.StartSession(ctx, session, event) },
		func(ctx context.Context) error {
			if device.ID == "" {
				c.uncount(ctx, now)
			}
			return nil
		},
	)
	if errors.Is(err, account.ErrContended) {
		return nil, fault.WithRetryAfter(fault.Locked, contendedWait)
	}
	if err != nil {
		return nil, err
	}
	c.Cookies.Begin(ctx, token, sessions.Of(role).Lifetime)
	if device.ID == "" {
		device = c.Keys.NewDevice(candidate.Person.ID)
	}
	if device.Cookie != "" {
		c.Cookies.Remember(ctx, device)
	}
	return api.CreateSession200JSONResponse{Body: personOf(candidate.Person, candidate.Tickets, session.IdleEndsAt, now)}, nil
}
