package views

import (
	"context"
	"errors"
	"slices"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/view"
	"mesa/shared/platform/observe"
)

// CreateView creates a saved view.
type CreateView struct {
	Settings Settings
	Views    view.Views
	Clock    clock.Clock
}

// CreateView implements the operation create-view. The identifier of the view is derived from the person and the idempotency
// key, so that a repeated request finds the view that the first request created.
func (c CreateView) CreateView(ctx context.Context, r api.CreateViewRequestObject) (api.CreateViewResponseObject, error) {
	user := caller.From(ctx)
	config, all, err := configAndViews(ctx, c.Settings, c.Views, user.ID)
	if err != nil {
		return nil, err
	}
	created, err := checkView(*r.Body, config, user.Person)
	if err != nil {
		return nil, err
	}
	if !view.MayEdit(created, user.Person) {
		return nil, fault.New(fault.Forbidden)
	}
	created.ID, created.Version, created.UpdatedAt = user.IDFor(r.Params.IdempotencyKey), 1, c.Clock.Now()
	if before, exists := withID(all, created.ID); exists {
		return repeated(before, created, user)
	}
	if err := checkAgainst(created, all); err != nil {
		return nil, err
	}
	err = c.Views.AddView(ctx, created)
	if errors.Is(err, view.ErrConflict) { // created by a concurrent request with the same key
		all, err = c.Views.Views(ctx, user.ID)
	}
	if err != nil {
		return nil, err
	}
	before, exists := withID(all, created.ID)
	if !exists {
		before = created
	}
	return repeated(before, created, user)
}

func withID(all []view.View, id string) (view.View, bool) {
	i := slices.IndexFunc(all, func(v view.View) bool { return v.ID == id })
	if i < 0 {
		return view.View{}, false
	}
	return all[i], true
}

// repeated returns the response for the view that a previous request with the same key created. It returns fault.Idempotency if
// that request had different content.
func repeated(before, created view.View, user caller.Caller) (api.CreateViewResponseObject, error) {
	if !view.SameContent(before, created) {
		return nil, fault.New(fault.Idempotency)
	}
	shown, err := apiView(before, user.Person)
	return api.CreateView201JSONResponse(shown), err
}

func configAndViews(ctx context.Context, from Settings, views view.Views, person string) (config settings.Configuration, all []view.View, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = from.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			all, err = views.Views(ctx, person)
			return err
		})
	return config, all, err
}
