// Package check validates the input in a field, by the same rules for every operation. Each function with a parameter errs
// appends a field error with the field's name if the input is invalid.
package check

import (
	"net/mail"
	"regexp"
	"strings"
	"unicode/utf8"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/zone"
)

// maxRemoved is the maximum size in bytes of the white space and the invisible characters that a text may have in addition to its
// maximum length, because they are removed.
const maxRemoved = 4096

// Line validates a single-line text and returns it without surrounding white space. White space that contains a tab or a line
// break becomes one space, such as between two pasted cells. Control characters, invalid UTF-8 and bidirectional controls, which
// Windows adds to copied paths and which make one text look like another, are removed. A text without visible characters counts
// as empty. The length must be from minLength to maxLength characters; if minLength is 0, the text may be empty.
//
// A text that is much larger than maxLength is refused as too long before its characters are read, and the result is empty.
func Line(errs *fault.FieldErrors, name, value string, minLength, maxLength int) string {
	return checkText(errs, name, value, oneLine, minLength, maxLength)
}

// linkLike matches what mail programs turn into links: the address of a page or a mailbox. A dot after an abbreviation, such as in
// "Lic. Ana", needs a space.
var linkLike = regexp.MustCompile(`@|//|(?i:www\.)|[\pL\pN\pM\p{So}][.。．｡]\pL[\pL\pM]`)

// PersonName validates the name of a person like Line. People choose their own names, and mails contain them, so a name must not
// contain the address of a page or a mailbox (P11).
func PersonName(errs *fault.FieldErrors, name, value string, maxLength int) string {
	before := len(*errs)
	value = Line(errs, name, value, 1, maxLength)
	if len(*errs) == before && linkLike.MatchString(value) {
		errs.Add(name, "field.person-name")
	}
	return value
}

// Text validates plain text that may have several lines, and returns it without surrounding white space and without empty lines
// at the start and the end. Lines without visible characters become empty. It otherwise works like Line.
func Text(errs *fault.FieldErrors, name, value string, minLength, maxLength int) string {
	return checkText(errs, name, value, lines, minLength, maxLength)
}

func checkText(errs *fault.FieldErrors, name, value string, clean func(string) string, minLength, maxLength int) string {
	if len(value) > utf8.UTFMax*maxLength+maxRemoved {
		errs.Add(name, "field.too-long", locale.With("count", maxLength))
		return ""
	}
	value = clean(value)
	if !strings.ContainsFunc(value, plaintext.IsVisible) {
		value = ""
	}
	length := utf8.RuneCountInString(value)
	switch {
	case minLength > 0 && length == 0:
		errs.Add(name, "field.required")
	case length < minLength:
		errs.Add(name, "field.too-short", locale.With("count", minLength))
	case length > maxLength:
		errs.Add(name, "field.too-long", locale.With("count", maxLength))
	}
	return value
}

// oneLine replaces white space that contains breaks, and removes characters, as described at Line.
func oneLine(value string) string {
	var b strings.Builder
	broken := false // whether the pending white space contains a tab or a line break
	blanks := 0     // the pending spaces
	for _, r := range value {
		switch {
		case isBreak(r):
			broken = true
		case r == ' ':
			blanks++
		case plaintext.IsUnsafe(r):
		default:
			if broken {
				blanks = 1
			}
			b.WriteString(strings.Repeat(" ", blanks))
			b.WriteRune(r)
			broken, blanks = false, 0
		}
	}
	return strings.TrimSpace(b.String())
}

// lines cleans each line, as described at Text.
func lines(value string) string {
	parts := strings.Split(lineBreaks.Replace(value), "\n")
	for i, line := range parts {
		if parts[i] = oneLine(line); !strings.ContainsFunc(line, plaintext.IsVisible) {
			parts[i] = ""
		}
	}
	return strings.TrimSpace(strings.Join(parts, "\n"))
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n")

func isBreak(r rune) bool {
	switch r {
	case '\t', '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
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

// Limit validates the requested maximum number of list items, from 1 to maxLimit, and returns it. If no number was requested,
// it returns defaultLimit.
func Limit(errs *fault.FieldErrors, requested *int, defaultLimit, maxLimit int) int {
	if requested == nil {
		return defaultLimit
	}
	return Integer(errs, "limit", *requested, 1, maxLimit)
}

// Password validates the length of an existing password, which a person types to sign in or to change it. White space is not
// trimmed, because every character counts.
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
