package settingstore

import (
	"cmp"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/settings"
)

// sessionsPart is the stored form of the limits of sessions.
type sessionsPart struct {
	Requester  sessionPart `dynamodbav:"requester"`
	Agent      sessionPart `dynamodbav:"agent"`
	Supervisor sessionPart `dynamodbav:"supervisor"`
	Admin      sessionPart `dynamodbav:"admin"`
}

// sessionPart is the stored form of the limits of the sessions of a role, in seconds.
type sessionPart struct {
	Lifetime int64 `dynamodbav:"lifetime"`
	Idle     int64 `dynamodbav:"idle,omitempty"`
}

func newSessionsPart(p account.SessionPolicy) sessionsPart {
	return sessionsPart{newSessionPart(p.Requester), newSessionPart(p.Agent), newSessionPart(p.Supervisor), newSessionPart(p.Admin)}
}

func newSessionPart(t account.SessionTimes) sessionPart {
	return sessionPart{Lifetime: seconds(t.Lifetime), Idle: seconds(t.Idle)}
}

func (p sessionPart) times() account.SessionTimes {
	return account.SessionTimes{Lifetime: duration(p.Lifetime), Idle: duration(p.Idle)}
}

// sessions returns the limits of sessions. Settings that were stored before the limits depended on the role have one lifetime, and
// one idle time of staff.
func (i settingsItem) sessions() account.SessionPolicy {
	if i.Sessions != (sessionsPart{}) {
		p := i.Sessions
		return account.SessionPolicy{Requester: p.Requester.times(), Agent: p.Agent.times(), Supervisor: p.Supervisor.times(), Admin: p.Admin.times()}
	}
	standard := settings.Default().Sessions
	if i.SessionHours > 0 {
		lifetime := time.Duration(i.SessionHours) * time.Hour
		idle := cmp.Or(time.Duration(i.StaffIdleMinutes)*time.Minute, standard.Agent.Idle)
		staff := account.SessionTimes{Lifetime: lifetime, Idle: idle}
		return account.SessionPolicy{Requester: account.SessionTimes{Lifetime: lifetime, Idle: 0}, Agent: staff, Supervisor: staff, Admin: staff}
	}
	return standard
}
