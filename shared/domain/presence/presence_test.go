package presence_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/presence"
)

func TestOthers(t *testing.T) {
	now := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
	at := func(id string, doing presence.Activity, ago time.Duration) presence.Presence {
		return presence.Presence{PersonID: id, Name: "Agente " + id, Activity: doing, At: now.Add(-ago)}
	}
	for name, c := range map[string]struct {
		all  []presence.Presence
		want []string
	}{
		"nobody":            {nil, []string{}},
		"only oneself":      {[]presence.Presence{at("me", presence.Writing, 0)}, []string{}},
		"by name":           {[]presence.Presence{at("b", presence.Viewing, time.Second), at("a", presence.Writing, time.Second)}, []string{"a writing", "b viewing"}},
		"late once":         {[]presence.Presence{at("a", presence.Viewing, 35*time.Second)}, []string{"a viewing"}},
		"out of date":       {[]presence.Presence{at("a", presence.Writing, presence.ValidFor)}, []string{}},
		"left":              {[]presence.Presence{at("a", presence.Gone, time.Second)}, []string{}},
		"another's clock":   {[]presence.Presence{at("a", presence.Viewing, -2*time.Second)}, []string{"a viewing"}},
		"of all, the fresh": {[]presence.Presence{at("a", presence.Gone, 0), at("me", presence.Viewing, 0), at("c", presence.Viewing, 0)}, []string{"c viewing"}},
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
