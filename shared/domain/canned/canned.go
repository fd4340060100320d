// Package canned has the texts that agents answer with again and again («Respuestas predefinidas»): shared ones that
// supervisors keep, and each agent's own, with variables that the ticket at hand fills in (issue 4, point 4).
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
	// Language is what it is written in, so that the requester's own is offered first.
	Language locale.Language
	// TopicIDs are the help topics that it is for; none stands for all.
	TopicIDs []string
	// Body is sanitized HTML with variables such as {{solicitante}}.
	Body string
	// OwnerID is whose own it is; empty where it is shared.
	OwnerID   string
	Version   int64
	UpdatedAt time.Time
}

// ErrTaken refuses to keep one whose identifier is taken, or that has another version by now, or is gone.
var ErrTaken = errors.New("the canned response exists, or has changed since it was read")

// Responses keeps canned responses.
type Responses interface {
	// CannedResponses returns all shared ones and the person's own.
	CannedResponses(ctx context.Context, personID string) ([]Response, error)
	// CannedResponse returns a shared one or one of the person's own; fault.NotFound when there is none.
	CannedResponse(ctx context.Context, personID, id string) (Response, error)
	// SaveCannedResponse keeps a new one (version 1), or one on the version before; ErrTaken when that is not so.
	SaveCannedResponse(ctx context.Context, r Response) error
	// DeleteCannedResponse removes one of a version; ErrTaken when it has another by now. One that is gone stays so.
	DeleteCannedResponse(ctx context.Context, r Response) error
}

// Shared reports whether all staff have it.
func (r Response) Shared() bool { return r.OwnerID == "" }

// MayEdit reports whether a person may change it: their own, and what is shared where they supervise.
func MayEdit(r Response, by account.Person) bool {
	if r.Shared() {
		return by.Role == account.Supervisor || by.Role == account.Admin
	}
	return r.OwnerID == by.ID
}

// SameText reports whether two say the same: what a repeated request would make again.
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
