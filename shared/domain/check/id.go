package check

import "strings"

const (
	lowercase = "abcdefghijklmnopqrstuvwxyz"
	letters   = lowercase + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digits    = "0123456789"
)

// IsID reports whether an identifier has from least to most characters, which are ASCII letters, digits, "-" and "_".
func IsID(id string, least, most int) bool { return consistsOf(id, least, most, letters+digits+"-_") }

// IsDottedID works like IsID, but also allows ".".
func IsDottedID(id string, least, most int) bool {
	return consistsOf(id, least, most, letters+digits+"-_.")
}

// IsSlug reports whether a text can be part of a URL: at most most characters, in words of lowercase letters and digits that
// are joined by single hyphens.
func IsSlug(s string, most int) bool {
	return consistsOf(s, 1, most, lowercase+digits+"-") && !strings.Contains("-"+s+"-", "--")
}

func consistsOf(s string, least, most int, characters string) bool {
	return len(s) >= least && len(s) <= most && !strings.ContainsFunc(s, func(r rune) bool { return !strings.ContainsRune(characters, r) })
}
