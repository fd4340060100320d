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
	who := caller.From(ctx)
	config, all, err := configAndViews(ctx, c.Settings, c.Views, who.ID)
	if err != nil {
		return nil, err
	}
	made, err := viewOf(*r.Body, config, who.Person)
	if err != nil {
		return nil, err
	}
	if !view.MayEdit(made, who.Person) {
		return nil, fault.New(fault.Forbidden)
	}
	made.ID, made.Version, made.UpdatedAt = who.IDFor(r.Params.IdempotencyKey), 1, c.Clock.Now()
	if before, there := withID(all, made.ID); there {
		return repeated(before, made, who)
	}
	if err := fits(made, all); err != nil {
		return nil, err
	}
	err = c.Views.AddView(ctx, made)
	if errors.Is(err, view.ErrConflict) { // created by a concurrent request with the same key
		all, err = c.Views.Views(ctx, who.ID)
	}
	if err != nil {
		return nil, err
	}
	before, there := withID(all, made.ID)
	if !there {
		before = made
	}
	return repeated(before, made, who)
}

func withID(all []view.View, id string) (view.View, bool) {
	at := slices.IndexFunc(all, func(one view.View) bool { return one.ID == id })
	if at < 0 {
		return view.View{}, false
	}
	return all[at], true
}

// repeated returns the response for the view that a previous request with the same key created. It returns fault.Idempotency if
// that request had different content.
func repeated(before, made view.View, who caller.Caller) (api.CreateViewResponseObject, error) {
	if !view.SameContent(before, made) {
		return nil, fault.New(fault.Idempotency)
	}
	shown, err := told(before, who.Person)
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
