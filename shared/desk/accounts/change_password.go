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
)

// Passwords stores what a change of password reads and writes.
type Passwords interface {
	// BeginPasswordCheck begins an attempt at a signed-in person's own password. It records the attempt as a failure if their
	// user name has no recorded failure yet, and reads the person's credential and sessions.
	BeginPasswordCheck(ctx context.Context, p account.Person, at time.Time) (account.PasswordCheck, error)
	// RecordAttempt records an attempt as a failure if it is not recorded yet. It returns account.ErrContended if another
	// attempt was recorded in the meantime.
	RecordAttempt(ctx context.Context, attempt account.SignInAttempt, at time.Time) error
	// ChangePassword stores the new password, deletes the recorded failures and ends sessions. It returns account.ErrContended
	// if the person has signed in or changed the password since the check.
	ChangePassword(ctx context.Context, change account.PasswordChange) error
}

// ChangePassword changes the caller's own password. A wrong current password counts for the lockout like a failed sign-in. A
// successful change ends all other sessions of the person.
type ChangePassword struct {
	Passwords Passwords
	Hasher    account.Hasher
	Policy    account.PasswordPolicy
	Clock     clock.Clock
}

// ChangePassword implements the operation change-password.
func (c ChangePassword) ChangePassword(ctx context.Context, request api.ChangePasswordRequestObject) (api.ChangePasswordResponseObject, error) {
	user, input := caller.From(ctx), *request.Body
	if err := c.checkInput(user.Person, input); err != nil {
		return nil, err
	}
	now := c.Clock.Now()
	for range maxAttempts {
		err := c.change(ctx, user, input, now)
		if !errors.Is(err, account.ErrContended) {
			return api.ChangePassword204Response{}, err
		}
	}
	return nil, fault.WithRetryAfter(fault.Locked, contendedWait)
}

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

func (c ChangePassword) change(ctx context.Context, user caller.Caller, input api.PasswordChange, now time.Time) error {
	passwordCheck, err := c.Passwords.BeginPasswordCheck(ctx, user.Person, now)
	if err != nil {
		return err
	}
	if wait := passwordCheck.Earlier.Wait(passwordCheck.Policy.Lockout, now); wait > 0 {
		return fault.WithRetryAfter(fault.Locked, wait)
	}
	if !passwordCheck.Recorded {
		if err := c.Passwords.RecordAttempt(ctx, passwordCheck.SignInAttempt, now); err != nil {
			return err
		}
	}
	verdict, err := c.Hasher.Verify(passwordCheck.Hash, input.Current)
	if err != nil {
		return fault.WithCause(fault.Unexpected, err)
	}
	if !verdict.OK {
		var errs fault.FieldErrors
		errs.Add("current", "password.current")
		return errs.Err()
	}
	hash, err := c.Hasher.Hash(input.New)
	if err != nil {
		return err
	}
	return c.Passwords.ChangePassword(ctx, account.PasswordChange{
		PersonID: user.ID, Login: passwordCheck.Login, Verified: passwordCheck.Credential, Hash: hash, At: now,
		EndedSessions: otherSessions(passwordCheck.Sessions, user.SessionHash),
	})
}

func otherSessions(sessions []string, current string) []string {
	others := make([]string, 0, len(sessions))
	for _, session := range sessions {
		if session != current {
			others = append(others, session)
		}
	}
	return others
}
