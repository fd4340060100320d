package account

import (
	"errors"
	"time"
)

// ErrContended reports that another attempt on the same login was recorded at the same time, or that the credential changed
// while it was verified. The caller begins the attempt again, or refuses it with a short Retry-After.
var ErrContended = errors.New("a concurrent sign-in attempt on the same login")

// Failures is the stored record of failed attempts on a login. The zero value means no failures.
type Failures struct {
	Count int
	Last  time.Time
}

// AttemptsUnder returns the attempts under a lockout policy. The end of the lock is not stored but computed, so a change of the
// policy takes effect immediately.
func (f Failures) AttemptsUnder(policy Lockout) Attempts {
	if f.Count == 0 {
		return Attempts{}
	}
	return policy.AfterFailure(Attempts{Failures: f.Count - 1, Last: f.Last}, f.Last)
}

// AfterFailure returns the failures after another failure at the given time.
func (f Failures) AfterFailure(policy Lockout, at time.Time) Failures {
	after := policy.AfterFailure(f.AttemptsUnder(policy), at)
	return Failures{Count: after.Failures, Last: after.Last}
}

// Wait returns the remaining duration of the lock of the login, or 0 if it is not locked.
func (f Failures) Wait(policy Lockout, at time.Time) time.Duration {
	return policy.Wait(f.AttemptsUnder(policy), at)
}

// SignInPolicy holds the settings that sign-in depends on (A1, A7, A8).
type SignInPolicy struct {
	Lockout Lockout
	// FailedPerAddress is the maximum number of failed attempts from one address in a window, on all logins together.
	FailedPerAddress int
	// SessionLifetime is the lifetime of a new session.
	SessionLifetime time.Duration
}

// SignInAttempt is an attempt to sign in, before the password is verified.
type SignInAttempt struct {
	Login string
	// PersonID identifies the owner of the login. It is empty if the login does not exist.
	PersonID string
	// Recorded reports that the attempt is already recorded as the login's first failure. Otherwise Earlier holds the previous
	// failures, and the attempt must still be recorded.
	Recorded bool
	Earlier  Failures
	Policy   SignInPolicy
}

// Credential holds the stored hash of a person's password. The zero value matches no password.
type Credential struct {
	// Hash is a PHC or bcrypt string. It is empty if the person has no password.
	Hash string
	// Version grows with every sign-in and password change. A password change is conditional on it, so it conflicts with a
	// concurrent sign-in or password change. A sign-in is conditional on Hash only, so sign-ins do not conflict with each other
	// unless one stores a new hash (NewSession.Rehashed).
	Version int64
}

// SignInCandidate is the person who is signed in if the password is correct, with their credential and the number of their open
// tickets.
type SignInCandidate struct {
	Credential
	Person      Person
	OpenTickets int
}

// NewSession is a session to start. When it is stored, the failures of its login are deleted.
type NewSession struct {
	PersonID  string
	TokenHash string
	Login     string
	Verified  Credential
	// Rehashed is a new hash of the same password, which replaces the stored hash. If it is empty, the stored hash does not
	// change.
	Rehashed  string
	StartedAt time.Time
	EndsAt    time.Time
}

// PasswordCheck holds the data for verifying a signed-in person's current password, and their sessions.
type PasswordCheck struct {
	SignInAttempt
	Credential
	// Sessions are the token hashes of the person's sessions.
	Sessions []string
}

// PasswordChange holds a new password hash and the sessions that end with the change.
type PasswordChange struct {
	PersonID string
	Login    string
	Verified Credential
	Hash     string
	At       time.Time
	// EndedSessions are the token hashes of the sessions to end.
	EndedSessions []string
}
