package drafts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/draft"
	"mesa/shared/domain/fault"
)

// GetDraft returns the caller's draft, on whichever device it was typed.
type GetDraft struct {
	Drafts draft.Drafts
	Clock  clock.Clock
}

// GetDraft implements the operation get-draft.
func (g GetDraft) GetDraft(ctx context.Context, r api.GetDraftRequestObject) (api.GetDraftResponseObject, error) {
	if !checkPurpose(r.Purpose) {
		return nil, fault.New(fault.NotFound)
	}
	stored, err := g.Drafts.Draft(ctx, caller.From(ctx).ID, r.Purpose)
	if err != nil {
		return nil, err
	}
	if stored.Expired(g.Clock.Now()) {
		return nil, fault.New(fault.NotFound)
	}
	return api.GetDraft200JSONResponse(apiDraft(stored)), nil
}
