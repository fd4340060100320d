package drafts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/draft"
	"mesa/shared/domain/fault"
)

// DeleteDraft deletes a draft that the caller has sent or discarded.
type DeleteDraft struct {
	Drafts draft.Drafts
}

// DeleteDraft implements the operation delete-draft. It succeeds if the draft does not exist.
func (d DeleteDraft) DeleteDraft(ctx context.Context, r api.DeleteDraftRequestObject) (api.DeleteDraftResponseObject, error) {
	if !checkPurpose(r.Purpose) {
		return nil, fault.New(fault.NotFound)
	}
	if err := d.Drafts.DeleteDraft(ctx, caller.From(ctx).ID, r.Purpose); err != nil {
		return nil, err
	}
	return api.DeleteDraft204Response{}, nil
}
