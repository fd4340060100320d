package canned

import (
	"context"
	"errors"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/canned"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/richtext"
)

// CreateCannedResponse creates a canned response, either shared or personal.
type CreateCannedResponse struct {
	Settings  Settings
	Responses canned.Responses
	Sanitizer richtext.Sanitizer
	Clock     clock.Clock
}

// CreateCannedResponse implements the operation create-canned-response. The identifier of the new canned response is derived
// from the person and the idempotency key, so that a repeated request finds the response that the first request created.
func (c CreateCannedResponse) CreateCannedResponse(ctx context.Context, r api.CreateCannedResponseRequestObject) (api.CreateCannedResponseResponseObject, error) {
	who := caller.From(ctx)
	config, err := c.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	made, err := textOf(api.CannedText{Title: r.Body.Title, Category: r.Body.Category, Language: r.Body.Language, TopicIds: r.Body.TopicIds, Body: r.Body.Body}, config, c.Sanitizer)
	if err != nil {
		return nil, err
	}
	if !r.Body.Shared {
		made.OwnerID = who.ID
	}
	if !canned.MayEdit(made, who.Person) {
		return nil, fault.New(fault.Forbidden)
	}
	made.ID, made.Version, made.UpdatedAt = who.IDFor(r.Params.IdempotencyKey), 1, c.Clock.Now()
	err = c.Responses.SaveCannedResponse(ctx, made)
	if errors.Is(err, canned.ErrConflict) {
		return c.again(ctx, made, who.Person)
	}
	if err != nil {
		return nil, err
	}
	return api.CreateCannedResponse201JSONResponse(view(made, who.Person)), nil
}

func (c CreateCannedResponse) again(ctx context.Context, made canned.Response, by account.Person) (api.CreateCannedResponseResponseObject, error) {
	before, err := c.Responses.CannedResponse(ctx, by.ID, made.ID)
	if err != nil {
		return nil, err
	}
	if !canned.SameText(before, made) {
		return nil, fault.New(fault.Idempotency)
	}
	return api.CreateCannedResponse201JSONResponse(view(before, by)), nil
}
