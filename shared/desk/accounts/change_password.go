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

// Passwords is what changing a password asks of the store.
type Passwords interface {
	// BeginPasswordCheck begins a try at a signed-in person's own password, with the record of failures of their user name, on which the
	// try is counted where it's clean, and the sessions that they have.
	BeginPasswordCheck(ctx context.Context, p account.Person, at time.Time) (account.PasswordCheck, error)
	// RecordAttempt counts a try that isn't counted yet. account.ErrContended when another was counted since.
	RecordAttempt(ctx context.Context, try account.SignInAttempt, at time.Time) error
	// ChangePassword keeps the new password, clears the record and ends sessions. account.ErrContended when somebody has
	// signed in or changed the password since the proof.
	ChangePassword(ctx context.Context, change account.PasswordChange) error
}

// ChangePassword changes one's own password. A wrong present one counts for the lockout, like a failed sign-in; afterwards
// every other session has ended.
type ChangePassword struct {
	Passwords Passwords
	Hasher    account.Hasher
	Policy    account.PasswordPolicy
	Clock     clock.Clock
}

// ChangePassword implements the operation change-password.
func (c ChangePassword) ChangePassword(ctx context.Context, request api.ChangePasswordRequestObject) (api.ChangePasswordResponseObject, error) {
	who, input := caller.From(ctx), *request.Body
	if err := c.checked(who.Person, input); err != nil {
		return nil, err
	}
	now := c.Clock.Now()
	for range maxKnocks {
		err := c.change(ctx, who, input, now)
		if !errors.Is(err, account.ErrContended) {
			return api.ChangePassword204Response{}, err
		}
	}
	return nil, fault.Wait(fault.Locked, contendedWait)
}

func (c ChangePassword) checked(p account.Person, input api.PasswordChange) error {
	var wrong fault.Fields
	check.Secret(&wrong, "current", input.Current, maxPassword)
	if input.New == input.Current {
		wrong.Add("new", "password.same")
	} else if unfit := c.Policy.Check(input.New, p.Username, p.Email, p.Name); unfit.Key != "" {
		wrong = append(wrong, fault.Field{Name: "new", Message: unfit})
	}
	return wrong.Err()
}

func (c ChangePassword) change(ctx context.Context, who caller.Caller, input api.PasswordChange, now time.Time) error {
	proof, err := c.Passwords.BeginPasswordCheck(ctx, who.Person, now)
	if err != nil {
		return err
	}
	if wait := proof.Earlier.Wait(proof.Policy.Lockout, now); wait > 0 {
		return fault.Wait(fault.Locked, wait)
	}
	if !proof.Recorded {
		if err := c.Passwords.RecordAttempt(ctx, proof.SignInAttempt, now); err != nil {
			return err
		}
	}
	verdict, err := c.Hasher.Verify(proof.Hash, input.Current)
	if err != nil {
		return fault.Because(fault.Unexpected, err)
	}
	if !verdict.OK {
		var wrong fault.Fields
		wrong.Add("current", "password.current")
		return wrong.Err()
	}
	hash, err := c.Hasher.Hash(input.New)
	if err != nil {
		return err
	}
	return c.Passwords.ChangePassword(ctx, account.PasswordChange{
		PersonID: who.ID, Login: proof.Login, Verified: proof.Credential, Hash: hash, At: now,
		Ends: others(proof.Sessions, who.SessionHash),
	})
}

func others(sessions []string, own string) []string {
	rest := make([]string, 0, len(sessions))
	for _, session := range sessions {
		if session != own {
			rest = append(rest, session)
		}
	}
	return rest
}
