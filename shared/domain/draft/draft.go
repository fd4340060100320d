// Package draft has the rules of drafts: text that a person typed and has not sent.
package draft

import (
	"context"
	"slices"
	"time"

	"github.com/oklog/ulid/v2"
)

// KeptFor is how long a draft stays after it was last saved.
const KeptFor = 30 * 24 * time.Hour

// FilesFor is the longest that a file waits in drafts to be sent: what deletes forgotten files looks no further back.
const FilesFor = 90 * 24 * time.Hour

// Draft is what one person has typed for one purpose, such as the answer to a ticket.
type Draft struct {
	PersonID string
	// Purpose names what it is for, as the pages do.
	Purpose string
	// Texts are sanitized HTML by the name of their field.
	Texts map[string]string
	// Values is what else the form holds, as JSON: only its own page reads it.
	Values string
	// AttachmentIDs are the files that it will send.
	AttachmentIDs []string
	// Key is the Idempotency-Key that it is to be sent with, from whatever device.
	Key string
	// Device is where it was typed.
	Device  string
	SavedAt time.Time
	// FilesUntil is until when its files are kept at the least, but for those that have waited for FilesFor.
	FilesUntil time.Time
}

// Expired reports whether it is too old at an instant; a table deletes it only days later.
func (d Draft) Expired(now time.Time) bool { return now.Sub(d.SavedAt) >= KeptFor }

// Surprises reports whether saving over a draft is news to who saves: another device has typed since they last saw it.
func (d Draft) Surprises(device string, seen time.Time) bool {
	return d.Device != device && !d.SavedAt.Equal(seen)
}

// FilesToKeep returns those files whose deletion is to be put off, and until when, for a draft that is about to take the place of
// the one before it, if any: the ones that are new to it, and about once a day all of them, as the draft lasts longer with every change.
func FilesToKeep(d Draft, before *Draft) ([]string, time.Time) {
	needed := d.SavedAt.Add(KeptFor)
	if before == nil || before.FilesUntil.Before(needed) {
		until := needed.Add(24 * time.Hour)
		tooLong := func(id string) bool { return waitedTooLong(id, until) }
		return slices.DeleteFunc(slices.Clone(d.AttachmentIDs), tooLong), until
	}
	had := func(id string) bool { return slices.Contains(before.AttachmentIDs, id) }
	return slices.DeleteFunc(slices.Clone(d.AttachmentIDs), had), before.FilesUntil
}

// waitedTooLong reports whether a file, whose identifier says when it was announced, would wait for longer than FilesFor.
func waitedTooLong(id string, until time.Time) bool {
	announced, err := ulid.ParseStrict(id)
	return err == nil && until.Sub(announced.Timestamp()) > FilesFor
}

// Drafts keeps drafts.
type Drafts interface {
	// Draft returns a person's draft for a purpose; fault.NotFound when there is none.
	Draft(ctx context.Context, personID, purpose string) (Draft, error)
	// ExtendFiles puts off the deletion of a person's announced files until an instant. Others' files, and those that belong to a
	// ticket by now, stay as they are.
	ExtendFiles(ctx context.Context, ownerID string, ids []string, until time.Time) error
	// SaveDraft keeps a draft in place of the one before, which it returns.
	SaveDraft(ctx context.Context, d Draft) (*Draft, error)
	// DeleteDraft removes a draft; one that is gone stays so.
	DeleteDraft(ctx context.Context, personID, purpose string) error
}
