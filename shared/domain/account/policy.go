package account

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"mesa/shared/domain/locale"
)

// PasswordPolicy validates new passwords. It does not require particular kinds of characters, because the length of a password
// matters more. The zero value requires 12 to 200 characters.
type PasswordPolicy struct {
	Min int // characters; 0 means 12
	Max int // characters; 0 means 200
}

const (
	minPersonal = 4 // characters; shorter names may occur in a password
	minDistinct = 5 // minimum number of different characters
)

// Check returns the reason why a password is refused, or the zero message if it is accepted. personal holds the person's user
// name, e-mail address and name. The password must not contain any of them, compared as simplify returns them; of an address,
// only the part before the "@" counts. Values of fewer than minPersonal characters are ignored.
func (p PasswordPolicy) Check(password string, personal ...string) locale.Message {
	shortest, longest := p.Min, p.Max
	if shortest <= 0 {
		shortest = 12
	}
	if longest <= 0 {
		longest = 200
	}
	switch n := utf8.RuneCountInString(password); {
	case n < shortest:
		return locale.NewMessage("password.too-short", locale.With("count", shortest))
	case n > longest:
		return locale.NewMessage("password.too-long", locale.With("count", longest))
	}
	simplified := simplify(password)
	for _, value := range personal {
		name, _, _ := strings.Cut(simplify(value), "@")
		if utf8.RuneCountInString(name) >= minPersonal && strings.Contains(simplified, name) {
			return locale.NewMessage("password.personal")
		}
	}
	if distinct(simplified) < minDistinct {
		return locale.NewMessage("password.repetitive")
	}
	if isCommon(simplified) {
		return locale.NewMessage("password.common")
	}
	return locale.Message{}
}

//go:embed common.txt
var commonWords string

// common contains the most common passwords, and the words of the most common long passwords.
var common = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for line := range strings.FieldsSeq(commonWords) {
		all[simplify(line)] = true
	}
	return all
})

// isCommon reports whether a simplified password is common, or a variation of a common password: with digits and punctuation
// around it, with digits in place of letters, or repeated.
func isCommon(simplified string) bool {
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	trimmed := strings.TrimFunc(simplified, notLetter)
	for _, form := range []string{simplified, trimmed, unleet(simplified), unleet(trimmed), strings.TrimFunc(unleet(simplified), notLetter)} {
		if common()[form] || common()[unrepeat(form)] {
			return true
		}
	}
	return false
}

// unrepeat returns the shortest string of which s is a repetition, or s if there is none. The last repetition may be
// incomplete: "12312312" → "123".
func unrepeat(s string) string {
	for n := 1; n <= len(s)/2; n++ {
		if s[n:] == s[:len(s)-n] {
			return s[:n]
		}
	}
	return s
}

func unleet(s string) string {
	return strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "@", "a", "$", "s", "!", "i").Replace(s)
}

// simplify returns s in lower case, without Spanish accents, spaces, hyphens and underscores.
func simplify(s string) string {
	folded := strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ü", "u", "ñ", "n", " ", "", "-", "", "_", "").
		Replace(strings.ToLower(s))
	return folded
}

func distinct(s string) int {
	seen := map[rune]bool{}
	for _, r := range s {
		seen[r] = true
	}
	return len(seen)
}
