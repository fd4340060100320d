// Package articles implements the use cases of the knowledge base for readers and authors, and its figures (L1–L7).
package articles

import (
	"context"
	"slices"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/article"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// Settings reads the settings.
type Settings interface {
	// Configuration returns the settings from a cache of a few seconds. Callers share the value and must not change it.
	Configuration(ctx context.Context) (settings.Configuration, error)
}

// Cards reads the cards of published articles.
type Cards interface {
	// Cards returns the cards of the public articles in every language, from a cache of a few seconds. Callers must not change
	// them.
	Cards(ctx context.Context) ([]article.Card, error)
	// InternalCards returns the cards of the internal articles, from the same kind of cache.
	InternalCards(ctx context.Context) ([]article.Card, error)
}

// cardsFor returns the cards of the articles that the caller may read, in one round.
func cardsFor(ctx context.Context, from Cards) ([]article.Card, error) {
	if !article.Internal.Includes(caller.From(ctx).Person) {
		return from.Cards(ctx)
	}
	var public, internal []article.Card
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			public, err = from.Cards(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			internal, err = from.InternalCards(ctx)
			return err
		},
	)
	return slices.Concat(public, internal), err
}

// checkReaderLanguage returns the requested language, or the caller's language if none is requested.
func checkReaderLanguage(ctx context.Context, requested *api.Language, errs *fault.FieldErrors) locale.Language {
	if requested == nil {
		return caller.From(ctx).ResponseLanguage
	}
	language, ok := locale.Parse(string(*requested))
	if !ok {
		errs.Add("language", "field.choice")
	}
	return language
}

func cardOf(card article.Card) api.ArticleCard {
	return api.ArticleCard{
		Id: card.ID, Title: card.Title, Summary: card.Summary, CategoryId: card.CategoryID,
		Audience: api.Audience(card.Audience), Language: api.Language(card.Language), UpdatedAt: card.UpdatedAt,
	}
}

func categoryOf(category settings.Category, language locale.Language, articles int) api.Category {
	result := api.Category{
		Id: category.ID, Name: category.Name.In(language), Articles: articles, Names: translatedOf(category.Name), Order: category.Order,
	}
	if description := category.Description.In(language); description != "" {
		descriptions := translatedOf(category.Description)
		result.Description, result.Descriptions = &description, &descriptions
	}
	return result
}

func translatedOf(text settings.Text) api.Translated {
	result := api.Translated{Es: text.Spanish}
	if text.English != "" {
		result.En = &text.English
	}
	return result
}
