package draft_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/draft"
)

var now = time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)

func TestExpired(t *testing.T) {
	for ago, want := range map[time.Duration]bool{0: false, draft.KeptFor - time.Second: false, draft.KeptFor: true} {
		if got := (draft.Draft{SavedAt: now.Add(-ago)}).Expired(now); got != want {
			t.Errorf("saved %s ago: %v", ago, got)
		}
	}
}

func TestSurprises(t *testing.T) {
	before := draft.Draft{Device: "phone", SavedAt: now}
	for _, c := range []struct {
		name, device string
		seen         time.Time
		want         bool
	}{
		{"the same device", "phone", time.Time{}, false},
		{"another that has seen it", "desk", now, false},
		{"another that has seen an older one", "desk", now.Add(-time.Minute), true},
		{"another that has seen none", "desk", time.Time{}, true},
	} {
		if got := before.Surprises(c.device, c.seen); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestFilesToKeep(t *testing.T) {
	with := func(at time.Time, files ...string) draft.Draft { return draft.Draft{SavedAt: at, AttachmentIDs: files} }
	hourAgo, daysAgo := with(now.Add(-time.Hour), "a"), with(now.Add(-49*time.Hour), "a")
	for name, c := range map[string]struct {
		now    draft.Draft
		before *draft.Draft
		want   []string
	}{
		"the first":       {with(now, "a", "b"), nil, []string{"a", "b"}},
		"one more":        {with(now, "a", "b"), &hourAgo, []string{"b"}},
		"the same":        {with(now, "a"), &hourAgo, nil},
		"one taken away":  {with(now), &hourAgo, nil},
		"after some days": {with(now, "a"), &daysAgo, []string{"a"}},
	} {
		if diff := cmp.Diff(c.want, draft.FilesToKeep(c.now, c.before)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
