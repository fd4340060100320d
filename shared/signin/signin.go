// Package signin has what proving who one is takes (A1): tries that are counted before anything is verified, the secret to
// verify against, and the session that follows.
package signin

import (
	"errors"
	"time"

	"mesa/shared/account"
	"mesa/shared/auth"
	"mesa/shared/settings"
)

// ErrContended reports that another try at the same login was counted at the same moment, or that the secret changed while
// it was being verified: begin anew.
var ErrContended = errors.New("another try at the same login came between")

// Failures are the tries at a login that came to nothing so far; the zero value is a clean record.
type Failures struct {
	Count int
	Last  time.Time
}

// Under returns the record as a lockout policy sees it. Only Count and Last are kept, so a change of policy holds at once.
func (f Failures) Under(policy auth.Lockout) auth.Attempts {
	if f.Count == 0 {
		return auth.Attempts{}
	}
	return policy.Failed(auth.Attempts{Failures: f.Count - 1, Last: f.Last}, f.Last)
}

// Next returns the record after one more failure.
func (f Failures) Next(policy auth.Lockout, at time.Time) Failures {
	after := policy.Failed(f.Under(policy), at)
	return Failures{Count: after.Failures, Last: after.Last}
}

// Wait returns how long the login takes no try.
func (f Failures) Wait(policy auth.Lockout, at time.Time) time.Duration {
	return policy.Wait(f.Under(policy), at)
}

// Try is a try at a login, before anything is verified.
type Try struct {
	Login string
	// PersonID is whose login it is; empty when it's nobody's.
	PersonID string
	// Counted says that the try is counted already, as the first on a clean record. Else Earlier has the record, and
	// the try is still to be counted.
	Counted bool
	Earlier Failures
	// Settings are the desk's, for lockout and session.
	Settings settings.Settings
}

// Secret is what a password is verified against. The zero value is nobody's.
type Secret struct {
	// Hash is a PHC or bcrypt string; empty where there is none to verify against.
	Hash string
	// Version grows with every sign-in and change, so that none is overlooked by another.
	Version int64
}

// Candidate is who a person would be if the password is right.
type Candidate struct {
	Secret
	Person      account.Person
	OpenTickets int
}

// Session is a session to begin: it clears its login's record of failures and keeps a better hash where there is one.
type Session struct {
	PersonID  string
	TokenHash string
	Login     string
	Verified  Secret
	// Rehashed replaces the verified hash; empty keeps it.
	Rehashed  string
	StartedAt time.Time
	EndsAt    time.Time
}

// Proof is what a signed-in person's password is verified against once more, and the sessions that they have.
type Proof struct {
	Try
	Secret
	Sessions []string
}

// Change is a new password, and the sessions that end with it.
type Change struct {
	PersonID string
	Login    string
	Verified Secret
	Hash     string
	At       time.Time
	Ends     []string
}
