package articles

import (
	"context"
	"slices"

	"mesa/shared/api"
	"mesa/shared/domain/article"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
)

// DeleteCategory deletes a category if it has no article drafts and no published articles. If an article is moved to the
// category at the same time, the article can still be read by its URL and found by search.
type DeleteCategory struct {
	Drafts     DraftCards
	Categories interface {
		// DeleteCategory deletes a category. It succeeds if the category does not exist.
		DeleteCategory(ctx context.Context, id string) error
	}
}

// DeleteCategory implements the operation delete-category.
func (d DeleteCategory) DeleteCategory(ctx context.Context, r api.DeleteCategoryRequestObject) (api.DeleteCategoryResponseObject, error) {
	if !check.IsSlug(r.Id, maxCategory) {
		return api.DeleteCategory204Response{}, nil
	}
	drafts, err := d.Drafts.ArticleDrafts(ctx)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(drafts, func(draft article.DraftCard) bool {
		return draft.CategoryID == r.Id || draft.Live.CategoryID == r.Id
	}) {
		return nil, fault.New(fault.Conflict)
	}
	if err := d.Categories.DeleteCategory(ctx, r.Id); err != nil {
		return nil, err
	}
	return api.DeleteCategory204Response{}, nil
}
