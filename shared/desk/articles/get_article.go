package articles

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/article"
	"mesa/shared/fault"
	"mesa/shared/locale"
)

// Articles reads one article.
type Articles interface {
	// Article returns an article in a language, or in another where it isn't written in that; fault.NotFound when there is
	// none.
	Article(ctx context.Context, id string, language locale.Language) (article.Article, error)
}

// GetArticle shows an article, in the reader's language where it's written in it.
type GetArticle struct {
	api.StrictServerInterface
	Articles Articles
}

// maxID is the most that an article's identifier can have, in bytes.
const maxID = 100

// GetArticle implements the operation get-article.
func (g GetArticle) GetArticle(ctx context.Context, request api.GetArticleRequestObject) (api.GetArticleResponseObject, error) {
	var wrong fault.Fields
	language := languageOf(ctx, request.Params.Language, &wrong)
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	if request.Id == "" || len(request.Id) > maxID {
		return nil, fault.New(fault.NotFound)
	}
	found, err := g.Articles.Article(ctx, request.Id, language)
	if err != nil {
		return nil, err
	}
	return api.GetArticle200JSONResponse{
		Id: found.ID, Title: found.Title, Summary: found.Summary, CategoryId: found.CategoryID,
		Language: api.Language(found.Language), UpdatedAt: found.UpdatedAt, Body: found.Body,
	}, nil
}
