package articles

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/article"
	"mesa/shared/fault"
)

// ListCategories lists the parts of the knowledge base with the number of their articles.
type ListCategories struct {
	api.StrictServerInterface
	Desk  Desk
	Cards Cards
}

// ListCategories implements the operation list-categories.
func (l ListCategories) ListCategories(ctx context.Context, request api.ListCategoriesRequestObject) (api.ListCategoriesResponseObject, error) {
	var wrong fault.Fields
	language := languageOf(ctx, request.Params.Language, &wrong)
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	desk, err := l.Desk.Desk(ctx)
	if err != nil {
		return nil, err
	}
	cards, err := l.Cards.Cards(ctx)
	if err != nil {
		return nil, err
	}
	shown := article.InOneLanguage(language, cards)
	categories := make(api.ListCategories200JSONResponse, 0, len(desk.Categories))
	for _, category := range desk.Categories {
		categories = append(categories, categoryOf(category, language, len(article.OfCategory(category.ID, shown))))
	}
	return categories, nil
}
