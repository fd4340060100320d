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

// maxMissing is the maximum number of files without a record on a page of 100. Their records expire, or an earlier sweep could
// delete only the record.
const maxMissing = 10

// ErrRecordsMissing reports that so many files have no record that the table must be incomplete, for example because it was
// restored to an earlier point in time.
var ErrRecordsMissing = errors.New("too many files have no record")

// Uploads stores which uploaded files belong to a ticket.
type Uploads interface {
	// DeleteUnclaimed deletes the records of those files, at most 100, that belong to no ticket and no draft. It returns the
	// identifiers of these files, and of those that have no record. No ticket can use any of them afterwards.
	DeleteUnclaimed(ctx context.Context, ids []string, now time.Time) (deleted, missing []string, err error)
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
// sweep only lists files that are older than a day, but not older than draft.MaxFileAge plus deletionRetryPeriod. The record of
// a file is deleted from Uploads before the file, so that no ticket can refer to a deleted file. The next sweep retries a
// failed deletion.
type Sweep struct {
	Uploads Uploads
	Files   Files
	Clock   clock.Clock
}

// Handle performs one sweep.
func (s Sweep) Handle(ctx context.Context) error {
	now := s.Clock.Now()
	from, until := idAt(now.Add(-draft.MaxFileAge-deletionRetryPeriod)), idAt(now.Add(-ticket.UnclaimedLifetime))
	var deletionErr error // the sweep continues without these files, and the next sweep retries them
	for from < until {
		page, err := s.Files.IDsAfter(ctx, from)
		if err != nil || len(page) == 0 {
			return errors.Join(deletionErr, err)
		}
		failed, err := s.sweep(ctx, upTo(page, until), now)
		if deletionErr = errors.Join(deletionErr, failed); err != nil {
			return errors.Join(deletionErr, err)
		}
		from = page[len(page)-1]
	}
	return deletionErr
}

// sweep deletes the unused files of a page. deletionErr contains the errors of files that could not be deleted; err ends the
// sweep.
func (s Sweep) sweep(ctx context.Context, ids []string, now time.Time) (deletionErr, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	unused, missing, err := s.Uploads.DeleteUnclaimed(ctx, ids, now)
	if len(missing) <= maxMissing {
		unused = append(unused, missing...)
	} else {
		err = errors.Join(err, fmt.Errorf("%d of %d: %w", len(missing), len(ids), ErrRecordsMissing))
	}
	var failures []error
	for _, id := range unused {
		failures = append(failures, s.Files.Delete(ctx, id))
	}
	return errors.Join(failures...), err
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
