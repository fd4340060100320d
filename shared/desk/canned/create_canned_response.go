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
	user := caller.From(ctx)
	config, err := c.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	response, err := checkResponse(api.CannedText{Title: r.Body.Title, Category: r.Body.Category, Language: r.Body.Language, TopicIds: r.Body.TopicIds, Body: r.Body.Body}, config, c.Sanitizer)
	if err != nil {
		return nil, err
	}
	if !r.Body.Shared {
		response.OwnerID = user.ID
	}
	if !canned.MayEdit(response, user.Person) {
		return nil, fault.New(fault.Forbidden)
	}
	response.ID, response.Version, response.UpdatedAt = user.IDFor(r.Params.IdempotencyKey), 1, c.Clock.Now()
	err = c.Responses.SaveCannedResponse(ctx, response)
	if errors.Is(err, canned.ErrConflict) {
		return c.repeated(ctx, response, user.Person)
	}
	if err != nil {
		return nil, err
	}
	return api.CreateCannedResponse201JSONResponse(responseOf(response, user.Person)), nil
}

func (c CreateCannedResponse) repeated(ctx context.Context, response canned.Response, by account.Person) (api.CreateCannedResponseResponseObject, error) {
	existing, err := c.Responses.CannedResponse(ctx, by.ID, response.ID)
	if err != nil {
		return nil, err
	}
	if !canned.SameText(existing, response) {
		return nil, fault.New(fault.Idempotency)
	}
	return api.CreateCannedResponse201JSONResponse(responseOf(existing, by)), nil
}
