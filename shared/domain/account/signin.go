package account

import (
	"errors"
	"time"
)

// ErrContended reports that the credential changed while it was verified. The caller starts the check again, or refuses the
// attempt with a short Retry-After.
var ErrContended = errors.New("the credential has changed in the meantime")

// Counter identifies a record of failed attempts. Each person has separate counters for strangers, for each known device and
// for changes of their password. So strangers who guess cannot lock a person out of a known device, or out of changing their
// password. Each counter covers all logins of a person.
type Counter struct {
	// Owner is a person's id, or the code of Keys.HideLogin for a login that belongs to nobody.
	Owner string
	// Source distinguishes the counters of an owner.
	Source string
}

// DeviceCounter returns the counter of sign-ins from a device of a person. A device without an id counts as a stranger's
// device.
func DeviceCounter(personID string, device Device) Counter {
	if device.ID == "" {
		return Counter{personID, "STRANGERS"}
	}
	return Counter{personID, "DEVICE#" + device.ID}
}

// UnknownLoginCounter returns the counter of sign-ins with a login that nobody has, given the result of Keys.HideLogin.
func UnknownLoginCounter(hidden string) Counter { return Counter{"login:" + hidden, "STRANGERS"} }

// PasswordCounter returns the counter of a signed-in person's attempts to enter their own password.
func PasswordCounter(personID string) Counter { return Counter{personID, "PASSWORD"} }

// SignInPolicy holds the settings that sign-in depends on (A1, A7, A8).
type SignInPolicy struct {
	Lockout Lockout
	// FailedPerAddress is the maximum number of strangers' failed attempts from one address in a window, on all logins together.
	FailedPerAddress int
	// Sessions limits new sessions.
	Sessions SessionPolicy
	// AuditRetention is the time for which the audit events of the sign-in are stored.
	AuditRetention time.Duration
}

// Login is a login with its owner, and the policy of signing in.
type Login struct {
	// PersonID identifies the owner. It is empty if nobody has the login.
	PersonID string
	Policy   SignInPolicy
}

// SignInAttempt is an attempt to sign in, before the password is verified.
type SignInAttempt struct {
	Login
	// Counter counts the attempt.
	Counter Counter
}

// Credential holds the stored hash of a person's password. The zero value matches no password.
type Credential struct {
	// Hash is a PHC or bcrypt string. It is empty if the person has no password.
	Hash string
	// Version grows with every sign-in and password change. A password change is conditional on it, so it conflicts with a
	// concurrent sign-in or password change. A sign-in is conditional on Hash only, so sign-ins do not conflict with each other
	// unless one stores a new hash (NewSession.Rehashed).
	Version int64
	// ChangedAt is the instant of the last change of the password. It is zero if the password was never changed.
	ChangedAt time.Time
}

// SignInCandidate is the person who is signed in if the password is correct, with their credential and the number of their open
// tickets.
type SignInCandidate struct {
	Credential
	Person  Person
	Tickets TicketCounts
}

// TicketCounts holds the numbers of a person's tickets that the header and the home page show (A3).
type TicketCounts struct {
	// Open is the number of open and waiting tickets that a requester opened or participates in, or that are assigned to an agent.
	Open int
	// Awaited is the number of tickets that wait for their requester.
	Awaited int
}

// NewSession is a session to start. When it is stored, the failures of its counter are deleted.
type NewSession struct {
	PersonID  string
	TokenHash string
	Counter   Counter
	Verified  Credential
	// Rehashed is a new hash of the same password, which replaces the stored hash. If it is empty, the stored hash does not
	// change.
	Rehashed  string
	StartedAt time.Time
	EndsAt    time.Time
	// IdleEndsAt is the instant at which the session ends without activity. The zero time means never.
	IdleEndsAt time.Time
	// Browser is the description of DescribeBrowser.
	Browser string
	// Replaces is the earlier session of the same browser, which ends. It is the zero value if there is none.
	Replaces SessionID
}

// SessionID identifies a session.
type SessionID struct{ PersonID, TokenHash string }

// SessionIDOf returns the session of a token, or the zero value for the zero Token.
func SessionIDOf(token Token) SessionID {
	if token == (Token{}) {
		return SessionID{}
	}
	return SessionID{token.Person(), token.Hash()}
}

// PasswordCheck holds the data for verifying a signed-in person's current password, and their sessions.
type PasswordCheck struct {
	Credential
	Policy SignInPolicy
	// Sessions are the token hashes of the person's sessions.
	Sessions []string
}

// PasswordReset holds a password that a person sets by a link. It uses up the link and ends all sessions of the person.
type PasswordReset struct {
	// LinkID and LinkHash are the identifier of the link and the hash of its token.
	LinkID   string
	LinkHash string
	PersonID string
	Verified Credential
	Hash     string
	At       time.Time
	// EndedSessions are the token hashes of the sessions to end.
	EndedSessions []string
	// Mail informs the person.
	Mail Mail
}

// PasswordChange holds a new password hash and the sessions that end with the change.
type PasswordChange struct {
	PersonID string
	Verified Credential
	Hash     string
	At       time.Time
	// TokenHash is the hash of a new token, for the session that replaces the caller's own until EndsAt.
	TokenHash string
	EndsAt    time.Time
	// IdleEndsAt is the instant at which the new session ends without activity. The zero time means never.
	IdleEndsAt time.Time
	// Browser describes the browser of the new session; see DescribeBrowser.
	Browser string
	// EndedSessions are the token hashes of the sessions to end.
	EndedSessions []string
}
