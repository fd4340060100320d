// Package article has the knowledge base: «Base de conocimientos» (A3, A4, B8). An article is written as a Draft, and what is
// published of it is a Version, which stays; readers see the Article of one language.
package article

import (
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

// Audience says who may read an article once it is published.
type Audience string

// The audiences: everyone, or agents only.
const (
	Public   Audience = "public"
	Internal Audience = "internal"
)

// Valid reports whether there is such an audience.
func (a Audience) Valid() bool { return a == Public || a == Internal }

// Admits reports whether a person, or someone who isn't signed in, may read what is published for the audience.
func (a Audience) Admits(who account.Person) bool {
	return a == Public || a == Internal && who.Role.IsStaff()
}

// Card is a published article as lists show it.
type Card struct {
	ID         string
	Language   locale.Language
	CategoryID string
	Audience   Audience
	Title      string
	Summary    string
	UpdatedAt  time.Time
	// Terms are what the article is found by; see Index.
	Terms Terms
}

// Article is a published article whole, in one language. Body is sanitized HTML.
type Article struct {
	Card
	Body string
}

// InOneLanguage returns the articles of a language and, of those that it lacks, the ones of other languages, in the order
// they're given.
func InOneLanguage(language locale.Language, cards []Card) []Card {
	own := make(map[string]bool, len(cards))
	for _, card := range cards {
		if card.Language == language {
			own[card.ID] = true
		}
	}
	chosen := make([]Card, 0, len(cards))
	for _, card := range cards {
		if card.Language == language || !own[card.ID] {
			own[card.ID] = true
			chosen = append(chosen, card)
		}
	}
	return chosen
}

// OfCategory returns the articles of a category.
func OfCategory(category string, cards []Card) []Card {
	chosen := make([]Card, 0, len(cards))
	for _, card := range cards {
		if card.CategoryID == category {
			chosen = append(chosen, card)
		}
	}
	return chosen
}
