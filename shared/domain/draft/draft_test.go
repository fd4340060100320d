package draft_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/oklog/ulid/v2"

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
		if got := before.OverwritesUnseen(c.device, c.seen); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestAFileDoesNotWaitForEver(t *testing.T) {
	announced := func(ago time.Duration) string {
		return ulid.MustNew(ulid.Timestamp(now.Add(-ago)), nil).String()
	}
	// With a deletion date set today, the files would be stored for Lifetime plus a day.
	longest := draft.MaxFileAge - draft.Lifetime - 24*time.Hour
	young, old := announced(longest), announced(longest+time.Minute)
	ids, _ := draft.FilesToExtend(draft.Draft{SavedAt: now, AttachmentIDs: []string{young, old}}, nil)
	if diff := cmp.Diff([]string{young}, ids); diff != "" {
		t.Error(diff)
	}
}

func TestFilesToKeep(t *testing.T) {
	with := func(ago time.Duration, files ...string) draft.Draft {
		at := now.Add(-ago)
		return draft.Draft{SavedAt: at, AttachmentIDs: files, FilesUntil: at.Add(draft.Lifetime + 24*time.Hour)}
	}
	hourAgo, dayAgo, fromToday := with(time.Hour, "a"), with(25*time.Hour, "a"), now.Add(draft.Lifetime+24*time.Hour)
	// The draft was saved a moment ago, but the deletion of its files was last postponed the day before.
	often := dayAgo
	often.SavedAt = now.Add(-time.Second)
	none := draft.Draft{SavedAt: now.Add(-time.Hour)}
	for name, c := range map[string]struct {
		now    draft.Draft
		before *draft.Draft
		want   []string
		until  time.Time
	}{
		"the first":           {with(0, "a", "b"), nil, []string{"a", "b"}, fromToday},
		"the first with any":  {with(0, "a"), &none, []string{"a"}, fromToday},
		"one more":            {with(0, "a", "b"), &hourAgo, []string{"b"}, hourAgo.FilesUntil},
		"the same":            {with(0, "a"), &hourAgo, nil, hourAgo.FilesUntil},
		"one taken away":      {with(0), &hourAgo, nil, hourAgo.FilesUntil},
		"after a day":         {with(0, "a"), &dayAgo, []string{"a"}, fromToday},
		"typed without pause": {with(0, "a"), &often, []string{"a"}, fromToday},
	} {
		ids, until := draft.FilesToExtend(c.now, c.before)
		if diff := cmp.Diff(c.want, ids, cmpopts.EquateEmpty()); diff != "" || !until.Equal(c.until) {
			t.Errorf("%s: until %s, %s", name, until, diff)
		}
	}
}
