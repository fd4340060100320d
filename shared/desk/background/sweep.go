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

// sweptFor is how far a sweep looks back beyond the longest that a draft keeps a file: what failed for that long is noticed.
const sweptFor = 3 * 24 * time.Hour

// Uploads knows which announced files belong to a ticket.
type Uploads interface {
	// Forget forgets those of the files, at most 100, that no ticket has and no draft keeps, and returns them: none can have
	// them any more.
	Forget(ctx context.Context, ids []string, now time.Time) ([]string, error)
}

// Files are what was uploaded.
type Files interface {
	// After returns identifiers of files in their order, from after one on, at most 100; fewer only at the end.
	After(ctx context.Context, id string) ([]string, error)
	// Delete deletes a file; one that isn't there is deleted already.
	Delete(ctx context.Context, id string) error
}

// Sweep deletes the files that no ticket has named within a day (B4). Identifiers sort by when they were announced, so it looks
// only at the days before. A file is forgotten before it is deleted, so none is deleted that a ticket has, and what was not
// deleted is found again.
type Sweep struct {
	Uploads Uploads
	Files   Files
	Clock   clock.Clock
}

// Handle sweeps once.
func (s Sweep) Handle(ctx context.Context) error {
	now := s.Clock.Now()
	from, until := announcedAt(now.Add(-draft.FilesFor-sweptFor)), announcedAt(now.Add(-ticket.UnclaimedFor))
	var undeleted error // some files, which are found again; the others go on
	for from < until {
		page, err := s.Files.After(ctx, from)
		if err != nil || len(page) == 0 {
			return errors.Join(undeleted, err)
		}
		kept, err := s.sweep(ctx, between(page, until), now)
		if undeleted = errors.Join(undeleted, kept); err != nil {
			return errors.Join(undeleted, err)
		}
		from = page[len(page)-1]
	}
	return undeleted
}

// sweep deletes those of a page's files that nobody claimed, and returns which could not be; an error is of the table.
func (s Sweep) sweep(ctx context.Context, ids []string, now time.Time) (undeleted, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	forgotten, err := s.Uploads.Forget(ctx, ids, now)
	var failures []error
	for _, id := range forgotten {
		failures = append(failures, s.Files.Delete(ctx, id))
	}
	return errors.Join(failures...), err
}

// announcedAt is the first identifier of an instant.
func announcedAt(at time.Time) string {
	var first ulid.ULID
	_ = first.SetTime(ulid.Timestamp(at)) // it fails after the year 10889
	return first.String()
}

// between are the identifiers before one; what else is kept beside the files is none.
func between(page []string, until string) []string {
	var ids []string
	for _, id := range page {
		if _, err := ulid.ParseStrict(id); err == nil && id < until {
			ids = append(ids, id)
		}
	}
	return ids
}
