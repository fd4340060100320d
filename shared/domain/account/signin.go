package account

import (
	"errors"
	"time"
)

// ErrContended reports that another attempt on the same login was recorded at the same time, or that the credential changed
// while it was verified. The caller starts again.
var ErrContended = errors.New("a concurrent sign-in attempt on the same login")

// Failures are the failed attempts on a login so far. The zero value has none.
type Failures struct {
	Count int
	Last  time.Time
}

// Under returns the attempts under a lockout policy. Only Count and Last are stored, so a changed policy applies at once.
func (f Failures) Under(policy Lockout) Attempts {
	if f.Count == 0 {
		return Attempts{}
	}
	return policy.Failed(Attempts{Failures: f.Count - 1, Last: f.Last}, f.Last)
}

// Next returns the failures after one more at the given time.
func (f Failures) Next(policy Lockout, at time.Time) Failures {
	after := policy.Failed(f.Under(policy), at)
	return Failures{Count: after.Failures, Last: after.Last}
}

// Wait returns how long the login stays locked; 0 when it is not.
func (f Failures) Wait(policy Lockout, at time.Time) time.Duration {
	return policy.Wait(f.Under(policy), at)
}

// SignInPolicy has the settings that sign-in depends on (A1).
type SignInPolicy struct {
	Lockout Lockout
	// FailedPerAddress is how many failed attempts one address may make in a window, on any login.
	FailedPerAddress int
	// SessionFor is how long a new session lasts.
	SessionFor time.Duration
}

// SignInAttempt is an attempt to sign in, before the password is verified.
type SignInAttempt struct {
	Login string
	// PersonID is the owner of the login; empty when nobody has it.
	PersonID string
	// Recorded reports that the attempt is already recorded as the login's first failure. Otherwise Earlier has the
	// failures so far, and the attempt must still be recorded.
	Recorded bool
	Earlier  Failures
	Policy   SignInPolicy
}

// Credential is what a password is verified against. The zero value matches no password.
type Credential struct {
	// Hash is a PHC or bcrypt string; empty when the person has no password.
	Hash string
	// Version grows with every sign-in and password change. Writes are conditional on it, so that concurrent ones conflict.
	Version int64
}

// SignInCandidate is the person who signs in if the password is right.
type SignInCandidate struct {
	Credential
	Person      Person
	OpenTickets int
}

// NewSession is a session to start. Starting it clears the failures of its login.
type NewSession struct {
	PersonID  string
	TokenHash string
	Login     string
	Verified  Credential
	// Rehashed replaces the stored hash; empty leaves it.
	Rehashed  string
	StartedAt time.Time
	EndsAt    time.Time
}

// PasswordCheck is what a signed-in person's current password is verified against, and their sessions.
type PasswordCheck struct {
	SignInAttempt
	Credential
	// Sessions are the token hashes of the person's sessions.
	Sessions []string
}

// PasswordChange is a new password and the sessions that end with it.
type PasswordChange struct {
	PersonID string
	Login    string
	Verified Credential
	Hash     string
	At       time.Time
	// Ends are the token hashes of the sessions to end.
	Ends []string
}
