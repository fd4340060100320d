package articles

import (
	"context"
	"slices"

	"mesa/shared/api"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
)

// DeleteCategory deletes a part of the knowledge base that has no article, neither written nor published. An article that is
// moved to it at that very moment keeps its address and is found by words until it is moved again.
type DeleteCategory struct {
	Drafts     DraftCards
	Categories interface {
		// DeleteCategory deletes a category; without one it does nothing.
		DeleteCategory(ctx context.Context, id string) error
	}
}

// DeleteCategory implements the operation delete-category.
func (u DeleteCategory) DeleteCategory(ctx context.Context, r api.DeleteCategoryRequestObject) (api.DeleteCategoryResponseObject, error) {
	if !isSlug(r.Id, maxCategory) {
		return api.DeleteCategory204Response{}, nil
	}
	drafts, err := u.Drafts.ArticleDrafts(ctx)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(drafts, func(d article.DraftCard) bool { return d.CategoryID == r.Id || d.Live.CategoryID == r.Id }) {
		return nil, fault.New(fault.Conflict)
	}
	if err := u.Categories.DeleteCategory(ctx, r.Id); err != nil {
		return nil, err
	}
	return api.DeleteCategory204Response{}, nil
}
