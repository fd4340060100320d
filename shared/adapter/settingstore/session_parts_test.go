package settingstore

import (
	"testing"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/settings"
)

// TestSessionsOfStoredSettings checks settings that were stored before the limits of sessions depended on the role.
func TestSessionsOfStoredSettings(t *testing.T) {
	earlier := func(lifetime, idle time.Duration) account.SessionPolicy {
		staff := account.SessionTimes{Lifetime: lifetime, Idle: idle}
		return account.SessionPolicy{Requester: account.SessionTimes{Lifetime: lifetime}, Agent: staff, Supervisor: staff, Admin: staff}
	}
	chosen := account.SessionPolicy{
		Requester: account.SessionTimes{Lifetime: time.Hour, Idle: time.Minute}, Agent: account.SessionTimes{Lifetime: 2 * time.Hour},
		Supervisor: account.SessionTimes{Lifetime: 3 * time.Hour}, Admin: account.SessionTimes{Lifetime: 4 * time.Hour},
	}
	for name, c := range map[string]struct {
		item settingsItem
		want account.SessionPolicy
	}{
		"hours and minutes":     {settingsItem{SessionHours: 8, StaffIdleMinutes: 20}, earlier(8*time.Hour, 20*time.Minute)},
		"hours only":            {settingsItem{SessionHours: 8}, earlier(8*time.Hour, 30*time.Minute)},
		"neither":               {settingsItem{}, settings.Default().Sessions},
		"by role":               {settingsItem{Sessions: newSessionsPart(chosen)}, chosen},
		"by role, with earlier": {settingsItem{Sessions: newSessionsPart(chosen), SessionHours: 8}, chosen},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.item.sessions(); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}
