package articles

import (
	"context"
	"unicode/utf8"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// Articles reads published articles.
type Articles interface {
	// Article returns an article in a language, or in the other language if it has no text in the first. It returns
	// fault.NotFound if the article does not exist.
	Article(ctx context.Context, id string, language locale.Language) (article.Article, error)
}

// GetArticle returns an article in the requested language, by default the reader's. If the article is not available in this
// language, it returns the article in the other language.
type GetArticle struct {
	Articles Articles
	Settings Settings
	Cards    Cards
}

// maxID is the maximum length of an article's identifier in bytes.
const maxID = 100

// GetArticle implements the operation get-article.
func (g GetArticle) GetArticle(ctx context.Context, request api.GetArticleRequestObject) (api.GetArticleResponseObject, error) {
	var errs fault.FieldErrors
	language := checkReaderLanguage(ctx, request.Params.Language, &errs)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	if request.Id == "" || len(request.Id) > maxID || !utf8.ValidString(request.Id) {
		return nil, fault.New(fault.NotFound)
	}
	var (
		found  article.Article
		config settings.Configuration
		cards  []article.Card
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			found, err = g.Articles.Article(ctx, request.Id, language)
			return err
		},
		func(ctx context.Context) (err error) {
			config, err = g.Settings.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			cards, err = cardsFor(ctx, g.Cards)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	if !found.Audience.Includes(caller.From(ctx).Person) {
		return nil, fault.New(fault.NotFound)
	}
	result := articleOf(found)
	if category, ok := config.Category(found.CategoryID); ok {
		sameCategory := article.InCategory(category.ID, article.PreferLanguage(language, cards))
		shown := categoryOf(category, language, len(sameCategory))
		result.Category = &shown
	}
	return api.GetArticle200JSONResponse(result), nil
}

func articleOf(a article.Article) api.Article {
	return api.Article{
		Id: a.ID, Title: a.Title, Summary: a.Summary, CategoryId: a.CategoryID, Audience: api.Audience(a.Audience),
		Language: api.Language(a.Language), UpdatedAt: a.UpdatedAt, Body: a.Body,
	}
}
