package account

import (
	"cmp"
	"slices"
	"time"
)

// SessionTimes limits a session.
type SessionTimes struct {
	// Lifetime is the time after which a session ends.
	Lifetime time.Duration
	// Idle is the time without activity after which a session ends (A6); 0 means never.
	Idle time.Duration
}

// SessionPolicy holds the limits of sessions by role.
type SessionPolicy struct {
	Requester, Agent, Supervisor, Admin SessionTimes
}

// Of returns the limits for a role. An unknown role has the limits of administrators.
func (p SessionPolicy) Of(role Role) SessionTimes {
	switch role {
	case Requester:
		return p.Requester
	case Agent:
		return p.Agent
	case Supervisor:
		return p.Supervisor
	default:
		return p.Admin
	}
}

// End returns the instant at which a session of a person with a role ends that starts at an instant.
func (p SessionPolicy) End(role Role, start time.Time) time.Time {
	return start.Add(p.Of(role).Lifetime)
}

// IdleEnd returns the instant at which a session of a person with a role, who was active at an instant, ends without activity. It
// returns the zero time if the session does not end.
func (p SessionPolicy) IdleEnd(role Role, activeAt time.Time) time.Time {
	if idle := p.Of(role).Idle; idle > 0 {
		return activeAt.Add(idle)
	}
	return time.Time{}
}

// useInterval is the minimum time between two records of the use of a session, so that requests seldom write.
const useInterval = 10 * time.Minute

// Session is a session that has not ended.
type Session struct {
	Person Person
	// IdleEndsAt is the instant at which the session ends without activity. The zero time means never.
	IdleEndsAt time.Time
	// LastUsedAt is the last recorded use; see UseIsDue.
	LastUsedAt time.Time
}

// UseIsDue reports whether a use of a session at now is recorded, given the last recorded use. So LastUsedAt is up to 10 minutes
// behind.
func UseIsDue(lastUsedAt, now time.Time) bool { return now.Sub(lastUsedAt) >= useInterval }

// ListedSession is a session in the list of a person's sessions.
type ListedSession struct {
	TokenHash string
	// Browser is the description of DescribeBrowser. It is empty if the browser is unknown.
	Browser               string
	StartedAt, LastUsedAt time.Time
}

// ID returns the identifier of the session in the list. It is derived from the hash of the token, so it is neither the token nor
// the key of the stored session.
func (s ListedSession) ID() string { return HashToken("listed session " + s.TokenHash)[:idLength] }

// idLength is the length of the identifier of a listed session: 132 bits.
const idLength = 22

// SortSessions sorts sessions by their last use, the latest first.
func SortSessions(sessions []ListedSession) {
	slices.SortFunc(sessions, func(a, b ListedSession) int {
		return cmp.Or(b.LastUsedAt.Compare(a.LastUsedAt), b.StartedAt.Compare(a.StartedAt), cmp.Compare(a.TokenHash, b.TokenHash))
	})
}

// FindSession returns the session with an identifier, or false if there is none.
func FindSession(sessions []ListedSession, id string) (ListedSession, bool) {
	i := slices.IndexFunc(sessions, func(s ListedSession) bool { return s.ID() == id })
	if i < 0 {
		return ListedSession{}, false
	}
	return sessions[i], true
}

// OtherSessions returns the token hashes of all sessions but the current session.
func OtherSessions(sessions []ListedSession, current string) []string {
	var others []string
	for _, session := range sessions {
		if session.TokenHash != current {
			others = append(others, session.TokenHash)
		}
	}
	return others
}
