package background

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/clock"
	"mesa/shared/domain/draft"
	"mesa/shared/domain/ticket"
)

// deletionRetryPeriod is the time for which sweeps retry to delete a file after a draft can no longer use it.
const deletionRetryPeriod = 3 * 24 * time.Hour

// maxMissing is the number of files without a record on a page of 100 that a sweep does not report. A record can expire if its
// file could not be deleted in the 7 days before.
const maxMissing = 3

// ErrRecordsMissing reports that so many files have no record that the table is probably incomplete, for example because it was
// restored to an earlier point in time.
var ErrRecordsMissing = errors.New("too many files have no record")

// Uploads stores which uploaded files belong to a ticket.
type Uploads interface {
	// MarkUnclaimed marks the records of those files, at most 100, that belong to no ticket and no draft. No ticket or draft can
	// use a marked file. It returns the identifiers of the marked files, including those that an earlier call marked, and of the
	// files that have no record. If a record fails, MarkUnclaimed continues with the others, and then returns the error.
	MarkUnclaimed(ctx context.Context, ids []string, now time.Time) (marked, missing []string, err error)
	// DeleteRecord deletes the record of a marked file. It succeeds if the record does not exist.
	DeleteRecord(ctx context.Context, id string) error
}

// Files stores the content of uploaded files.
type Files interface {
	// IDsAfter returns at most 100 identifiers that follow an identifier, in order. If there are fewer than 100, no more
	// follow.
	IDsAfter(ctx context.Context, id string) ([]string, error)
	// Delete deletes a file. It succeeds if the file does not exist.
	Delete(ctx context.Context, id string) error
}

// Sweep deletes the files that are older than a day and belong to no ticket and no draft (P5). Identifiers sort by time, so a
// sweep only lists files that are older than a day, but not older than draft.MaxFileAge plus deletionRetryPeriod.
//
// A sweep marks the record of a file, deletes the file, and then deletes the record. So no ticket can refer to a deleted file,
// and the next sweep retries a failed deletion. This takes two writes of the record for each deleted file. A sweep never deletes
// a file without a record, because such a file may belong to a ticket that a restored table has lost. It continues after an
// error, and returns the errors at the end.
type Sweep struct {
	Uploads Uploads
	Files   Files
	Clock   clock.Clock
}

// Handle performs one sweep.
func (s Sweep) Handle(ctx context.Context) error {
	now := s.Clock.Now()
	from, until := idAt(now.Add(-draft.MaxFileAge-deletionRetryPeriod)), idAt(now.Add(-ticket.UnclaimedLifetime))
	var failures []error
	for from < until {
		page, err := s.Files.IDsAfter(ctx, from)
		if err != nil || len(page) == 0 {
			return errors.Join(append(failures, err)...)
		}
		failures = append(failures, s.sweep(ctx, upTo(page, until), now))
		from = page[len(page)-1]
	}
	return errors.Join(failures...)
}

// sweep deletes the unused files of a page, and their records.
func (s Sweep) sweep(ctx context.Context, ids []string, now time.Time) error {
	if len(ids) == 0 {
		return nil
	}
	unused, missing, err := s.Uploads.MarkUnclaimed(ctx, ids, now)
	failures := []error{err}
	if len(missing) > maxMissing {
		failures = append(failures, fmt.Errorf("%d of %d files, such as %s: %w", len(missing), len(ids), missing[0], ErrRecordsMissing))
	}
	for _, id := range unused {
		failures = append(failures, s.remove(ctx, id))
	}
	return errors.Join(failures...)
}

// remove deletes a marked file, and then its record. If the file cannot be deleted, the record remains for the next sweep.
func (s Sweep) remove(ctx context.Context, id string) error {
	if err := s.Files.Delete(ctx, id); err != nil {
		return err
	}
	return s.Uploads.DeleteRecord(ctx, id)
}

// idAt returns the smallest identifier of a file that is created at an instant.
func idAt(at time.Time) string {
	var first ulid.ULID
	_ = first.SetTime(ulid.Timestamp(at)) // SetTime fails only after the year 10889
	return first.String()
}

// upTo returns the identifiers of a page that sort before until. It skips objects that are not uploads, because their names
// are not valid identifiers.
func upTo(page []string, until string) []string {
	var ids []string
	for _, id := range page {
		if _, err := ulid.ParseStrict(id); err == nil && id < until {
			ids = append(ids, id)
		}
	}
	return ids
}
