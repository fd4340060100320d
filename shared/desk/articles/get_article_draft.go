package articles

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
)

// GetArticleDraft returns the draft of an article.
type GetArticleDraft struct {
	Drafts DraftReader
}

// GetArticleDraft implements the operation get-article-draft.
func (g GetArticleDraft) GetArticleDraft(ctx context.Context, r api.GetArticleDraftRequestObject) (api.GetArticleDraftResponseObject, error) {
	person := caller.From(ctx).Person
	found, err := readableDraft(ctx, g.Drafts, r.Id, person)
	if err != nil {
		return nil, err
	}
	return api.GetArticleDraft200JSONResponse(draftOf(found, person)), nil
}
