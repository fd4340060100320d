// Package article implements the rules of the knowledge base (L1–L7). Authors edit a Draft. Each publication creates an
// immutable Version. Readers see the live version in one language as an Article.
package article

import (
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/permission"
)

// Audience determines who may read a published article.
type Audience string

// The audiences: everyone, or staff only.
const (
	Public   Audience = "public"
	Internal Audience = "internal"
)

// Valid reports whether a is one of the audiences.
func (a Audience) Valid() bool { return a == Public || a == Internal }

// Includes reports whether a person may read articles with the audience. The zero Person is a visitor who is not signed in.
func (a Audience) Includes(person account.Person) bool {
	return a == Public || a == Internal && permission.Allows(permission.ReadInternalArticles, person.Role, permission.Anyone)
}

// Card is a published article in one language without its body.
type Card struct {
	ID         string
	Language   locale.Language
	CategoryID string
	Audience   Audience
	Title      string
	Summary    string
	UpdatedAt  time.Time
	// Terms are the article's search terms; see IndexTerms.
	Terms Terms
}

// Article is a published article in one language. Body is sanitized HTML.
type Article struct {
	Card
	Body string
}

// PreferLanguage returns each article once: in the given language, or in another language if the article does not exist in the
// given language. The order is preserved.
func PreferLanguage(language locale.Language, cards []Card) []Card {
	seen := make(map[string]bool, len(cards))
	for _, card := range cards {
		if card.Language == language {
			seen[card.ID] = true
		}
	}
	chosen := make([]Card, 0, len(cards))
	for _, card := range cards {
		if card.Language == language || !seen[card.ID] {
			seen[card.ID] = true
			chosen = append(chosen, card)
		}
	}
	return chosen
}

// InCategory returns the articles in a category.
func InCategory(category string, cards []Card) []Card {
	chosen := make([]Card, 0, len(cards))
	for _, card := range cards {
		if card.CategoryID == category {
			chosen = append(chosen, card)
		}
	}
	return chosen
}
