package search

import (
	"slices"
	"strings"
	"unicode"

	"mesa/shared/domain/fold"
	"mesa/shared/domain/ticket"
)

// maxClauses is the maximum number of words of a query. Each word causes one read.
const maxClauses = 8

// maxQuery is the maximum length in bytes of the part of a query that is parsed.
const maxQuery = 400

// Query is a parsed search text. The zero value matches nothing.
type Query struct {
	// Number is the first ticket number in the text (ticket.Numbering.FindInput), or 0. That ticket is shown first. Words can
	// match other tickets, such as those that mention the number.
	Number int64
	// Words are the conditions, all of which must match.
	Words []Clause
	// Prefix is the last word as a prefix. It replaces the last of Words if no ticket contains that word. If LastIsWord is
	// false, it is added to Words. See Clauses.
	Prefix     Clause
	LastIsWord bool
	// Ignored are the words, as typed, that the search ignores because they are not indexed (isIndexed).
	Ignored []string
	// ShortPrefix is the last word if it is too short to be used as a prefix. It only matches whole words.
	ShortPrefix string
	// isGiven reports that the text is not empty. It may consist of stopwords only.
	isGiven bool
}

// IsGiven reports whether the text is not empty. A query that consists of stopwords matches nothing, but an empty query does
// not filter.
func (q Query) IsGiven() bool { return q.isGiven }

// ParseQuery parses a search text. The last word is also a prefix unless a blank or a punctuation mark follows it. A prefix
// needs at least 5 characters, or 8 if it contains digits, to limit the number of postings.
func ParseQuery(numbering ticket.Numbering, text string) Query {
	if len(text) > maxQuery {
		text = strings.ToValidUTF8(text[:maxQuery], "")
	}
	q := Query{isGiven: strings.TrimSpace(text) != "", Ignored: ignoredWords(text)}
	if numbers := numbering.FindInput(text); len(numbers) > 0 {
		q.Number = numbers[0]
	}
	found := words(text)
	seen := map[string]bool{}
	for i, word := range found {
		last := i == len(found)-1
		if last && !endsWord(text) {
			if key := prefixTerm(word); key != "" {
				q.Prefix = Clause{Key: key, Prefix: word}
			} else if isIndexed(word) {
				typed := strings.Fields(text)
				q.ShortPrefix = strings.TrimFunc(typed[len(typed)-1], unicode.IsPunct)
			}
		}
		if !isIndexed(word) || len(q.Words) == maxClauses {
			continue
		}
		if key := stem(word); !seen[key] {
			seen[key] = true
			q.Words = append(q.Words, Clause{Key: key})
			q.LastIsWord = last
		} else if last {
			q.Prefix = Clause{} // the same word occurs earlier in the query
		}
	}
	return q
}

// ignoredWords returns the parts of a text between blanks that contain no indexed word, without the punctuation around them.
func ignoredWords(text string) []string {
	var ignored []string
	for part := range strings.FieldsSeq(text) {
		if slices.ContainsFunc(words(part), isIndexed) {
			continue
		}
		if word := strings.TrimFunc(part, unicode.IsPunct); word != "" {
			part = word
		}
		if !slices.Contains(ignored, part) {
			ignored = append(ignored, part)
		}
	}
	return ignored
}

// IsEmpty reports whether the query matches nothing, because it has neither a ticket number nor a word that is indexed.
func (q Query) IsEmpty() bool { return q.Number == 0 && len(q.Words) == 0 && q.Prefix.Key == "" }

// Clauses returns the conditions, with the last word as a whole word or as a prefix. For the first page, the caller reads the
// lists of both at once, chooses by AsPrefix, and stores the choice in the cursor.
func (q Query) Clauses(asPrefix bool) []Clause {
	if !asPrefix || q.Prefix.Key == "" {
		return q.Words
	}
	whole := len(q.Words)
	if q.LastIsWord {
		whole--
	}
	return append(append(make([]Clause, 0, whole+1), q.Words[:whole]...), q.Prefix)
}

// AsPrefix reports whether to use the last word as a prefix. This is so if it can be a prefix and no ticket contains it as a
// whole word. last is the first page of the postings of the last of Words.
func (q Query) AsPrefix(last Postings) bool {
	return q.Prefix.Key != "" && (!q.LastIsWord || last.Exhausted && len(last.Numbers) == 0)
}

// endsWord reports whether the text is empty or its last character is not part of a word, such as a blank.
func endsWord(text string) bool {
	last := []rune(text)
	if len(last) == 0 {
		return true
	}
	r := last[len(last)-1]
	return !fold.IsWordRune(r) && !unicode.Is(unicode.Mn, r)
}
