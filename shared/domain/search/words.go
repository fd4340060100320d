// Package search finds tickets by number and by words in Spanish and English, ignoring accents, case and plural (C2). It computes
// the terms of texts for an inverted index, the terms to read for a query, and matches from pages of postings. It does no I/O.
//
// For each scope of visibility and each term, the index stores the tickets that have the term, newest first. There are two kinds
// of terms: the stem of a word ("solicitud" for solicitudes), which matches whole words, and the first five characters of words
// and a star ("trans*"), which match a last word that is not complete; their postings contain the words. A ticket has at most
// MaxTerms terms.
package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/spanish"

	"mesa/shared/domain/fold"
)

// maxWord is the length at which words are cut, in characters. Longer ones are pasted data.
const maxWord = 30

// words returns the folded words of a text in order, stopwords included: sequences of letters and digits, each cut at maxWord
// characters.
func words(text string) []string {
	split := strings.FieldsFunc(fold.Text(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, word := range split {
		if utf8.RuneCountInString(word) > maxWord {
			split[i] = string([]rune(word)[:maxWord])
		}
	}
	return split
}

// stem returns the term of a folded word: the English stem of its Spanish stem, because the language of a text is unknown. Texts
// and queries are stemmed alike, so it only matters that the forms of a word get the same term: errores and errors are "error".
// A word with a digit is its own term.
func stem(word string) string {
	if hasDigit(word) {
		return word
	}
	env := snowballstem.NewEnv(word)
	spanish.Stem(env)
	env.SetCurrent(env.Current())
	english.Stem(env)
	if env.Current() == "" {
		return word
	}
	return env.Current()
}

// bucketLength returns the length of a bucket's prefix, which is the shortest prefix to search by. Words with digits, such as folio
// numbers, often share a beginning and need a longer one.
func bucketLength(word string) int {
	if hasDigit(word) {
		return 8
	}
	return 5
}

// bucket returns the term of all words with the same prefix, and "" for a word that is too short.
func bucket(word string) string {
	runes := []rune(word)
	n := bucketLength(word)
	if len(runes) < n {
		return ""
	}
	return string(runes[:n]) + "*"
}

func hasDigit(word string) bool {
	return strings.ContainsFunc(word, unicode.IsDigit)
}

// isIndexed reports whether a word is indexed: stopwords and single letters are not.
func isIndexed(word string) bool {
	if utf8.RuneCountInString(word) < 2 && !hasDigit(word) {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.Is(unicode.Han, r)
	}
	return !isStopword(word)
}
