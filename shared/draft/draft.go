// Package draft has what somebody has typed and not sent, kept for them wherever they sign in next (issue 4, point 4).
package draft

import (
	"context"
	"time"
)

// KeptFor is how long a draft stays after it was last saved.
const KeptFor = 30 * 24 * time.Hour

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
}

// Expired reports whether it is too old at an instant; a table deletes it only days later.
func (d Draft) Expired(now time.Time) bool { return now.Sub(d.SavedAt) >= KeptFor }

// Surprises reports whether saving over a draft is news to who saves: another device has typed since they last saw it.
func (d Draft) Surprises(device string, seen time.Time) bool {
	return d.Device != device && !d.SavedAt.Equal(seen)
}

// FilesToKeep returns those files whose deletion is to be put off: the ones that a draft has and the one before it had not, and
// once a day all of them, as the draft itself lasts longer with every change.
func FilesToKeep(d Draft, before *Draft) []string {
	if before == nil || d.SavedAt.Sub(before.SavedAt) > 24*time.Hour {
		return d.AttachmentIDs
	}
	had := make(map[string]bool, len(before.AttachmentIDs))
	for _, id := range before.AttachmentIDs {
		had[id] = true
	}
	var added []string
	for _, id := range d.AttachmentIDs {
		if !had[id] {
			added = append(added, id)
		}
	}
	return added
}

// Drafts keeps drafts.
type Drafts interface {
	// Draft returns a person's draft for a purpose; fault.NotFound when there is none.
	Draft(ctx context.Context, personID, purpose string) (Draft, error)
	// SaveDraft keeps a draft in place of the one before, which it returns, and puts off the deletion of its files.
	SaveDraft(ctx context.Context, d Draft) (*Draft, error)
	// DeleteDraft removes a draft; one that is gone stays so.
	DeleteDraft(ctx context.Context, personID, purpose string) error
}
