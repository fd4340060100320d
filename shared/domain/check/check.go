// Package check validates the input in a field, by the same rules for every operation. Each function appends a field error with
// the field's name if the input is invalid.
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

// Line validates a single-line text and returns it without surrounding white space. A text without visible characters counts as
// empty. The length must be from minLength to maxLength characters; if minLength is 0, the text may be empty.
func Line(errs *fault.FieldErrors, name, value string, minLength, maxLength int) string {
	return checkText(errs, name, strings.TrimSpace(value), minLength, maxLength, forbidden)
}

// Text validates plain text that may have several lines, and returns it without surrounding white space. It otherwise works
// like Line.
func Text(errs *fault.FieldErrors, name, value string, minLength, maxLength int) string {
	value = strings.TrimSpace(strings.ReplaceAll(value, "\r\n", "\n"))
	return checkText(errs, name, value, minLength, maxLength, func(r rune) bool { return r != '\n' && forbidden(r) })
}

func checkText(errs *fault.FieldErrors, name, value string, minLength, maxLength int, forbidden func(rune) bool) string {
	hasForbidden := strings.ContainsFunc(value, forbidden)
	if !hasForbidden && !strings.ContainsFunc(value, plaintext.IsVisible) {
		value = ""
	}
	length := utf8.RuneCountInString(value)
	switch {
	case minLength > 0 && length == 0:
		errs.Add(name, "field.required")
	case hasForbidden:
		errs.Add(name, "field.characters")
	case length < minLength:
		errs.Add(name, "field.too-short", locale.With("count", minLength))
	case length > maxLength:
		errs.Add(name, "field.too-long", locale.With("count", maxLength))
	}
	return value
}

// Integer validates that an integer is between minimum and maximum, and returns it.
func Integer(errs *fault.FieldErrors, name string, value, minimum, maximum int) int {
	switch {
	case value < minimum:
		errs.Add(name, "field.too-small", locale.With("least", minimum))
	case value > maximum:
		errs.Add(name, "field.too-big", locale.With("most", maximum))
	}
	return value
}

// Limit validates the requested maximum number of list items, from 1 to maxLimit, and returns it. It returns defaultLimit if
// none was requested.
func Limit(errs *fault.FieldErrors, requested *int, defaultLimit, maxLimit int) int {
	if requested == nil {
		return defaultLimit
	}
	return Integer(errs, "limit", *requested, 1, maxLimit)
}

// forbidden reports whether a character is a control character, a line break, the sign of invalid UTF-8, or a direction
// control, which can make one text look like another.
func forbidden(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == utf8.RuneError ||
		r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// Password validates a password that is typed to sign in. White space is not trimmed, because every character counts.
func Password(errs *fault.FieldErrors, name, value string, maxLength int) {
	switch {
	case value == "":
		errs.Add(name, "field.required")
	case utf8.RuneCountInString(value) > maxLength:
		errs.Add(name, "field.too-long", locale.With("count", maxLength))
	}
}

// maxEmail is the maximum length of an e-mail address (RFC 5321).
const maxEmail = 254

// Email validates an e-mail address and returns it without surrounding white space.
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
	topLevel := domain[strings.LastIndex(domain, ".")+1:]
	return strings.Contains(domain, ".") && len(topLevel) >= 2 && !strings.ContainsAny(domain, "[]\" ")
}

const (
	maxPhone  = 40
	minDigits = 7
)

// Phone validates a telephone number with an optional extension, and returns it without surrounding white space. If optional is
// set, the number may be empty.
func Phone(errs *fault.FieldErrors, name, value string, optional bool) string {
	minLength := 1
	if optional {
		minLength = 0
	}
	before := len(*errs)
	value = Line(errs, name, value, minLength, maxPhone)
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
