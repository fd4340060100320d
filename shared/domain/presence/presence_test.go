package presence_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/presence"
)

func TestOthers(t *testing.T) {
	now := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
	presenceOf := func(id string, activity presence.Activity, ago time.Duration) presence.Presence {
		return presence.Presence{PersonID: id, Name: "Agente " + id, Activity: activity, At: now.Add(-ago)}
	}
	for name, c := range map[string]struct {
		all  []presence.Presence
		want []string
	}{
		"nobody":                              {nil, []string{}},
		"only the person themselves":          {[]presence.Presence{presenceOf("me", presence.Writing, 0)}, []string{}},
		"by name":                             {[]presence.Presence{presenceOf("b", presence.Viewing, time.Second), presenceOf("a", presence.Writing, time.Second)}, []string{"a writing", "b viewing"}},
		"one late report":                     {[]presence.Presence{presenceOf("a", presence.Viewing, 35*time.Second)}, []string{"a viewing"}},
		"outdated":                            {[]presence.Presence{presenceOf("a", presence.Writing, presence.ValidFor)}, []string{}},
		"left":                                {[]presence.Presence{presenceOf("a", presence.Gone, time.Second)}, []string{}},
		"report from a clock that is ahead":   {[]presence.Presence{presenceOf("a", presence.Viewing, -2*time.Second)}, []string{"a viewing"}},
		"only other people who have not left": {[]presence.Presence{presenceOf("a", presence.Gone, 0), presenceOf("me", presence.Viewing, 0), presenceOf("c", presence.Viewing, 0)}, []string{"c viewing"}},
	} {
		got := []string{}
		for _, p := range presence.Others(c.all, "me", now) {
			got = append(got, p.PersonID+" "+string(p.Activity))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
