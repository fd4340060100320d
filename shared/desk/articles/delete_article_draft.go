package articles

import (
	"context"
	"slices"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
)

// Discarder reads and deletes article drafts.
type Discarder interface {
	DraftReader
	// DeleteArticleDraft deletes an article draft. It returns fault.Edited if the article draft has changed since it was read.
	DeleteArticleDraft(ctx context.Context, d article.Draft) error
}

// DeleteArticleDraft deletes the draft of an article that was never published. An article that is or was published can
// only be retired.
type DeleteArticleDraft struct {
	Drafts Discarder
}

// DeleteArticleDraft implements the operation delete-article-draft.
func (d DeleteArticleDraft) DeleteArticleDraft(ctx context.Context, r api.DeleteArticleDraftRequestObject) (api.DeleteArticleDraftResponseObject, error) {
	person := caller.From(ctx).Person
	found, err := readableDraft(ctx, d.Drafts, r.Id, person)
	if err != nil {
		return nil, err
	}
	if err := requireVersion(found, r.Params.Version); err != nil {
		return nil, err
	}
	if !slices.Contains(found.Actions(person), article.Discard) {
		return nil, fault.New(fault.Conflict)
	}
	if err := d.Drafts.DeleteArticleDraft(ctx, found); err != nil {
		return nil, err
	}
	return api.DeleteArticleDraft204Response{}, nil
}
