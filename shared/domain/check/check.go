// Package check validates the input in a field, by the same rules for every operation. Each function appends what is invalid to
// the given field errors, under the field's name.
package check

import (
	"net/mail"
	"strings"
	"unicode"
	"unicode/utf8"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/zone"
)

// Line validates a text of one line and returns it without surrounding blanks. A text without visible characters counts as
// empty. The length must be from least to most characters; if least is 0, the text may be empty.
func Line(errs *fault.FieldErrors, name, value string, least, most int) string {
	return written(errs, name, strings.TrimSpace(value), least, most, forbidden)
}

// Text validates plain text that may have several lines, and returns it without surrounding blanks. It otherwise works like
// Line.
func Text(errs *fault.FieldErrors, name, value string, least, most int) string {
	value = strings.TrimSpace(strings.ReplaceAll(value, "\r\n", "\n"))
	return written(errs, name, value, least, most, func(r rune) bool { return r != '\n' && forbidden(r) })
}

func written(errs *fault.FieldErrors, name, value string, least, most int, forbidden func(rune) bool) string {
	wrong := strings.ContainsFunc(value, forbidden)
	if !wrong && !strings.ContainsFunc(value, plaintext.Shows) {
		value = ""
	}
	length := utf8.RuneCountInString(value)
	switch {
	case least > 0 && length == 0:
		errs.Add(name, "field.required")
	case wrong:
		errs.Add(name, "field.characters")
	case length < least:
		errs.Add(name, "field.too-short", locale.With("count", least))
	case length > most:
		errs.Add(name, "field.too-long", locale.With("count", most))
	}
	return value
}

// Whole validates that an integer is between least and most, and returns it.
func Whole(errs *fault.FieldErrors, name string, value, least, most int) int {
	switch {
	case value < least:
		errs.Add(name, "field.too-small", locale.With("least", least))
	case value > most:
		errs.Add(name, "field.too-big", locale.With("most", most))
	}
	return value
}

// Limit validates the requested maximum number of list items, from 1 to most, and returns it. It returns usual if none was
// requested.
func Limit(errs *fault.FieldErrors, asked *int, usual, most int) int {
	if asked == nil {
		return usual
	}
	return Whole(errs, "limit", *asked, 1, most)
}

// forbidden reports control characters, all line breaks, and bidirectional overrides, which make one text look like another.
func forbidden(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == utf8.RuneError ||
		r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// Secret validates a password that is typed to sign in. Blanks are not trimmed, because every character counts.
func Secret(errs *fault.FieldErrors, name, value string, most int) {
	switch {
	case value == "":
		errs.Add(name, "field.required")
	case utf8.RuneCountInString(value) > most:
		errs.Add(name, "field.too-long", locale.With("count", most))
	}
}

// maxEmail is the maximum length of an e-mail address (RFC 5321).
const maxEmail = 254

// Email validates an e-mail address and returns it without surrounding blanks.
func Email(errs *fault.FieldErrors, name, value string) string {
	before := len(*errs)
	value = Line(errs, name, value, 1, maxEmail)
	if len(*errs) == before && !isEmail(value) {
		errs.Add(name, "field.email")
	}
	return value
}

func isEmail(value string) bool {
	parsed, err := mail.ParseAddress(value)
	if err != nil || parsed.Address != value || parsed.Name != "" {
		return false
	}
	_, domain, _ := strings.Cut(value[strings.LastIndex(value, "@"):], "@")
	last := domain[strings.LastIndex(domain, ".")+1:]
	return strings.Contains(domain, ".") && len(last) >= 2 && !strings.ContainsAny(domain, "[]\" ")
}

const (
	maxPhone  = 40
	minDigits = 7
)

// Phone validates a telephone number with an optional extension, and returns it without surrounding blanks. If optional is set,
// the number may be empty.
func Phone(errs *fault.FieldErrors, name, value string, optional bool) string {
	least := 1
	if optional {
		least = 0
	}
	before := len(*errs)
	value = Line(errs, name, value, least, maxPhone)
	if len(*errs) == before && value != "" && !isPhone(value) {
		errs.Add(name, "field.phone")
	}
	return value
}

func isPhone(value string) bool {
	digits := 0
	for _, r := range strings.ToLower(value) {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case !strings.ContainsRune(" +-().,/#ext", r):
			return false
		}
	}
	return digits >= minDigits
}

// TimeZone validates the IANA name of a time zone.
func TimeZone(errs *fault.FieldErrors, name, value string) {
	if value == "" {
		errs.Add(name, "field.required")
		return
	}
	if _, err := zone.Load(value); err != nil {
		errs.Add(name, "field.time-zone")
	}
}
