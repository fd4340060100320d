package articles

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
)

// GetArticleVersion returns one published version of an article.
type GetArticleVersion struct {
	Versions Versions
}

// GetArticleVersion implements the operation get-article-version.
func (g GetArticleVersion) GetArticleVersion(ctx context.Context, r api.GetArticleVersionRequestObject) (api.GetArticleVersionResponseObject, error) {
	if !check.IsSlug(r.Id, maxID) || r.Number < 1 {
		return nil, fault.New(fault.NotFound)
	}
	draft, one, err := g.Versions.ArticleVersion(ctx, r.Id, r.Number)
	if err != nil {
		return nil, err
	}
	if !draft.Admits(caller.From(ctx).Person) {
		return nil, fault.New(fault.NotFound)
	}
	return api.GetArticleVersion200JSONResponse{
		Number: one.Number, At: one.At, By: partyOf(one.By), CategoryId: one.CategoryID, Audience: api.Audience(one.Audience), Texts: textsOf(one.Texts),
	}, nil
}
