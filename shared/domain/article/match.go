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

// IndexTerms returns the search terms of an article.
func IndexTerms(a Article) Terms {
	return Terms{Title: terms(a.Title), Summary: terms(a.Summary), Body: terms(plaintext.FromHTML(a.Body))}
}

// chunk is the number of words that are passed to one call of search.Terms, which limits the number of terms per text.
const chunk = 40

// terms returns the distinct terms of a text of any length, without the prefix terms of search.Terms.
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
	titleWeight   = 6
	summaryWeight = 3
	bodyWeight    = 1
)

// Match returns the articles that contain at least half of the words of a query, the best match first (L5). Rare words have
// more weight than common words, and words in the title or summary more than words in the body. Accents, case and plural are
// ignored. Unless lastWordComplete is set, the last word is matched as a prefix.
func Match(query string, lastWordComplete bool, cards []Card) []Card {
	queryTerms := terms(query)
	if len(queryTerms) == 0 {
		return []Card{}
	}
	scores := make([]float64, len(cards))
	matched := make([]int, len(cards))
	for i, word := range queryTerms {
		matches := func(term string) bool { return term == word }
		if i == len(queryTerms)-1 && !lastWordComplete {
			matches = func(term string) bool { return strings.HasPrefix(term, word) }
		}
		weights, containing := make([]float64, len(cards)), 0
		for j, card := range cards {
			if weights[j] = weightOf(card.Terms, matches); weights[j] > 0 {
				containing++
			}
		}
		for j, weight := range weights {
			if weight > 0 {
				matched[j]++
				scores[j] += weight * math.Log(1+float64(len(cards))/float64(containing))
			}
		}
	}
	var found []int
	for j := range cards {
		if matched[j]*2 >= len(queryTerms) && matched[j] > 0 {
			found = append(found, j)
		}
	}
	slices.SortStableFunc(found, func(a, b int) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(cards[a].Title, cards[b].Title))
	})
	best := make([]Card, 0, len(found))
	for _, j := range found {
		best = append(best, cards[j])
	}
	return best
}

func weightOf(t Terms, matches func(string) bool) float64 {
	switch {
	case slices.ContainsFunc(t.Title, matches):
		return titleWeight
	case slices.ContainsFunc(t.Summary, matches):
		return summaryWeight
	case slices.ContainsFunc(t.Body, matches):
		return bodyWeight
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
