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

func TestOldFilesAreNotExtended(t *testing.T) {
	uploadedBefore := func(ago time.Duration) string {
		return ulid.MustNew(ulid.Timestamp(now.Add(-ago)), nil).String()
	}
	// With a deletion date set today, the files would be stored for Lifetime plus a day.
	maxAge := draft.MaxFileAge - draft.Lifetime - 24*time.Hour
	young, old := uploadedBefore(maxAge), uploadedBefore(maxAge+time.Minute)
	ids, _ := draft.FilesToExtend(draft.Draft{SavedAt: now, AttachmentIDs: []string{young, old}}, nil)
	if diff := cmp.Diff([]string{young}, ids); diff != "" {
		t.Error(diff)
	}
}

func TestFilesToExtend(t *testing.T) {
	draftWith := func(ago time.Duration, files ...string) draft.Draft {
		at := now.Add(-ago)
		return draft.Draft{SavedAt: at, AttachmentIDs: files, FilesUntil: at.Add(draft.Lifetime + 24*time.Hour)}
	}
	hourAgo, dayAgo, fromToday := draftWith(time.Hour, "a"), draftWith(25*time.Hour, "a"), now.Add(draft.Lifetime+24*time.Hour)
	// The draft was saved a moment ago, but the deletion of its files was last postponed the day before.
	frequent := dayAgo
	frequent.SavedAt = now.Add(-time.Second)
	empty := draft.Draft{SavedAt: now.Add(-time.Hour)}
	for name, c := range map[string]struct {
		now    draft.Draft
		before *draft.Draft
		want   []string
		until  time.Time
	}{
		"first save":               {draftWith(0, "a", "b"), nil, []string{"a", "b"}, fromToday},
		"first save with files":    {draftWith(0, "a"), &empty, []string{"a"}, fromToday},
		"one more file":            {draftWith(0, "a", "b"), &hourAgo, []string{"b"}, hourAgo.FilesUntil},
		"the same files":           {draftWith(0, "a"), &hourAgo, nil, hourAgo.FilesUntil},
		"a removed file":           {draftWith(0), &hourAgo, nil, hourAgo.FilesUntil},
		"first save after a day":   {draftWith(0, "a"), &dayAgo, []string{"a"}, fromToday},
		"frequent saves for a day": {draftWith(0, "a"), &frequent, []string{"a"}, fromToday},
	} {
		ids, until := draft.FilesToExtend(c.now, c.before)
		if diff := cmp.Diff(c.want, ids, cmpopts.EquateEmpty()); diff != "" || !until.Equal(c.until) {
			t.Errorf("%s: until %s, %s", name, until, diff)
		}
	}
}
