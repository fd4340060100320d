package views

import (
	"context"
	"errors"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/view"
)

// DeleteView deletes a view unless it has changed since the caller read it.
type DeleteView struct {
	Views view.Views
}

// DeleteView implements the operation delete-view.
func (d DeleteView) DeleteView(ctx context.Context, r api.DeleteViewRequestObject) (api.DeleteViewResponseObject, error) {
	user := caller.From(ctx)
	all, err := d.Views.Views(ctx, user.ID)
	if err != nil {
		return nil, err
	}
	before, err := find(all, r.Id, user.Person)
	if err != nil {
		return nil, err
	}
	if !view.MayEdit(before, user.Person) {
		return nil, fault.New(fault.Forbidden)
	}
	if r.Params.Version != before.Version {
		return nil, newConflict(before, user.Person)
	}
	err = d.Views.DeleteView(ctx, before)
	if errors.Is(err, view.ErrConflict) {
		return nil, currentConflict(ctx, d.Views, before.ID, user.Person)
	}
	if err != nil {
		return nil, err
	}
	return api.DeleteView204Response{}, nil
}
