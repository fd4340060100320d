package search

import (
	"strings"
	"unicode"

	"mesa/shared/domain/ticket"
)

// maxClauses is the largest number of words of a query. Each is a read.
const maxClauses = 8

// maxQuery is how much of a query is parsed, in bytes.
const maxQuery = 400

// Query is a parsed search text. The zero value matches nothing.
type Query struct {
	// Number is the ticket's number if the whole text is one, else 0. That ticket is shown first; Words can match others that
	// mention it.
	Number int64
	// Words are conditions that must all match.
	Words []Clause
	// Prefix is the last word as a prefix. It replaces the last of Words if no ticket has that word, or is added to Words if
	// LastIsWord is false; see Clauses.
	Prefix     Clause
	LastIsWord bool
	// given reports that something was typed, possibly only stopwords.
	given bool
}

// IsGiven reports whether anything was typed. A query of stopwords alone matches nothing, whereas no query at all does not filter.
func (q Query) IsGiven() bool { return q.given }

// ParseQuery parses a search text. The last word can also be a prefix unless a blank follows it. A prefix needs 5 characters, 8 if
// it has digits, so that reading it costs little.
func ParseQuery(numbering ticket.Numbering, typed string) Query {
	if len(typed) > maxQuery {
		typed = strings.ToValidUTF8(typed[:maxQuery], "")
	}
	q := Query{given: strings.TrimSpace(typed) != ""}
	if number, ok := numbering.Read(typed); ok {
		q.Number = number
	}
	found := words(typed)
	seen := map[string]bool{}
	for i, word := range found {
		last := i == len(found)-1
		if last && !endsWord(typed) {
			if key := bucket(word); key != "" {
				q.Prefix = Clause{Key: key, Starts: word}
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
			q.Prefix = Clause{} // the same word was typed before
		}
	}
	return q
}

// IsEmpty reports whether the query matches nothing: it has no number and only stopwords.
func (q Query) IsEmpty() bool { return q.Number == 0 && len(q.Words) == 0 && q.Prefix.Key == "" }

// Clauses returns the conditions, with the last word as a word or as a prefix. For the first page, read the lists of both at once,
// choose with AsPrefix, and store the choice in the cursor.
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

// AsPrefix reports whether to use the last word as a prefix: if it can be one, and no ticket has it as a word. last is the first
// page of the postings of the last of Words.
func (q Query) AsPrefix(last List) bool {
	return q.Prefix.Key != "" && (!q.LastIsWord || last.Exhausted && len(last.Numbers) == 0)
}

// endsWord reports whether the text ends in a character that ends a word, such as a blank.
func endsWord(typed string) bool {
	last := []rune(typed)
	if len(last) == 0 {
		return true
	}
	r := last[len(last)-1]
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
}
