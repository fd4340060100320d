// Package view has the rules of saved views («Vistas guardadas»): a list of tickets with its filters, order and columns under a
// name, for one person, a department or everyone.
package view

import (
	"context"
	"errors"
	"slices"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/fold"
)

// Most is the most views for the same people.
const Most = 50

// Audience is who can use a view.
type Audience string

// The audiences.
const (
	Me         Audience = "me"
	Department Audience = "department"
	Everyone   Audience = "everyone"
)

// View is one view.
type View struct {
	ID       string
	Name     string
	Audience Audience
	// OwnerID is the owner of a view for one person.
	OwnerID string
	// DepartmentID is the department of a view for a department.
	DepartmentID string
	// Query is the validated parameters of list-tickets as JSON.
	Query string
	// Columns are the columns of the list in their order.
	Columns   []string
	Version   int64
	UpdatedAt time.Time
}

// ErrTaken reports that the identifier is taken, or that the stored version is another one.
var ErrTaken = errors.New("the view exists, or has changed since it was read")

// Views stores views.
type Views interface {
	// Views returns all shared ones and the person's own, as they are now.
	Views(ctx context.Context, personID string) ([]View, error)
	// AddView keeps a new one; ErrTaken when its identifier is taken.
	AddView(ctx context.Context, v View) error
	// ChangeView keeps one in the place of what was read, on its version; ErrTaken when it has another by now.
	ChangeView(ctx context.Context, before, after View) error
	// DeleteView removes one of a version; ErrTaken when it has another by now. One that is gone stays so.
	DeleteView(ctx context.Context, v View) error
}

// MaySee reports whether a view is a person's to use: their own, everyone's, and those of the departments whose queues are
// theirs to see.
func MaySee(v View, by account.Person) bool {
	switch v.Audience {
	case Me:
		return v.OwnerID == by.ID
	case Department:
		return by.WorksIn(v.DepartmentID)
	default:
		return true
	}
}

// MayEdit reports whether a person may make, change and remove it: their own; of a department, those who supervise it; of
// everyone, administrators, who may change all that is shared.
func MayEdit(v View, by account.Person) bool {
	switch {
	case v.Audience == Me:
		return v.OwnerID == by.ID
	case by.Role == account.Admin:
		return true
	default:
		return v.Audience == Department && by.Role == account.Supervisor && slices.Contains(by.Departments, v.DepartmentID)
	}
}

// SamePeople reports whether two are for the same people.
func SamePeople(a, b View) bool {
	return a.Audience == b.Audience && a.OwnerID == b.OwnerID && a.DepartmentID == b.DepartmentID
}

// Same reports whether two say the same: what a repeated request would make again.
func Same(a, b View) bool {
	return SamePeople(a, b) && a.Name == b.Name && a.Query == b.Query && slices.Equal(a.Columns, b.Columns)
}

// The ways in which a view does not fit among the others for the same people.
var (
	ErrName = errors.New("there is a view of the name for the same people")
	ErrMany = errors.New("there are as many views for the same people as there may be")
)

// Fits finds whether a view can be kept beside all others, without itself: ErrName or ErrMany where it cannot. Names that
// differ by accents or case alone are the same.
func Fits(v View, others []View) error {
	count := 0
	for _, other := range others {
		if other.ID == v.ID || !SamePeople(v, other) {
			continue
		}
		count++
		if fold.Text(other.Name) == fold.Text(v.Name) {
			return ErrName
		}
	}
	if count >= Most {
		return ErrMany
	}
	return nil
}
