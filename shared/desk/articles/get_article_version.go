package articles

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
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
	draft, version, err := g.Versions.ArticleVersion(ctx, r.Id, r.Number)
	if err != nil {
		return nil, err
	}
	if !draft.EditableBy(caller.From(ctx).Person) {
		return nil, fault.New(fault.NotFound)
	}
	return api.GetArticleVersion200JSONResponse(versionOf(version)), nil
}

func versionOf(v article.Version) api.ArticleVersion {
	return api.ArticleVersion{
		Number: v.Number, At: v.At, By: partyOf(v.By), CategoryId: v.CategoryID, Audience: api.Audience(v.Audience), Texts: textsOf(v.Texts),
	}
}
