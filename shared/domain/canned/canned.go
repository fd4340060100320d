// Package canned has the rules of canned responses («Respuestas predefinidas»): texts with variables that the ticket fills in.
// Supervisors edit the shared ones, and agents their own.
package canned

import (
	"context"
	"errors"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

// Response is one canned response.
type Response struct {
	ID       string
	Title    string
	Category string
	// Language is the language of the text.
	Language locale.Language
	// TopicIDs are the help topics that it is for; empty for all.
	TopicIDs []string
	// Body is sanitized HTML with variables such as {{solicitante}}.
	Body string
	// OwnerID is the person who owns it; empty if it is shared.
	OwnerID   string
	Version   int64
	UpdatedAt time.Time
}

// ErrTaken reports that the identifier is taken, or that the stored version is another one.
var ErrTaken = errors.New("the canned response exists, or has changed since it was read")

// Responses stores canned responses.
type Responses interface {
	// CannedResponses returns the shared ones and the person's own.
	CannedResponses(ctx context.Context, personID string) ([]Response, error)
	// CannedResponse returns a shared one or one of the person's own; fault.NotFound if there is none.
	CannedResponse(ctx context.Context, personID, id string) (Response, error)
	// SaveCannedResponse stores a new one (version 1), or replaces the version before; ErrTaken if there is another version.
	SaveCannedResponse(ctx context.Context, r Response) error
	// DeleteCannedResponse deletes a version, if it is there; ErrTaken if there is another version.
	DeleteCannedResponse(ctx context.Context, r Response) error
}

// Shared reports whether it belongs to all staff.
func (r Response) Shared() bool { return r.OwnerID == "" }

// MayEdit reports whether a person may change it: its owner, or for a shared one supervisors and administrators.
func MayEdit(r Response, by account.Person) bool {
	if r.Shared() {
		return by.Role == account.Supervisor || by.Role == account.Admin
	}
	return r.OwnerID == by.ID
}

// SameText reports whether two have the same content, as a request and its retry have.
func SameText(a, b Response) bool {
	if len(a.TopicIDs) != len(b.TopicIDs) {
		return false
	}
	for i := range a.TopicIDs {
		if a.TopicIDs[i] != b.TopicIDs[i] {
			return false
		}
	}
	return a.Title == b.Title && a.Category == b.Category && a.Language == b.Language && a.Body == b.Body && a.OwnerID == b.OwnerID
}
