package articles

import (
	"context"
	"strings"

	"mesa/shared/api"
	"mesa/shared/domain/article"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
)

// ListArticles lists articles, filtered by category and by words (L1, L5).
type ListArticles struct {
	Cards Cards
}

const (
	maxQuery     = 200
	maxCategory  = 64
	defaultLimit = 25
	maxLimit     = 50
)

// ListArticles implements the operation list-articles.
func (l ListArticles) ListArticles(ctx context.Context, request api.ListArticlesRequestObject) (api.ListArticlesResponseObject, error) {
	var errs fault.FieldErrors
	language := checkReaderLanguage(ctx, request.Params.Language, &errs)
	words := check.Line(&errs, "q", api.Given(request.Params.Q), 0, maxQuery)
	category := check.Line(&errs, "category", api.Given(request.Params.Category), 0, maxCategory)
	limit := check.Limit(&errs, request.Params.Limit, defaultLimit, maxLimit)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	cards, err := cardsFor(ctx, l.Cards)
	if err != nil {
		return nil, err
	}
	chosen := article.PreferLanguage(language, cards)
	if category != "" {
		chosen = article.InCategory(category, chosen)
	}
	if words == "" {
		chosen = article.ByTitle(chosen)
	} else {
		// Without a blank after the last word, the word may be incomplete and is matched as a prefix.
		chosen = article.Match(words, strings.HasSuffix(api.Given(request.Params.Q), " "), chosen)
	}
	result := make(api.ListArticles200JSONResponse, 0, min(limit, len(chosen)))
	for _, card := range chosen[:min(limit, len(chosen))] {
		result = append(result, cardOf(card))
	}
	return result, nil
}
