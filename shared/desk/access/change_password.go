package access

import (
	"context"
	"errors"
	"time"

	"mesa/shared/account"
	"mesa/shared/api"
	"mesa/shared/auth"
	"mesa/shared/check"
	"mesa/shared/clock"
	"mesa/shared/desk/caller"
	"mesa/shared/fault"
	"mesa/shared/signin"
)

// Passwords is what changing a password asks of the store.
type Passwords interface {
	// Proof begins a try at a signed-in person's own password, with the record of failures of their user name, on which the
	// try is counted where it's clean, and the sessions that they have.
	Proof(ctx context.Context, p account.Person, at time.Time) (signin.Proof, error)
	// CountTry counts a try that isn't counted yet. signin.ErrContended when another was counted since.
	CountTry(ctx context.Context, try signin.Try, at time.Time) error
	// ChangePassword keeps the new password, clears the record and ends sessions. signin.ErrContended when somebody has
	// signed in or changed the password since the proof.
	ChangePassword(ctx context.Context, change signin.Change) error
}

// ChangePassword changes one's own password. A wrong present one counts for the lockout, like a failed sign-in; afterwards
// every other session has ended.
type ChangePassword struct {
	api.StrictServerInterface
	Passwords Passwords
	Hasher    auth.Hasher
	Policy    auth.PasswordPolicy
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
		if !errors.Is(err, signin.ErrContended) {
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
	proof, err := c.Passwords.Proof(ctx, who.Person, now)
	if err != nil {
		return err
	}
	if wait := proof.Earlier.Wait(proof.Settings.Lockout, now); wait > 0 {
		return fault.Wait(fault.Locked, wait)
	}
	if !proof.Counted {
		if err := c.Passwords.CountTry(ctx, proof.Try, now); err != nil {
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
	return c.Passwords.ChangePassword(ctx, signin.Change{
		PersonID: who.ID, Login: proof.Login, Verified: proof.Secret, Hash: hash, At: now,
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
