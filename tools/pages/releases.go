package pages

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// retention is the time for which the files of a replaced release are stored. A browser that has opened a page of the release
// may still request its files.
const retention = 7 * 24 * time.Hour

// recordPrefix begins the keys of the records of releases. Records are separate objects: to record a release in the metadata of
// its files, each file would have to be copied for every release. No record is served: the last part of its key has no dot, and
// CloudFront maps such paths to 404.html (infra/site.yaml).
const recordPrefix = "releases/"

// Release records a published build.
type Release struct {
	Build       string    `json:"build"`
	PublishedAt time.Time `json:"publishedAt"`
	Files       []string  `json:"files"`
	// Incomplete reports whether the HTML files are being uploaded, or their upload failed. Pages of this release and of the
	// previous one may then be in the bucket.
	Incomplete bool `json:"incomplete,omitempty"`
}

func (r Release) key() string {
	return recordPrefix + r.PublishedAt.Format("20060102T150405Z") + "-" + r.Build
}

// Current returns the newest release, and those of its files that are not in the bucket. If the bucket has no release, it
// returns the zero value.
func (b *Bucket) Current(ctx context.Context) (current Release, missing []string, err error) {
	stored, err := b.list(ctx)
	if err != nil {
		return Release{}, nil, err
	}
	releases, err := b.releases(ctx, stored)
	if err != nil || len(releases) == 0 {
		return Release{}, nil, err
	}
	current = releases[len(releases)-1]
	missing = slices.DeleteFunc(slices.Clone(current.Files), func(key string) bool {
		return slices.ContainsFunc(stored, func(o object) bool { return o.key == key })
	})
	return current, missing, nil
}

func (b *Bucket) record(ctx context.Context, release Release) error {
	text, err := json.Marshal(release)
	if err != nil {
		return err
	}
	return b.put(ctx, release.key(), "application/json", revalidate, text)
}

// releases reads the recorded releases, the oldest first.
func (b *Bucket) releases(ctx context.Context, stored []object) ([]Release, error) {
	var all []Release
	var lock sync.Mutex
	records := slices.DeleteFunc(slices.Clone(stored), func(o object) bool { return !strings.HasPrefix(o.key, recordPrefix) })
	err := each(ctx, records, func(ctx context.Context, record object) error {
		read, err := b.client.GetObject(ctx, &s3.GetObjectInput{Bucket: &b.name, Key: &record.key})
		if err != nil {
			return fmt.Errorf("read %s: %w", record.key, err)
		}
		defer read.Body.Close()
		var release Release
		if err := json.NewDecoder(read.Body).Decode(&release); err != nil {
			return fmt.Errorf("read %s: %w", record.key, err)
		}
		lock.Lock()
		defer lock.Unlock()
		all = append(all, release)
		return nil
	})
	slices.SortFunc(all, func(a, b Release) int { return strings.Compare(a.key(), b.key()) })
	return all, err
}

// unusedFiles returns the keys of the stored files that are older than the retention period and that no release of this period
// contains. A newer file without a record may belong to an upload that failed, or to pages that were not published with this
// package.
func unusedFiles(stored []object, releases []Release, now time.Time) []string {
	used := map[string]bool{}
	for _, release := range releases[endedBefore(releases, now.Add(-retention)):] {
		for _, key := range release.Files {
			used[key] = true
		}
	}
	var unused []string
	for _, file := range stored {
		isRecord := strings.HasPrefix(file.key, recordPrefix)
		if !isRecord && !used[file.key] && file.modified.Before(now.Add(-retention)) {
			unused = append(unused, file.key)
		}
	}
	return unused
}

// unusedRecords returns the keys of the records of releases that ended before the retention period.
func unusedRecords(releases []Release, now time.Time) []string {
	var keys []string
	for _, release := range releases[:endedBefore(releases, now.Add(-retention))] {
		keys = append(keys, release.key())
	}
	return keys
}

// endedBefore returns the number of releases that were replaced before a time. Only a complete release replaces those before
// it. The newest release is never replaced.
func endedBefore(releases []Release, at time.Time) int {
	count := 0
	for i, release := range releases {
		if !release.Incomplete && release.PublishedAt.Before(at) {
			count = i
		}
	}
	return count
}
