package search

import (
	"strings"
	"unicode"

	"mesa/shared/domain/ticket"
)

// maxClauses bounds the words of a query: each is a read.
const maxClauses = 8

// maxQuery is how much of a query is looked at, in bytes.
const maxQuery = 400

// Query is what somebody looks for. The zero value looks for nothing.
type Query struct {
	// Number is the ticket's number when the whole text is one, else 0. Show
	// that ticket first; the words may find others that mention it.
	Number int64
	// Words are the conditions, all of which have to hold.
	Words []Clause
	// Prefix is another reading of the last word, as the beginning of one. It
	// takes the place of the last of Words (or stands alone when LastIsWord is
	// false) if no ticket has that word; see Clauses.
	Prefix     Clause
	LastIsWord bool
	// given tells that something was typed, if only words that are not looked for.
	given bool
}

// IsGiven tells whether anything was typed: a query of stopwords alone finds nothing, one of no words at all asks for nothing.
func (q Query) IsGiven() bool { return q.given }

// ParseQuery reads what was typed. The last word may be the beginning of one
// unless a blank follows it; a beginning needs 5 characters (8 with digits), so
// that reading it costs little.
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
		if !isKept(word) || len(q.Words) == maxClauses {
			continue
		}
		if key := stem(word); !seen[key] {
			seen[key] = true
			q.Words = append(q.Words, Clause{Key: key})
			q.LastIsWord = last
		} else if last {
			q.Prefix = Clause{} // the word was typed out before
		}
	}
	return q
}

// IsEmpty tells whether nothing can be found by it: no number, only stopwords.
func (q Query) IsEmpty() bool { return q.Number == 0 && len(q.Words) == 0 && q.Prefix.Key == "" }

// Clauses are the conditions to fulfil: the words as they are, or with the
// last as a prefix. Read all lists of both at once for the first page, then
// call AsPrefix to choose, and keep the choice in the cursor.
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

// AsPrefix tells whether the last word is to be read as a beginning: when it
// can be, and no ticket has it as a word. last is the first page of postings
// of the last of Words.
func (q Query) AsPrefix(last List) bool {
	return q.Prefix.Key != "" && (!q.LastIsWord || last.Exhausted && len(last.Numbers) == 0)
}

// endsWord tells whether the text ends in something other than a letter or
// digit, such as a blank: the last word is then typed out.
func endsWord(typed string) bool {
	last := []rune(typed)
	if len(last) == 0 {
		return true
	}
	r := last[len(last)-1]
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
}
