// Package draft implements the rules of drafts: text that a person has typed and not sent (J2).
package draft

import (
	"context"
	"slices"
	"time"

	"github.com/oklog/ulid/v2"
)

// Lifetime is the time for which a draft is stored after its last save.
const Lifetime = 30 * 24 * time.Hour

// MaxFileAge is the maximum time that an uploaded file of a draft is stored without being sent. The sweep of unclaimed files
// examines files up to this age.
const MaxFileAge = 90 * 24 * time.Hour

// Draft is the text that a person has typed for a purpose, such as a response to a ticket, and has not sent.
type Draft struct {
	PersonID string
	// Purpose names the form that the draft is for. The pages choose the name.
	Purpose string
	// Texts maps field names to sanitized HTML.
	Texts map[string]string
	// Values holds the other values of the form as JSON. The server does not interpret them.
	Values string
	// AttachmentIDs are the files to send with the text.
	AttachmentIDs []string
	// Key is the Idempotency-Key to send the text with, from any device.
	Key string
	// Device identifies the browser in which the draft was typed.
	Device  string
	SavedAt time.Time
	// FilesUntil is the date until which the draft's files are stored at least. Files that have waited for MaxFileAge are the
	// exception.
	FilesUntil time.Time
}

// Expired reports whether a draft is past its Lifetime at an instant. DynamoDB may delete expired items days later, so readers
// must check.
func (d Draft) Expired(now time.Time) bool { return now.Sub(d.SavedAt) >= Lifetime }

// OverwritesUnseen reports whether saving would overwrite text that the person has not seen: the stored draft comes from
// another device and is not the version that they last saw.
func (d Draft) OverwritesUnseen(device string, lastSeen time.Time) bool {
	return d.Device != device && !d.SavedAt.Equal(lastSeen)
}

// FilesToExtend returns the files whose deletion must be postponed, and the new deletion date, when d replaces before (nil if
// there is none). These are the files that before does not contain. But about once a day they are all files of d, because each
// save extends the lifetime of the draft; files that would exceed MaxFileAge are then omitted.
func FilesToExtend(d Draft, before *Draft) ([]string, time.Time) {
	neededUntil := d.SavedAt.Add(Lifetime)
	if before == nil || before.FilesUntil.Before(neededUntil) {
		until := neededUntil.Add(24 * time.Hour)
		tooOld := func(id string) bool { return exceedsMaxAge(id, until) }
		return slices.DeleteFunc(slices.Clone(d.AttachmentIDs), tooOld), until
	}
	known := func(id string) bool { return slices.Contains(before.AttachmentIDs, id) }
	return slices.DeleteFunc(slices.Clone(d.AttachmentIDs), known), before.FilesUntil
}

// exceedsMaxAge reports whether a file that is stored until the given time would exceed MaxFileAge. Its identifier is a ULID,
// which holds the time of its creation.
func exceedsMaxAge(id string, until time.Time) bool {
	uploadID, err := ulid.ParseStrict(id)
	return err == nil && until.Sub(uploadID.Timestamp()) > MaxFileAge
}

// Drafts stores drafts.
type Drafts interface {
	// Draft returns a person's draft for a purpose. It returns fault.NotFound if there is none.
	Draft(ctx context.Context, personID, purpose string) (Draft, error)
	// ExtendFiles postpones the deletion of a person's unsent files until an instant. It ignores files of other people and
	// files that already belong to a ticket.
	ExtendFiles(ctx context.Context, ownerID string, ids []string, until time.Time) error
	// SaveDraft stores a draft and returns the draft that it replaces, nil if there is none.
	SaveDraft(ctx context.Context, d Draft) (*Draft, error)
	// DeleteDraft deletes a draft. It succeeds if the draft does not exist.
	DeleteDraft(ctx context.Context, personID, purpose string) error
}
