// Package draft implements the rules of drafts: text that a person has typed and not sent (J2).
package draft

import (
	"context"
	"time"
)

// Lifetime is the time for which a draft is stored after its last save.
const Lifetime = 30 * 24 * time.Hour

// Draft is the text that a person has typed for a purpose, such as a response to a ticket, and has not sent.
type Draft struct {
	PersonID string
	// Purpose names the form that the draft is for. The pages choose the name.
	Purpose string
	// Texts maps field names to sanitized HTML.
	Texts map[string]string
	// Values holds the other values of the form as JSON. The server does not interpret them.
	Values string
	// AttachmentIDs are the files to send with the text. They are stored for ticket.UnclaimedLifetime after their upload.
	AttachmentIDs []string
	// Key is the Idempotency-Key to send the text with, from any device.
	Key string
	// Device identifies the browser tab in which the draft was typed.
	Device  string
	SavedAt time.Time
}

// Expired reports whether a draft is past its Lifetime at an instant. DynamoDB may delete expired items days later, so readers
// must check.
func (d Draft) Expired(now time.Time) bool { return now.Sub(d.SavedAt) >= Lifetime }

// OverwritesUnseen reports whether saving would overwrite text that the person has not seen: the stored draft comes from
// another device or tab and is not the version that they last saw.
func (d Draft) OverwritesUnseen(device string, lastSeen time.Time) bool {
	return d.Device != device && !d.SavedAt.Equal(lastSeen)
}

// Drafts stores drafts.
type Drafts interface {
	// Draft returns a person's draft for a purpose. It returns fault.NotFound if the draft does not exist.
	Draft(ctx context.Context, personID, purpose string) (Draft, error)
	// SaveDraft stores a draft and returns the draft that it replaced, or nil if there was none.
	SaveDraft(ctx context.Context, d Draft) (*Draft, error)
	// DeleteDraft deletes a draft. It returns nil if the draft does not exist.
	DeleteDraft(ctx context.Context, personID, purpose string) error
}
