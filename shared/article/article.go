// Package article has the knowledge base: «Base de conocimientos» (A3, A4, B8).
package article

import (
	"time"

	"mesa/shared/locale"
)

// Card is an article as lists show it.
type Card struct {
	ID         string
	Language   locale.Language
	CategoryID string
	Title      string
	Summary    string
	UpdatedAt  time.Time
	// Terms are what the article is found by; see Index.
	Terms Terms
}

// Article is an article whole. Body is sanitized HTML.
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
