// Package articles serves the knowledge base: «Base de conocimientos» (A3, A4, B8).
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

// Desk reads what the desk is made of.
type Desk interface {
	// Desk returns it as it is, or was some seconds ago. It is shared: not to be changed.
	Desk(ctx context.Context) (settings.Desk, error)
}

// Cards reads all published articles as lists show them.
type Cards interface {
	// Cards returns those for everyone in every language, as they are or were some seconds ago. They're shared: not to be changed.
	Cards(ctx context.Context) ([]article.Card, error)
	// InternalCards returns those for staff only, in the same way.
	InternalCards(ctx context.Context) ([]article.Card, error)
}

// cardsFor returns the cards that the caller may see, in one round.
func cardsFor(ctx context.Context, from Cards) ([]article.Card, error) {
	if !article.Internal.Admits(caller.From(ctx).Person) {
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

// languageOf is the language to read in: the one that is asked for, else the caller's.
func languageOf(ctx context.Context, asked *api.Language, wrong *fault.Fields) locale.Language {
	if asked == nil {
		return caller.From(ctx).Speaks
	}
	language, ok := locale.Parse(string(*asked))
	if !ok {
		wrong.Add("language", "field.choice")
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
	told := api.Category{
		Id: category.ID, Name: category.Name.In(language), Articles: articles, Names: translatedOf(category.Name), Order: category.Order,
	}
	if description := category.Description.In(language); description != "" {
		descriptions := translatedOf(category.Description)
		told.Description, told.Descriptions = &description, &descriptions
	}
	return told
}

func translatedOf(text settings.Text) api.Translated {
	told := api.Translated{Es: text.Spanish}
	if text.English != "" {
		told.En = &text.English
	}
	return told
}
