package articles

import (
	"context"
	"slices"

	"mesa/shared/api"
	"mesa/shared/domain/article"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
)

// DeleteCategory deletes a category without drafts and published articles. An article that is moved to it at the same time
// keeps its address, and search finds it.
type DeleteCategory struct {
	Drafts     DraftCards
	Categories interface {
		// DeleteCategory deletes a category, if there is one.
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
