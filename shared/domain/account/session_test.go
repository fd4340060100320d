package account_test

import (
	"slices"
	"testing"
	"time"

	"mesa/shared/domain/account"
)

func TestSessionPolicyByRole(t *testing.T) {
	policy := account.SessionPolicy{
		Requester:  account.SessionTimes{Lifetime: 24 * time.Hour},
		Agent:      account.SessionTimes{Lifetime: 12 * time.Hour, Idle: 30 * time.Minute},
		Supervisor: account.SessionTimes{Lifetime: 8 * time.Hour, Idle: 20 * time.Minute},
		Admin:      account.SessionTimes{Lifetime: 4 * time.Hour, Idle: 10 * time.Minute},
	}
	start := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		role           account.Role
		lifetime, idle time.Duration // idle 0 means never
	}{
		{account.Requester, 24 * time.Hour, 0},
		{account.Agent, 12 * time.Hour, 30 * time.Minute},
		{account.Supervisor, 8 * time.Hour, 20 * time.Minute},
		{account.Admin, 4 * time.Hour, 10 * time.Minute},
		{"unknown", 4 * time.Hour, 10 * time.Minute},
	} {
		t.Run(string(c.role), func(t *testing.T) {
			if got := policy.End(c.role, start); !got.Equal(start.Add(c.lifetime)) {
				t.Errorf("ends at %s", got)
			}
			var want time.Time
			if c.idle > 0 {
				want = start.Add(c.idle)
			}
			if got := policy.IdleEnd(c.role, start); !got.Equal(want) {
				t.Errorf("ends without activity at %s, want %s", got, want)
			}
		})
	}
}

func TestUseIsDue(t *testing.T) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		last time.Time
		want bool
	}{
		{"just now", now, false},
		{"less than 10 minutes ago", now.Add(-10*time.Minute + time.Second), false},
		{"10 minutes ago", now.Add(-10 * time.Minute), true},
		{"never recorded", time.Time{}, true},
		{"in the future, by another clock", now.Add(time.Minute), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := account.UseIsDue(c.last, now); got != c.want {
				t.Errorf("%t", got)
			}
		})
	}
}

func TestListedSessions(t *testing.T) {
	at := func(minute int) time.Time { return time.Date(2026, 11, 30, 12, minute, 0, 0, time.UTC) }
	sessions := []account.ListedSession{
		{TokenHash: "b", StartedAt: at(1), LastUsedAt: at(5)},
		{TokenHash: "c", StartedAt: at(2), LastUsedAt: at(9)},
		{TokenHash: "a", StartedAt: at(1), LastUsedAt: at(5)},
		{TokenHash: "d", StartedAt: at(3), LastUsedAt: at(5)},
	}
	account.SortSessions(sessions)
	order := ""
	for _, session := range sessions {
		order += session.TokenHash
	}
	if order != "cdab" {
		t.Errorf("order %s", order)
	}
	if got := account.OtherSessions(sessions, "d"); !slices.Equal(got, []string{"c", "a", "b"}) {
		t.Errorf("others %q", got)
	}
	found, ok := account.FindSession(sessions, sessions[2].ID())
	if !ok || found != sessions[2] {
		t.Errorf("%+v, %t", found, ok)
	}
	for _, id := range []string{"", "a", sessions[0].ID() + "x", account.HashToken("a")} {
		if found, ok := account.FindSession(sessions, id); ok {
			t.Errorf("%q finds %+v", id, found)
		}
	}
}

// TestSessionIDHidesTheToken checks that neither the token nor the key of a session occurs in the id that lists show.
func TestSessionIDHidesTheToken(t *testing.T) {
	token, err := account.NewToken("ana")
	if err != nil {
		t.Fatal(err)
	}
	id := account.ListedSession{TokenHash: token.Hash()}.ID()
	if len(id) != 22 || id == token.Hash()[:22] || id == token.Cookie()[:22] {
		t.Errorf("id %q of the token %q", id, token.Hash())
	}
	if _, err := account.ParseToken("ana." + id); err == nil {
		t.Error("the id is accepted as a token")
	}
}
