// Package search is the arithmetic of finding tickets by number and by words
// (product C2), without regard to accents, case or plural, in Spanish and
// English. It turns texts into the terms of an inverted index, queries into
// the terms to read, and pages of postings into matches. It reads and stores
// nothing itself.
//
// The index keeps, for each scope of visibility and each term, the tickets that
// have it, newest first. There are two kinds of terms: the stem of a word
// ("solicitud" for solicitudes), which finds whole words, and the first five
// characters of words with a star ("trans*"), whose postings carry the words
// themselves, which finds a last word that isn't typed out. A ticket has at
// most MaxTerms of them.
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

// maxWord is where a word is cut, in characters: longer ones are pasted data.
const maxWord = 30

// words are the folded words of a text in their order, stopwords included:
// runs of letters and digits, at most maxWord characters of each.
func words(text string) []string {
	split := strings.FieldsFunc(fold.Text(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i, word := range split {
		if utf8.RuneCountInString(word) > maxWord {
			split[i] = string([]rune(word)[:maxWord])
		}
	}
	return split
}

// stem is the term of a folded word: the Spanish stem and then the English
// one, as nobody says which language a text is in. Applied to both sides alike
// it only has to bring a word's forms together: errores and errors are "error".
// A word with a digit is itself.
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

// bucketLength is how many characters tell a bucket, and the least that a
// prefix needs; words with digits, such as folio numbers, begin alike and need more.
func bucketLength(word string) int {
	if hasDigit(word) {
		return 8
	}
	return 5
}

// bucket is the term that gathers the words beginning alike; "" for a word
// that is too short to have one.
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

// isKept leaves stopwords and single letters out of the index.
func isKept(word string) bool {
	if utf8.RuneCountInString(word) < 2 && !hasDigit(word) {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.Is(unicode.Han, r)
	}
	return !isStopword(word)
}
