// Package view implements the rules of saved views («Vistas guardadas», H4). A view is a named set of filters, order and
// columns of the ticket list, for one person, a department or everyone.
package view

import (
	"context"
	"errors"
	"slices"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/fold"
	"mesa/shared/domain/permission"
)

// MaxPerAudience is the maximum number of views with the same audience.
const MaxPerAudience = 50

// Audience determines who can use a view.
type Audience string

// The audiences.
const (
	Me         Audience = "me"
	Department Audience = "department"
	Everyone   Audience = "everyone"
)

// View is a saved view.
type View struct {
	ID       string
	Name     string
	Audience Audience
	// OwnerID is the person whose view it is, if the audience is Me.
	OwnerID string
	// DepartmentID is the department of the view, if the audience is Department.
	DepartmentID string
	// Query holds the validated parameters of list-tickets as JSON.
	Query string
	// Columns are the columns of the list in display order.
	Columns   []string
	Version   int64
	UpdatedAt time.Time
}

// ErrConflict reports that the identifier already exists, or that the stored version differs from the expected version.
var ErrConflict = errors.New("the view exists, or has changed since it was read")

// Views stores views.
type Views interface {
	// Views returns all shared views and the person's own views. The read is consistent.
	Views(ctx context.Context, personID string) ([]View, error)
	// AddView stores a new view. It returns ErrConflict if its identifier already exists.
	AddView(ctx context.Context, v View) error
	// ChangeView replaces before with after. It returns ErrConflict if the stored version is no longer the version of before.
	ChangeView(ctx context.Context, before, after View) error
	// DeleteView deletes a view. It returns ErrConflict if the stored version differs from v's, and nil if the view does not
	// exist.
	DeleteView(ctx context.Context, v View) error
}

// MayUse reports whether a person may use a view: their own views, views for everyone, and views of departments whose queues
// they see.
func MayUse(v View, by account.Person) bool {
	switch v.Audience {
	case Me:
		return v.OwnerID == by.ID
	case Department:
		return permission.SeesQueueOf(v.DepartmentID, by)
	default:
		return true
	}
}

// MayEdit reports whether a person may create, change and delete a view. Everyone may edit their own views, supervisors the
// views of their departments, and administrators all shared views.
func MayEdit(v View, by account.Person) bool {
	switch v.Audience {
	case Me:
		return permission.Allows(permission.EditOwnView, by.Role, permission.Relations(0).With(permission.Owner, v.OwnerID == by.ID))
	case Department:
		return permission.Allows(permission.EditDepartmentView, by.Role, permission.InDepartment(v.DepartmentID, by))
	default:
		return permission.Allows(permission.EditSharedView, by.Role, permission.Anyone)
	}
}

// SameAudience reports whether two views have the same audience: the same person, the same department or everyone.
func SameAudience(a, b View) bool {
	return a.Audience == b.Audience && a.OwnerID == b.OwnerID && a.DepartmentID == b.DepartmentID
}

// SameContent reports whether two views differ at most in identifier, version and time, for example because a request was
// repeated.
func SameContent(a, b View) bool {
	return SameAudience(a, b) && a.Name == b.Name && a.Query == b.Query && slices.Equal(a.Columns, b.Columns)
}

// Errors of CheckAgainst.
var (
	ErrNameTaken = errors.New("another view of this audience has the same name")
	ErrTooMany   = errors.New("the audience has the maximum number of views")
)

// CheckAgainst validates a view against the stored views. A stored view with the identifier of v is ignored, because v replaces
// it. CheckAgainst returns ErrNameTaken or ErrTooMany. Names that differ only in accents or case are equal.
func CheckAgainst(v View, others []View) error {
	count := 0
	for _, other := range others {
		if other.ID == v.ID || !SameAudience(v, other) {
			continue
		}
		count++
		if fold.Text(other.Name) == fold.Text(v.Name) {
			return ErrNameTaken
		}
	}
	if count >= MaxPerAudience {
		return ErrTooMany
	}
	return nil
}
