package check

import "strings"

const (
	lowercase = "abcdefghijklmnopqrstuvwxyz"
	letters   = lowercase + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digits    = "0123456789"
)

// IsID reports whether an identifier has from minLength to maxLength characters, which are ASCII letters, digits, "-" and "_".
func IsID(id string, minLength, maxLength int) bool {
	return consistsOf(id, minLength, maxLength, letters+digits+"-_")
}

// IsDottedID works like IsID, but also allows ".".
func IsDottedID(id string, minLength, maxLength int) bool {
	return consistsOf(id, minLength, maxLength, letters+digits+"-_.")
}

// IsSlug reports whether a text can be part of a URL: at most maxLength characters, in words of lowercase letters and digits
// that are joined by single hyphens.
func IsSlug(s string, maxLength int) bool {
	return consistsOf(s, 1, maxLength, lowercase+digits+"-") && !strings.Contains("-"+s+"-", "--")
}

func consistsOf(s string, minLength, maxLength int, characters string) bool {
	return len(s) >= minLength && len(s) <= maxLength && !strings.ContainsFunc(s, func(r rune) bool { return !strings.ContainsRune(characters, r) })
}
