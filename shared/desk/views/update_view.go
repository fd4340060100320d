package views

import (
	"context"
	"errors"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/view"
)

// UpdateView changes a view unless it has changed since the caller read it.
type UpdateView struct {
	Settings Settings
	Views    view.Views
	Clock    clock.Clock
}

// UpdateView implements the operation update-view. A request that changes nothing succeeds, so that a repeated request is not a
// conflict.
func (u UpdateView) UpdateView(ctx context.Context, r api.UpdateViewRequestObject) (api.UpdateViewResponseObject, error) {
	user := caller.From(ctx)
	config, all, err := configAndViews(ctx, u.Settings, u.Views, user.ID)
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
	body := r.Body
	after, err := checkView(api.NewView{Name: body.Name, Audience: body.Audience, DepartmentId: body.DepartmentId, Query: body.Query, Columns: body.Columns}, config, user.Person)
	if err != nil {
		return nil, err
	}
	if !view.MayEdit(after, user.Person) {
		return nil, fault.New(fault.Forbidden)
	}
	after.ID, after.Version, after.UpdatedAt = before.ID, before.Version+1, u.Clock.Now()
	if view.SameContent(before, after) {
		after = before
	} else if err := u.change(ctx, before, after, body.Version, all, user); err != nil {
		return nil, err
	}
	shown, err := apiView(after, user.Person)
	return api.UpdateView200JSONResponse(shown), err
}

func (u UpdateView) change(ctx context.Context, before, after view.View, baseVersion int64, all []view.View, user caller.Caller) error {
	if baseVersion != before.Version {
		return newConflict(before, user.Person)
	}
	if err := checkAgainst(after, all); err != nil {
		return err
	}
	err := u.Views.ChangeView(ctx, before, after)
	if errors.Is(err, view.ErrConflict) {
		return currentConflict(ctx, u.Views, before.ID, user.Person)
	}
	return err
}
