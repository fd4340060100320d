package canned

import (
	"context"
	"errors"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/canned"
	"mesa/shared/domain/fault"
)

// DeleteCannedResponse deletes a canned response unless it has changed since the caller read it.
type DeleteCannedResponse struct {
	Responses canned.Responses
}

// DeleteCannedResponse implements the operation delete-canned-response.
func (d DeleteCannedResponse) DeleteCannedResponse(ctx context.Context, r api.DeleteCannedResponseRequestObject) (api.DeleteCannedResponseResponseObject, error) {
	user := caller.From(ctx)
	before, err := d.Responses.CannedResponse(ctx, user.ID, r.Id)
	if err != nil {
		return nil, err
	}
	if !canned.MayEdit(before, user.Person) {
		return nil, fault.New(fault.Forbidden)
	}
	before.Version = r.Params.Version
	err = d.Responses.DeleteCannedResponse(ctx, before)
	if errors.Is(err, canned.ErrConflict) {
		return nil, fault.WithCause(fault.Edited, err)
	}
	if err != nil {
		return nil, err
	}
	return api.DeleteCannedResponse204Response{}, nil
}
