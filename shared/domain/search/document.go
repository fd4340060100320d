package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits of a document, so that the cost of an entry is bounded (Q2): each term is a write in each scope. The limits apply to
// each entry of a ticket; MaxThreadWords and MaxThreadNumbers limit the whole thread.
const (
	// MaxStems is the maximum number of stems of a document.
	MaxStems = 400
	// MaxPrefixes is the maximum number of prefix terms of a document.
	MaxPrefixes = 15
	// maxPrefixWords is the maximum number of words in a posting. A posting with so many words is one write unit.
	maxPrefixWords = 20
)

// Term is a term of a ticket in the search index.
type Term struct {
	// Key is the stem of a word, or a prefix followed by a star.
	Key string
	// Words are the ticket's folded words that start with the prefix. The posting stores them. It is empty for a stem.
	Words []string
}

// Document holds search terms: of an entry, of a ticket's attributes, or of a whole ticket. The zero value has no terms.
type Document struct {
	Terms []Term
}

// NewDocument returns the terms of texts, which are plain text (plaintext.FromHTML), such as the text of an entry. If the texts
// have more different words than MaxStems, the rarest are indexed: first numbers and codes, then names, which start with a
// capital letter, then the other words in order.
func NewDocument(texts ...string) Document {
	found := distinctWords(texts)
	if len(found) > MaxStems {
		slices.SortStableFunc(found, func(a, b textWord) int { return cmp.Compare(a.rarity(), b.rarity()) })
	}
	var document, prefixes Document
	stems := map[string]bool{}
	position := map[string]int{} // index in prefixes by key
	for _, word := range found {
		if key := stem(word.folded); !stems[key] && len(stems) < MaxStems {
			stems[key] = true
			document.Terms = append(document.Terms, Term{Key: key})
		}
		key := prefixTerm(word.folded)
		if key == "" {
			continue
		}
		index, known := position[key]
		switch {
		case known && len(prefixes.Terms[index].Words) < maxPrefixWords:
			prefixes.Terms[index].Words = append(prefixes.Terms[index].Words, word.folded)
		case !known && len(position) < MaxPrefixes:
			position[key] = len(prefixes.Terms)
			prefixes.Terms = append(prefixes.Terms, Term{Key: key, Words: []string{word.folded}})
		}
	}
	document.Terms = append(document.Terms, prefixes.Terms...)
	return document
}

// textWord is an indexed word of a text.
type textWord struct {
	folded string
	// capital reports that the word starts with a capital letter where it first occurs.
	capital bool
}

// rarity returns the rank of a word when a text has too many: 0 for numbers and codes, 1 for names, 2 for other words.
func (w textWord) rarity() int {
	switch {
	case hasDigit(w.folded):
		return 0
	case w.capital:
		return 1
	default:
		return 2
	}
}

func distinctWords(texts []string) []textWord {
	var found []textWord
	seen := map[string]bool{}
	for _, text := range texts {
		for part := range strings.FieldsSeq(text) {
			first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(part, unicode.IsPunct))
			for _, word := range words(part) {
				if !seen[word] && isIndexed(word) {
					seen[word] = true
					found = append(found, textWord{folded: word, capital: unicode.IsUpper(first)})
				}
			}
		}
	}
	return found
}

// Merge returns the terms of all documents, each once. A prefix term has the words of all documents, up to maxPrefixWords.
func Merge(documents ...Document) Document {
	var merged Document
	position := map[string]int{}
	for _, document := range documents {
		for _, term := range document.Terms {
			index, known := position[term.Key]
			if !known {
				position[term.Key] = len(merged.Terms)
				merged.Terms = append(merged.Terms, Term{Key: term.Key, Words: slices.Clone(term.Words)})
				continue
			}
			for _, word := range term.Words {
				if words := merged.Terms[index].Words; len(words) < maxPrefixWords && !slices.Contains(words, word) {
					merged.Terms[index].Words = append(words, word)
				}
			}
		}
	}
	return merged
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
