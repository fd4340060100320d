// Package canned implements the rules of canned responses («Respuestas predefinidas», J5): texts with variables, which are
// replaced with values from the ticket. Supervisors and administrators edit the shared responses. All staff edit their own
// responses.
package canned

import (
	"context"
	"errors"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/permission"
)

// Response is a canned response.
type Response struct {
	ID       string
	Title    string
	Category string
	// Language is the language of the text.
	Language locale.Language
	// TopicIDs are the help topics that the response is for. If it is empty, the response is for all topics.
	TopicIDs []string
	// Body is sanitized HTML with variables such as {{solicitante}}.
	Body string
	// OwnerID identifies the owner of a personal response. It is empty if the response is shared.
	OwnerID   string
	Version   int64
	UpdatedAt time.Time
}

// ErrConflict reports that the identifier already exists, or that the stored version differs from the expected one.
var ErrConflict = errors.New("the canned response exists, or has changed since it was read")

// Responses stores canned responses.
type Responses interface {
	// CannedResponses returns the shared responses and the person's own.
	CannedResponses(ctx context.Context, personID string) ([]Response, error)
	// CannedResponse returns a shared response or one of the person's own. It returns fault.NotFound if there is no such
	// response.
	CannedResponse(ctx context.Context, personID, id string) (Response, error)
	// SaveCannedResponse stores a new response (version 1), or replaces the previous version. It returns ErrConflict if the
	// stored version is not the previous one.
	SaveCannedResponse(ctx context.Context, r Response) error
	// DeleteCannedResponse deletes a response. It returns ErrConflict if the stored version differs from r's, and nil if the
	// response does not exist.
	DeleteCannedResponse(ctx context.Context, r Response) error
}

// Shared reports whether the response belongs to all staff.
func (r Response) Shared() bool { return r.OwnerID == "" }

// MayEdit reports whether a person may change a response. Owners may change their personal responses, supervisors and
// administrators the shared responses.
func MayEdit(r Response, by account.Person) bool {
	if r.Shared() {
		return permission.Allows(permission.EditSharedResponse, by.Role, permission.Anyone)
	}
	return permission.Allows(permission.EditOwnResponse, by.Role, permission.Relations(0).With(permission.Owner, r.OwnerID == by.ID))
}

// SameText reports whether two responses have the same content, for example because a request was repeated.
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
