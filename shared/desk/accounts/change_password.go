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
)

// Passwords stores what a change of password reads and writes.
type Passwords interface {
	// BeginPasswordCheck records an attempt of a signed-in person at their own password as a failure, and reads the same as
	// ReadPasswordCheck. It returns fault.Locked, with the remaining time, during a lock.
	BeginPasswordCheck(ctx context.Context, personID string, at time.Time) (account.PasswordCheck, error)
	// ReadPasswordCheck reads the person's credential and sessions.
	ReadPasswordCheck(ctx context.Context, personID string) (account.PasswordCheck, error)
	// ChangePassword stores the new password, its audit event and a new session, deletes the recorded failures and ends sessions. It returns
	// account.ErrContended if the person has signed in or changed the password since the check.
	ChangePassword(ctx context.Context, change account.PasswordChange, event audit.Event) error
}

// ChangePassword changes the caller's own password. Wrong current passwords lock it like failed sign-ins, but they are counted
// apart: strangers who try to sign in cannot prevent a change (A7). A successful change ends all sessions of the person, and starts
// a new one in the caller's browser, so a stolen token ends, too. Then the function `notify` queues a mail to the person (A6).
type ChangePassword struct {
	Passwords Passwords
	Audit     AuditLog
	Hasher    account.Hasher
	Policy    account.PasswordPolicy
	Clock     clock.Clock
	Cookies   Cookies
}

// ChangePassword implements the operation change-password.
func (c ChangePassword) ChangePassword(ctx context.Context, request api.ChangePasswordRequestObject) (api.ChangePasswordResponseObject, error) {
	user, input := caller.From(ctx), *request.Body
	if err := c.checkInput(user.Person, input); err != nil {
		return nil, err
	}
	now := c.Clock.Now()
	passwordCheck, err := c.Passwords.BeginPasswordCheck(ctx, user.ID, now)
	for range maxTries {
		if err == nil {
			err = c.change(ctx, user, passwordCheck, input, now)
		}
		if !errors.Is(err, account.ErrContended) {
			return api.ChangePassword204Response{}, err
		}
		passwordCheck, err = c.Passwords.ReadPasswordCheck(ctx, user.ID)
	}
	return nil, fault.WithRetryAfter(fault.Locked, contendedWait)
}

// maxTries is the maximum number of tries to store a new password if the person signs in at the same time.
const maxTries = 6

func (c ChangePassword) checkInput(p account.Person, input api.PasswordChange) error {
	var errs fault.FieldErrors
	check.Password(&errs, "current", input.Current, maxPassword)
	if input.New == input.Current {
		errs.Add("new", "password.same")
	} else if reason := c.Policy.Check(input.New, p.Username, p.Email, p.Name); reason.Key != "" {
		errs = append(errs, fault.FieldError{Name: "new", Message: reason})
	}
	return errs.Err()
}

func (c ChangePassword) change(ctx context.Context, user caller.Caller, passwordCheck account.PasswordCheck, input api.PasswordChange, now time.Time) error {
	verdict, err := c.Hasher.Verify(passwordCheck.Hash, input.Current)
	if err != nil {
		return fault.WithCause(fault.Unexpected, err)
	}
	event := user.Event(audit.PasswordChanged, now).About(user.ID).KeptFor(passwordCheck.Policy.AuditRetention)
	if !verdict.OK {
		if err := c.Audit.Record(ctx, event.Refuse()); err != nil {
			return err
		}
		var errs fault.FieldErrors
		errs.Add("current", "password.current")
		return errs.Err()
	}
	hash, err := c.Hasher.Hash(input.New)
	if err != nil {
		return err
	}
	token, err := account.NewToken(user.ID)
	if err != nil {
		return err
	}
	sessions := passwordCheck.Policy.Sessions
	err = c.Passwords.ChangePassword(ctx, account.PasswordChange{
		PersonID: user.ID, Verified: passwordCheck.Credential, Hash: hash, At: now,
		TokenHash: token.Hash(), EndsAt: sessions.End(user.Role, now), IdleEndsAt: sessions.IdleEnd(user.Role, now),
		Browser: account.DescribeBrowser(user.UserAgent), EndedSessions: passwordCheck.Sessions,
	}, event)
	if err == nil {
		c.Cookies.Begin(ctx, token, sessions.Of(user.Role).Lifetime)
	}
	return err
}
