// Package fold removes differences in case and accents, so that texts can be compared.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words returns the folded words of a text: its sequences of letters and digits.
func Words(text string) []string {
	return strings.FieldsFunc(Text(text), func(r rune) bool { return !IsWordRune(r) })
}

// IsWordRune reports whether a character can be part of a word: a letter or a digit.
func IsWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Text returns a text in lower case and without accents: "Ñandú" → "nandu". Compatibility characters are replaced with plain
// characters: "ﬁ" → "fi", "①" → "1". Invisible format characters are removed.
func Text(text string) string {
	ascii := true
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(text)
	}
	foldRune := func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}
	// The text is normalized twice, because lower case can add a mark: "İ" → "i" and a dot.
	folded := strings.Map(foldRune, norm.NFKD.String(text))
	return strings.Map(foldRune, norm.NFKD.String(folded))
}
