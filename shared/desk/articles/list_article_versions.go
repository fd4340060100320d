package articles

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// Versions reads published versions.
type Versions interface {
	// ArticleVersions returns the article draft, and a page of its versions without their bodies, the latest first. All version
	// numbers on the page are lower than before. If before is 0, the page begins with the latest version. It returns
	// fault.NotFound if the article does not exist.
	ArticleVersions(ctx context.Context, id string, before, limit int) (d article.Draft, page []article.Version, more bool, err error)
	// ArticleVersion returns the article draft and a version with its bodies. It returns fault.NotFound if either does not
	// exist.
	ArticleVersion(ctx context.Context, id string, number int) (article.Draft, article.Version, error)
}

// ListArticleVersions lists the published versions of an article, the latest first (L3).
type ListArticleVersions struct {
	Versions Versions
}

// ListArticleVersions implements the operation list-article-versions.
func (l ListArticleVersions) ListArticleVersions(ctx context.Context, r api.ListArticleVersionsRequestObject) (api.ListArticleVersionsResponseObject, error) {
	var errs fault.FieldErrors
	limit, before := check.Limit(&errs, r.Params.Limit, defaultLimit, maxDrafts), 0
	if r.Params.Before != nil {
		if before = *r.Params.Before; before < 1 {
			errs.Add("before", "field.too-small", locale.With("least", 1))
		}
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	if !check.IsSlug(r.Id, maxID) {
		return nil, fault.New(fault.NotFound)
	}
	draft, page, more, err := l.Versions.ArticleVersions(ctx, r.Id, before, limit)
	if err != nil {
		return nil, err
	}
	if !draft.EditableBy(caller.From(ctx).Person) {
		return nil, fault.New(fault.NotFound)
	}
	result := api.ArticleVersionPage{Items: make([]api.ArticleVersionCard, 0, len(page)), Next: nullable.NewNullNullable[int]()}
	for _, version := range page {
		result.Items = append(result.Items, versionCardOf(version))
	}
	if more {
		result.Next = nullable.NewNullableWithValue(page[len(page)-1].Number)
	}
	return api.ListArticleVersions200JSONResponse(result), nil
}

func versionCardOf(v article.Version) api.ArticleVersionCard {
	return api.ArticleVersionCard{
		Number: v.Number, At: v.At, By: partyOf(v.By), CategoryId: v.CategoryID, Audience: api.Audience(v.Audience), Titles: titlesOf(v.Texts),
	}
}
