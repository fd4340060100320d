// Package ticket implements the rules of a ticket's life: which acts are allowed, who may perform them, and when a ticket is
// due. Every act is a function of the ticket that was read. It returns the resulting ticket and one entry, which records the
// act (D7). The package does no I/O.
package ticket

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mesa/shared/domain/fold"
)

// Number is the public identifier of a ticket, such as T003445 (B9).
type Number string

// Numbering is the format of a desk's ticket numbers (B9). The zero value is the prefix "T" and six digits.
type Numbering struct {
	Prefix string
	Width  int
}

// Format returns the n-th number, zero-padded to the width. Larger numbers have more digits (T1000000).
func (f Numbering) Format(n int64) Number {
	f = f.withDefaults()
	return Number(fmt.Sprintf("%s%0*d", f.Prefix, f.Width, n))
}

// Parse returns the n for which Format returns this number, and false if there is no such n.
func (f Numbering) Parse(number Number) (int64, bool) {
	f = f.withDefaults()
	if len(number) <= len(f.Prefix) || string(number[:len(f.Prefix)]) != f.Prefix {
		return 0, false
	}
	n, err := strconv.ParseInt(string(number[len(f.Prefix):]), 10, 64)
	if err != nil || n < 0 || f.Format(n) != number {
		return 0, false
	}
	return n, true
}

// maxDigits is the maximum number of digits, without leading zeros, of a ticket number that people type. Longer numbers
// identify something else, such as a case file.
const maxDigits = 9

// FindInput returns the n of each ticket number in a text that a person typed or pasted (C2), in order, without duplicates. If
// the whole text is a number, the prefix is optional: T003445, t3445, 003445, #3445, T-3445, "Ticket #T003445", [T003445],
// "T003445.". In a longer text, such as a sentence or the address of a page, a number must have the prefix.
func (f Numbering) FindInput(text string) []int64 {
	prefix := regexp.QuoteMeta(f.inputPrefix())
	text = strings.Map(withoutInvisible, text)
	whole := regexp.MustCompile(`(?i)^(?:ticket)?[\s#]*(?:` + prefix + `[\s\p{Pd}#]*)?([0-9]{1,18})$`)
	if match := whole.FindStringSubmatch(strings.TrimFunc(text, isIgnoredAround)); match != nil {
		if n, ok := parseDigits(match[1]); ok {
			return []int64{n}
		}
	}
	if prefix == "" {
		return nil
	}
	var found []int64
	inText := regexp.MustCompile(`(?i)` + prefix + `(?:\s?#|\p{Pd})?([0-9]{1,18})`)
	for _, match := range inText.FindAllStringSubmatchIndex(text, -1) {
		before, _ := utf8.DecodeLastRuneInString(text[:match[0]])
		after, _ := utf8.DecodeRuneInString(text[match[1]:])
		n, ok := parseDigits(text[match[2]:match[3]])
		if ok && !fold.IsWordRune(before) && !fold.IsWordRune(after) && !slices.Contains(found, n) {
			found = append(found, n)
		}
	}
	return found
}

// ParseInput returns the n of the ticket number in a text (see FindInput). It returns false if the text contains no ticket
// number, or several.
func (f Numbering) ParseInput(text string) (int64, bool) {
	found := f.FindInput(text)
	if len(found) != 1 {
		return 0, false
	}
	return found[0], true
}

// inputPrefix returns the prefix without the separators at its end, which people omit or replace.
func (f Numbering) inputPrefix() string { return strings.TrimRight(f.withDefaults().Prefix, " -#_") }

func parseDigits(text string) (int64, bool) {
	digits := strings.TrimLeft(text, "0")
	if digits == "" || len(digits) > maxDigits {
		return 0, false
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	return n, err == nil
}

// isIgnoredAround reports whether a character before or after a ticket number is ignored: white space or a punctuation mark,
// such as a bracket or a full stop, but not a dash, which is a minus sign.
func isIgnoredAround(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) && !unicode.Is(unicode.Pd, r)
}

// withoutInvisible maps white space to the ASCII space and removes formatting characters, which other programs insert.
func withoutInvisible(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Cf, r):
		return -1
	default:
		return r
	}
}

func (f Numbering) withDefaults() Numbering {
	if f.Prefix == "" {
		f.Prefix = "T"
	}
	if f.Width == 0 {
		f.Width = 6
	}
	return f
}
