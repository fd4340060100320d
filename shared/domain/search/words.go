// Package search finds tickets by number and by words in Spanish and English, ignoring accents, case and plural (C2). It
// computes the terms of texts for an inverted index and the terms to read for a query, and finds the matches in pages of
// postings. It does no I/O.
//
// For each scope and each term, the index stores the tickets that contain the term, newest first. There are two kinds of terms.
// A stem of a word ("solicitud" for solicitudes) matches whole words. A prefix, which is the first five characters of words and
// a star ("trans*"), or eight characters if the word has digits, matches an incomplete last word; its postings contain the
// words. An entry of a ticket has at most MaxStems stems and MaxPrefixes prefix terms, and a thread at most MaxThreadWords and
// MaxThreadNumbers terms.
package search

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/spanish"

	"mesa/shared/domain/fold"
)

// maxWord is the maximum length of a word in characters. Longer words are usually pasted data, and are truncated.
const maxWord = 30

// acronym matches single letters that are joined by plus signs, ampersands or full stops (I+D, R&D, R.F.C.), and the names of the
// programming languages C++ and C#. The groups are the character before the acronym, if there is one, and the acronym. It is
// compiled at first use, because this takes 0.2 ms.
var acronym = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|[^\p{L}\p{Nd}])(\p{L}(?:[+&.]\p{L})+|c(?:\+\+|#))`)
})

// words returns the folded words of a text in order, including stopwords. A word is a sequence of letters and digits, truncated
// to maxWord characters, or an acronym.
func words(text string) []string {
	folded := fold.Text(text)
	var all []string
	for {
		match := acronym().FindStringSubmatchIndex(folded)
		if match == nil {
			return append(all, plainWords(folded)...)
		}
		start, end := match[4], match[5]
		if next, _ := utf8.DecodeRuneInString(folded[end:]); fold.IsWordRune(next) { // such as the address a.garcia@inai.example
			_, length := utf8.DecodeRuneInString(folded[start:])
			end = start + length
			all = append(all, plainWords(folded[:end])...)
		} else {
			all = append(append(all, plainWords(folded[:start])...), acronymTerm(folded[start:end]))
		}
		folded = folded[end:]
	}
}

// acronymTerm returns the word for an acronym. Full stops are removed, so that R.F.C. and RFC are the same word. A number sign
// is replaced, because it separates the parts of keys.
func acronymTerm(text string) string { return strings.NewReplacer(".", "", "#", "♯").Replace(text) }

func plainWords(folded string) []string {
	split := strings.FieldsFunc(folded, func(r rune) bool { return !fold.IsWordRune(r) })
	for i, word := range split {
		if utf8.RuneCountInString(word) > maxWord {
			split[i] = string([]rune(word)[:maxWord])
		}
	}
	return split
}

// stem returns the term of a folded word: the English stem of its Spanish stem, because the language of a text is unknown.
// Texts and queries are stemmed in the same way, so the forms of a word only have to result in the same term: errores and
// errors both result in "error". A word with a digit is not stemmed.
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

// prefixLength returns the number of characters in a word's prefix term, which is also the shortest prefix that can be
// searched. Words with digits, such as folio numbers, often start alike and need a longer prefix.
func prefixLength(word string) int {
	if hasDigit(word) {
		return 8
	}
	return 5
}

// prefixTerm returns the prefix term of a word, or "" if the word is too short.
func prefixTerm(word string) string {
	runes := []rune(word)
	n := prefixLength(word)
	if len(runes) < n {
		return ""
	}
	return string(runes[:n]) + "*"
}

func hasDigit(word string) bool {
	return strings.ContainsFunc(word, unicode.IsDigit)
}

// isIndexed reports whether a word is indexed. Stopwords and single letters are not, except digits and Chinese characters.
func isIndexed(word string) bool {
	if utf8.RuneCountInString(word) < 2 && !hasDigit(word) {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.Is(unicode.Han, r)
	}
	return !isStopword(word)
}
