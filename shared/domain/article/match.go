package article

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/search"
)

// Terms are what an article is found by, in the parts of it that say how much it is about them.
type Terms struct{ Title, Summary, Body []string }

// Index returns the terms of an article.
func Index(a Article) Terms {
	return Terms{Title: terms(a.Title), Summary: terms(a.Summary), Body: terms(plaintext.FromHTML(a.Body))}
}

// chunk is how many words are handed to search at once: it bounds the terms of one text, as tickets need it.
const chunk = 40

// terms returns the terms of whole words of a text of any length, each once.
func terms(text string) []string {
	var all []string
	seen := make(map[string]bool)
	for part := range slices.Chunk(strings.Fields(text), chunk) {
		for _, term := range search.Terms(strings.Join(part, " ")) {
			if !strings.HasSuffix(term, "*") && !seen[term] {
				seen[term] = true
				all = append(all, term)
			}
		}
	}
	return all
}

// What a word counts for, by the part of the article that has it.
const (
	inTitle   = 6
	inSummary = 3
	inBody    = 1
)

// Matching returns the articles that have at least half of the words that somebody looks for, the best first: words that few
// articles have count more, and so do those of title and summary (B8). Accents, case and plural don't matter. The last word
// may be the beginning of one unless it is finished.
func Matching(typed string, finished bool, cards []Card) []Card {
	wanted := terms(typed)
	if len(wanted) == 0 {
		return []Card{}
	}
	scores := make([]float64, len(cards))
	matched := make([]int, len(cards))
	for i, word := range wanted {
		is := func(term string) bool { return term == word }
		if i == len(wanted)-1 && !finished {
			is = func(term string) bool { return strings.HasPrefix(term, word) }
		}
		weights, have := make([]float64, len(cards)), 0
		for at, card := range cards {
			if weights[at] = weightOf(card.Terms, is); weights[at] > 0 {
				have++
			}
		}
		for at, weight := range weights {
			if weight > 0 {
				matched[at]++
				scores[at] += weight * math.Log(1+float64(len(cards))/float64(have))
			}
		}
	}
	var found []int
	for at := range cards {
		if matched[at]*2 >= len(wanted) && matched[at] > 0 {
			found = append(found, at)
		}
	}
	slices.SortStableFunc(found, func(a, b int) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(cards[a].Title, cards[b].Title))
	})
	best := make([]Card, 0, len(found))
	for _, at := range found {
		best = append(best, cards[at])
	}
	return best
}

func weightOf(t Terms, is func(string) bool) float64 {
	switch {
	case slices.ContainsFunc(t.Title, is):
		return inTitle
	case slices.ContainsFunc(t.Summary, is):
		return inSummary
	case slices.ContainsFunc(t.Body, is):
		return inBody
	default:
		return 0
	}
}

// ByTitle returns the articles in the order of their titles.
func ByTitle(cards []Card) []Card {
	return slices.SortedStableFunc(slices.Values(cards), func(a, b Card) int {
		return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
}
