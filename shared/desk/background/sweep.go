package background

import (
	"context"
	"errors"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/clock"
	"mesa/shared/domain/draft"
	"mesa/shared/domain/ticket"
)

// retriedFor is for how long a sweep retries files that could not be deleted, after the longest time that a draft uses a file.
const retriedFor = 3 * 24 * time.Hour

// Uploads stores which announced files belong to a ticket.
type Uploads interface {
	// DeleteUnclaimed removes those of at most 100 files that belong to no ticket and no draft, and returns them. From then on no ticket
	// can use them.
	DeleteUnclaimed(ctx context.Context, ids []string, now time.Time) ([]string, error)
}

// Files stores the uploaded files.
type Files interface {
	// After returns the next identifiers after one, in order and at most 100. Fewer means that there are no more.
	After(ctx context.Context, id string) ([]string, error)
	// Delete deletes a file. It is no error if the file does not exist.
	Delete(ctx context.Context, id string) error
}

// Sweep deletes the files that no entry used within a day (B4). Identifiers sort by time, so a sweep lists only files that are old
// enough. A file is removed from Uploads before it is deleted, so that no ticket loses a file; a failed deletion is retried by the
// next sweep.
type Sweep struct {
	Uploads Uploads
	Files   Files
	Clock   clock.Clock
}

// Handle makes one sweep.
func (s Sweep) Handle(ctx context.Context) error {
	now := s.Clock.Now()
	from, until := announcedAt(now.Add(-draft.FilesFor-retriedFor)), announcedAt(now.Add(-ticket.UnclaimedFor))
	var undeleted error // these files are retried; the sweep goes on
	for from < until {
		page, err := s.Files.After(ctx, from)
		if err != nil || len(page) == 0 {
			return errors.Join(undeleted, err)
		}
		failed, err := s.sweep(ctx, between(page, until), now)
		if undeleted = errors.Join(undeleted, failed); err != nil {
			return errors.Join(undeleted, err)
		}
		from = page[len(page)-1]
	}
	return undeleted
}

// sweep deletes the unused files of a page. undeleted has the files that could not be deleted; err is an error of Uploads.
func (s Sweep) sweep(ctx context.Context, ids []string, now time.Time) (undeleted, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	forgotten, err := s.Uploads.DeleteUnclaimed(ctx, ids, now)
	var failures []error
	for _, id := range forgotten {
		failures = append(failures, s.Files.Delete(ctx, id))
	}
	return errors.Join(failures...), err
}

// announcedAt returns the first identifier of an instant.
func announcedAt(at time.Time) string {
	var first ulid.ULID
	_ = first.SetTime(ulid.Timestamp(at)) // it fails after the year 10889
	return first.String()
}

// between returns the identifiers of a page before another one. Objects that are no uploads have no valid identifier.
func between(page []string, until string) []string {
	var ids []string
	for _, id := range page {
		if _, err := ulid.ParseStrict(id); err == nil && id < until {
			ids = append(ids, id)
		}
	}
	return ids
}
