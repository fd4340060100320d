package articles

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
)

// GetArticleDraft shows an article as its authors work on it.
type GetArticleDraft struct {
	Drafts Draft
}

// GetArticleDraft implements the operation get-article-draft.
func (g GetArticleDraft) GetArticleDraft(ctx context.Context, r api.GetArticleDraftRequestObject) (api.GetArticleDraftResponseObject, error) {
	who := caller.From(ctx).Person
	found, err := readable(ctx, g.Drafts, r.Id, who)
	if err != nil {
		return nil, err
	}
	return api.GetArticleDraft200JSONResponse(draftOf(found, who)), nil
}
