package search

import (
	"slices"
	"strings"
)

const (
	// MaxTerms is the maximum number of terms of a ticket. Each term is a write (Q2).
	MaxTerms = 60
	// maxStems is the maximum number of stems. It leaves room for prefix terms in a ticket with many words.
	maxStems = 45
	// maxBucketWords is the maximum number of words in a posting.
	maxBucketWords = 8
	// maxWords is the maximum number of words of a ticket's texts that are indexed.
	maxWords = 5000
)

// Term is a term of a ticket in the search index.
type Term struct {
	// Key is the stem of a word, or a prefix followed by a star.
	Key string
	// Words are the ticket's folded words that start with the prefix. The posting stores them. It is empty for a stem.
	Words []string
}

// Document holds the terms of a ticket. The zero value has no terms.
type Document struct {
	Terms []Term
}

// NewDocument returns the terms of a ticket's texts, which are plain text (plaintext.FromHTML). The caller passes the texts in
// the order of importance: the subject, the requester, then the other texts. If the texts exceed a limit of words or terms,
// only the first words and terms are indexed.
func NewDocument(texts ...string) Document {
	var stems, buckets []Term
	position := map[string]int{} // index in buckets by key
	seen := map[string]bool{}
	count := 0
	for _, text := range texts {
		for _, word := range words(text) {
			if count++; count > maxWords {
				break
			}
			if seen[word] || !isIndexed(word) {
				continue
			}
			seen[word] = true
			if key := stem(word); len(stems) < maxStems && !seen[" "+key] {
				seen[" "+key] = true // the space distinguishes the stem from a word in the map
				stems = append(stems, Term{Key: key})
			}
			key := bucket(word)
			if key == "" {
				continue
			}
			index, known := position[key]
			switch {
			case !known:
				position[key] = len(buckets)
				buckets = append(buckets, Term{Key: key, Words: []string{word}})
			case len(buckets[index].Words) < maxBucketWords:
				buckets[index].Words = append(buckets[index].Words, word)
			}
		}
	}
	free := min(MaxTerms-len(stems), len(buckets))
	return Document{Terms: append(stems, buckets[:free]...)}
}

// Terms returns the keys of the terms of one text.
func Terms(text string) []string { return NewDocument(text).Keys() }

// Keys returns the keys of the document's terms.
func (d Document) Keys() []string {
	keys := make([]string, len(d.Terms))
	for i, term := range d.Terms {
		keys[i] = term.Key
	}
	return keys
}

// Matches reports whether the document matches a clause. Step.Page needs it for the unverified clauses of a candidate.
func (d Document) Matches(c Clause) bool {
	return slices.ContainsFunc(d.Terms, func(term Term) bool { return slices.Contains(c.Terms(), term.Key) && c.Accepts(term.Words) })
}

// Diff returns the terms to write to the index and to remove from it when a document changes. A term is also written if its
// words changed.
func Diff(before, after Document) (write, remove []Term) {
	old := map[string]Term{}
	for _, term := range before.Terms {
		old[term.Key] = term
	}
	for _, term := range after.Terms {
		known, ok := old[term.Key]
		delete(old, term.Key)
		if !ok || !slices.Equal(known.Words, term.Words) {
			write = append(write, term)
		}
	}
	for _, term := range before.Terms {
		if _, unmatched := old[term.Key]; unmatched {
			remove = append(remove, term)
		}
	}
	return write, remove
}

// Clause is a condition of a query: a ticket must have at least one of its terms and, if the clause is a prefix, a word that
// starts with the prefix.
type Clause struct {
	Key    string
	Prefix string // the folded prefix; "" for a whole word
	// Alternatives holds the alternative terms.
	Alternatives []string
}

// Terms returns the terms of the clause. A matching ticket has at least one of them.
func (c Clause) Terms() []string { return append([]string{c.Key}, c.Alternatives...) }

// Accepts reports whether a posting of one of the clause's terms matches the clause, given the words in the posting.
func (c Clause) Accepts(words []string) bool {
	return c.Prefix == "" || slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, c.Prefix) })
}
