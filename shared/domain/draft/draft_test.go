package draft_test

import (
	"testing"
	"time"

	"mesa/shared/domain/draft"
)

var now = time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)

func TestExpired(t *testing.T) {
	for ago, want := range map[time.Duration]bool{0: false, draft.Lifetime - time.Second: false, draft.Lifetime: true} {
		if got := (draft.Draft{SavedAt: now.Add(-ago)}).Expired(now); got != want {
			t.Errorf("saved %s ago: %v", ago, got)
		}
	}
}

func TestOverwritesUnseen(t *testing.T) {
	before := draft.Draft{Device: "phone", SavedAt: now}
	for _, c := range []struct {
		name, device string
		seen         time.Time
		want         bool
	}{
		{"the same device", "phone", time.Time{}, false},
		{"another device that has read the stored draft", "desk", now, false},
		{"another device that has read an older draft", "desk", now.Add(-time.Minute), true},
		{"another device that has read no draft", "desk", time.Time{}, true},
	} {
		if got := before.OverwritesUnseen(c.device, c.seen); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
