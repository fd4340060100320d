// Package articles serves the knowledge base: «Base de conocimientos» (A3, A4, B8).
package articles

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/article"
	"mesa/shared/desk/caller"
	"mesa/shared/fault"
	"mesa/shared/locale"
	"mesa/shared/settings"
)

// Desk reads what the desk is made of.
type Desk interface {
	// Desk returns it as it is, or was some seconds ago. It is shared: not to be changed.
	Desk(ctx context.Context) (settings.Desk, error)
}

// Cards reads all articles as lists show them.
type Cards interface {
	// Cards returns them in every language, as they are or were a minute ago. They're shared: not to be changed.
	Cards(ctx context.Context) ([]article.Card, error)
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
		Language: api.Language(card.Language), UpdatedAt: card.UpdatedAt,
	}
}

func categoryOf(category settings.Category, language locale.Language, articles int) api.Category {
	told := api.Category{Id: category.ID, Name: category.Name.In(language), Articles: articles}
	if description := category.Description.In(language); description != "" {
		told.Description = &description
	}
	return told
}
