package search

import (
	"slices"
	"strings"
)

const (
	// MaxTerms is how many terms a ticket has in the index at most: each is a
	// write (design 4).
	MaxTerms = 60
	// maxStems leaves room for prefixes in a ticket with many words.
	maxStems = 45
	// maxBucketWords bounds the words that a posting carries.
	maxBucketWords = 8
	// maxWords bounds how far into a ticket's texts is read.
	maxWords = 5000
)

// Term is one entry of the index for a ticket.
type Term struct {
	// Key is the stem of a word, or the first characters of words and a star.
	Key string
	// Words are, for the latter, the ticket's folded words that begin so. The
	// posting carries them.
	Words []string
}

// Document is what the index knows of a ticket. The zero value has no terms.
type Document struct {
	Terms []Term
}

// NewDocument makes the terms of a ticket's texts, the most telling first:
// subject, requester, then the thread in its order. Texts are plain; see
// plaintext.FromHTML. Words of earlier texts are kept when there are too many.
func NewDocument(texts ...string) Document {
	var stems, buckets []Term
	position := map[string]int{} // of a bucket
	seen := map[string]bool{}
	count := 0
	for _, text := range texts {
		for _, word := range words(text) {
			if count++; count > maxWords {
				break
			}
			if seen[word] || !isKept(word) {
				continue
			}
			seen[word] = true
			if key := stem(word); len(stems) < maxStems && !seen[" "+key] {
				seen[" "+key] = true // a word has no blank
				stems = append(stems, Term{Key: key})
			}
			key := bucket(word)
			if key == "" {
				continue
			}
			at, known := position[key]
			switch {
			case !known:
				position[key] = len(buckets)
				buckets = append(buckets, Term{Key: key, Words: []string{word}})
			case len(buckets[at].Words) < maxBucketWords:
				buckets[at].Words = append(buckets[at].Words, word)
			}
		}
	}
	room := min(MaxTerms-len(stems), len(buckets))
	return Document{Terms: append(stems, buckets[:room]...)}
}

// Terms are the keys of the terms of one text.
func Terms(text string) []string { return NewDocument(text).Keys() }

// Keys are the document's term keys.
func (d Document) Keys() []string {
	keys := make([]string, len(d.Terms))
	for i, term := range d.Terms {
		keys[i] = term.Key
	}
	return keys
}

// Matches tells whether the document has what a clause asks for: the check of
// a candidate that the postings read don't decide (Step.Settle).
func (d Document) Matches(c Clause) bool {
	return slices.ContainsFunc(d.Terms, func(term Term) bool { return slices.Contains(c.Terms(), term.Key) && c.Accepts(term.Words) })
}

// Change is what to write and what to delete in the index when a document
// takes the place of an older one. A term whose words changed is written.
func Change(before, after Document) (write, remove []Term) {
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
		if _, gone := old[term.Key]; gone {
			remove = append(remove, term)
		}
	}
	return write, remove
}

// Clause is one condition of a query: one term or another, and for a prefix how
// the words have to begin.
type Clause struct {
	Key    string
	Starts string // folded; "" for a whole word
	// Or are other terms that will do as well.
	Or []string
}

// Terms are the terms of which a ticket has to have one.
func (c Clause) Terms() []string { return append([]string{c.Key}, c.Or...) }

// Accepts tells whether a posting of the clause's term, with the words that it
// carries, fulfils the clause.
func (c Clause) Accepts(carried []string) bool {
	return c.Starts == "" || slices.ContainsFunc(carried, func(word string) bool { return strings.HasPrefix(word, c.Starts) })
}
