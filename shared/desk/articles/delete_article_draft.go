package articles

import (
	"context"
	"slices"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
)

// Discarder throws drafts away.
type Discarder interface {
	Draft
	// DeleteArticleDraft throws a draft away as it was read; fault.Edited where it has changed.
	DeleteArticleDraft(ctx context.Context, d article.Draft) error
}

// DeleteArticleDraft throws away a draft that was never published; what was has versions to keep.
type DeleteArticleDraft struct {
	Drafts Discarder
}

// DeleteArticleDraft implements the operation delete-article-draft.
func (u DeleteArticleDraft) DeleteArticleDraft(ctx context.Context, r api.DeleteArticleDraftRequestObject) (api.DeleteArticleDraftResponseObject, error) {
	who := caller.From(ctx).Person
	found, err := readable(ctx, u.Drafts, r.Id, who)
	if err != nil {
		return nil, err
	}
	if err := onVersion(found, r.Params.Version); err != nil {
		return nil, err
	}
	if !slices.Contains(found.Actions(who), article.Discard) {
		return nil, fault.New(fault.Conflict)
	}
	if err := u.Drafts.DeleteArticleDraft(ctx, found); err != nil {
		return nil, err
	}
	return api.DeleteArticleDraft204Response{}, nil
}
