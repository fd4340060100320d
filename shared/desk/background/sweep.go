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

// ErrTableUnavailable reports that a sweep ended early because a call to the table failed. The next sweep continues.
var ErrTableUnavailable = errors.New("the sweep ended early: the table is not available")

// Uploads stores which uploaded files belong to a ticket.
type Uploads interface {
	// MarkUnclaimed marks the records of those files, at most 100, that belong to no ticket and no draft. No ticket or draft can
	// use a marked file. The marked files include those that an earlier call marked. Malformed records are skipped. It returns an
	// error if the table is not available.
	MarkUnclaimed(ctx context.Context, ids []string, now time.Time) (ticket.UnclaimedFiles, error)
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
// error of a single file, and returns the errors at the end. If the table is not available, the sweep ends with
// ErrTableUnavailable.
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
		err = s.sweep(ctx, upTo(page, until), now)
		failures = append(failures, err)
		if errors.Is(err, ErrTableUnavailable) {
			break
		}
		from = page[len(page)-1]
	}
	return errors.Join(failures...)
}

// sweep deletes the unused files of a page, and their records.
func (s Sweep) sweep(ctx context.Context, ids []string, now time.Time) error {
	if len(ids) == 0 {
		return nil
	}
	unclaimed, err := s.Uploads.MarkUnclaimed(ctx, ids, now)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrTableUnavailable, err)
	}
	failures := []error{unclaimed.Malformed}
	if missing := unclaimed.Missing; len(missing) > maxMissing {
		failures = append(failures, fmt.Errorf("%d of %d files, such as %s: %w", len(missing), len(ids), missing[0], ErrRecordsMissing))
	}
	for _, id := range unclaimed.Marked {
		err := s.remove(ctx, id)
		failures = append(failures, err)
		if errors.Is(err, ErrTableUnavailable) {
			break
		}
	}
	return errors.Join(failures...)
}

// remove deletes a marked file, and then its record. If the file cannot be deleted, the record remains for the next sweep.
func (s Sweep) remove(ctx context.Context, id string) error {
	if err := s.Files.Delete(ctx, id); err != nil {
		return err
	}
	if err := s.Uploads.DeleteRecord(ctx, id); err != nil {
		return fmt.Errorf("%w: %w", ErrTableUnavailable, err)
	}
	return nil
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
