package article

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/search"
)

// Terms are the search terms of an article, separately for title, summary and body.
type Terms struct{ Title, Summary, Body []string }

// Index returns the search terms of an article.
func Index(a Article) Terms {
	return Terms{Title: terms(a.Title), Summary: terms(a.Summary), Body: terms(plaintext.FromHTML(a.Body))}
}

// chunk is the number of words that are passed to one call of search.Terms, which limits the number of terms per text.
const chunk = 40

// terms returns the distinct terms of the whole words of a text of any length.
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

// The weights of a matching word in title, summary and body.
const (
	inTitle   = 6
	inSummary = 3
	inBody    = 1
)

// Matching returns the articles that contain at least half of the words of a query, the best match first (L5). Rare words weigh
// more than common ones, and words in the title or summary more than words in the body. Accents, case and plural are ignored.
// Unless finished is set, the last word is matched as a prefix.
func Matching(query string, finished bool, cards []Card) []Card {
	wanted := terms(query)
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
		weights, containing := make([]float64, len(cards)), 0
		for at, card := range cards {
			if weights[at] = weightOf(card.Terms, is); weights[at] > 0 {
				containing++
			}
		}
		for at, weight := range weights {
			if weight > 0 {
				matched[at]++
				scores[at] += weight * math.Log(1+float64(len(cards))/float64(containing))
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

// ByTitle returns the articles sorted by title.
func ByTitle(cards []Card) []Card {
	return slices.SortedStableFunc(slices.Values(cards), func(a, b Card) int {
		return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
}
