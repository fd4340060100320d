package canned

import (
	"context"
	"errors"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/canned"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/richtext"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// UpdateCannedResponse changes a canned response unless it has changed since the caller read it.
type UpdateCannedResponse struct {
	Settings  Settings
	Responses canned.Responses
	Sanitizer richtext.Sanitizer
	Clock     clock.Clock
}

// UpdateCannedResponse implements the operation update-canned-response. A request that changes nothing succeeds, so that a
// repeated request is not a conflict.
func (u UpdateCannedResponse) UpdateCannedResponse(ctx context.Context, r api.UpdateCannedResponseRequestObject) (api.UpdateCannedResponseResponseObject, error) {
	user := caller.From(ctx)
	var (
		config settings.Configuration
		before canned.Response
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = u.Settings.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			before, err = u.Responses.CannedResponse(ctx, user.ID, r.Id)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	if !canned.MayEdit(before, user.Person) {
		return nil, fault.New(fault.Forbidden)
	}
	after, err := checkResponse(api.CannedText{Title: r.Body.Title, Category: r.Body.Category, Language: r.Body.Language, TopicIds: r.Body.TopicIds, Body: r.Body.Body}, config, u.Sanitizer)
	if err != nil {
		return nil, err
	}
	after.ID, after.OwnerID, after.Version, after.UpdatedAt = before.ID, before.OwnerID, before.Version+1, u.Clock.Now()
	if canned.SameText(before, after) {
		return api.UpdateCannedResponse200JSONResponse(responseOf(before, user.Person)), nil
	}
	if r.Body.Version != before.Version {
		return nil, fault.New(fault.Edited)
	}
	err = u.Responses.SaveCannedResponse(ctx, after)
	if errors.Is(err, canned.ErrConflict) {
		return nil, fault.WithCause(fault.Edited, err)
	}
	if err != nil {
		return nil, err
	}
	return api.UpdateCannedResponse200JSONResponse(responseOf(after, user.Person)), nil
}
