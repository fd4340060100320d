// Package fold makes texts comparable without regard to accents and case.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text takes case and accents away: "Ñandú" → "nandu". Compatibility forms
// become the plain ones: "ﬁ" → "fi", "①" → "1".
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
	drop := func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}
	// Lower-casing may bring marks back ("İ" → "i" + a dot), hence twice.
	once := strings.Map(drop, norm.NFKD.String(text))
	return strings.Map(drop, norm.NFKD.String(once))
}
