package pages

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestUnusedFiles(t *testing.T) {
	now := time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
	daysAgo := func(days int) time.Time { return now.AddDate(0, 0, -days) }
	release := func(build string, days int, files ...string) Release {
		return Release{Build: build, PublishedAt: daysAgo(days), Files: files}
	}
	incomplete := func(release Release) Release {
		release.Incomplete = true
		return release
	}
	stored := []object{
		{"index.html", daysAgo(0)},
		{"assets/a.js", daysAgo(30)},
		{"assets/b.js", daysAgo(30)},
		{"assets/c.js", daysAgo(0)},
		{"assets/new.js", daysAgo(1)},
		{"releases/x", daysAgo(30)},
	}
	for name, test := range map[string]struct {
		releases                   []Release
		unusedFiles, unusedRecords []string
	}{
		"no release": {nil, []string{"assets/a.js", "assets/b.js"}, nil},
		"the only release is never deleted": {
			[]Release{release("1", 30, "assets/a.js", "assets/b.js")}, nil, nil,
		},
		"a release that was replaced today is in use": {
			[]Release{release("1", 30, "assets/a.js"), release("2", 0, "assets/b.js")}, nil, nil,
		},
		"a release that was replaced eight days ago is not in use": {
			[]Release{release("1", 30, "assets/a.js"), release("2", 8, "assets/b.js"), release("3", 0, "assets/c.js")},
			[]string{"assets/a.js"},
			[]string{"releases/20261030T120000Z-1"},
		},
		"an incomplete release replaces nothing": {
			[]Release{release("1", 30, "assets/a.js"), incomplete(release("2", 20, "assets/b.js")), release("3", 0, "assets/c.js")}, nil, nil,
		},
		"an incomplete release ends with the next complete release": {
			[]Release{release("1", 30, "assets/c.js"), incomplete(release("2", 20, "assets/b.js")), release("3", 8, "assets/a.js")},
			[]string{"assets/b.js"},
			[]string{"releases/20261030T120000Z-1", "releases/20261109T120000Z-2"},
		},
		"a file of an old and the current release is in use": {
			[]Release{release("1", 30, "assets/a.js"), release("2", 8, "assets/b.js"), release("3", 0, "assets/a.js")},
			nil,
			[]string{"releases/20261030T120000Z-1"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.unusedFiles, unusedFiles(stored, test.releases, now)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(test.unusedRecords, unusedRecords(test.releases, now)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHashedNames(t *testing.T) {
	for key, want := range map[string]bool{
		"assets/client-BH4w4Kiw.js": true, "assets/Keys-WTQ2Zcuv.css": true, "assets/DraftNotice-Bv-l92m8.js": true,
		"assets/manifest.json": false, "index.html": false, "start.js": false, "favicon.svg": false, "other/client-BH4w4Kiw.js": false,
	} {
		if got := isHashed(File{Key: key}); got != want {
			t.Errorf("%s: %v", key, got)
		}
	}
}
