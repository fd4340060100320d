package articles

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// ListCategories lists the categories, each with the number of its articles that the caller may read (L1).
type ListCategories struct {
	Settings Settings
	Cards    Cards
}

// ListCategories implements the operation list-categories.
func (l ListCategories) ListCategories(ctx context.Context, request api.ListCategoriesRequestObject) (api.ListCategoriesResponseObject, error) {
	var errs fault.FieldErrors
	language := checkReaderLanguage(ctx, request.Params.Language, &errs)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var (
		config settings.Configuration
		cards  []article.Card
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = l.Settings.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			cards, err = cardsFor(ctx, l.Cards)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	oncePerArticle := article.PreferLanguage(language, cards)
	categories := make(api.ListCategories200JSONResponse, 0, len(config.Categories))
	for _, category := range config.Categories {
		categories = append(categories, categoryOf(category, language, len(article.InCategory(category.ID, oncePerArticle))))
	}
	return categories, nil
}
