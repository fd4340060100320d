// Package richtext reads and changes sanitized HTML (B4): its attachments, mentions and text. Sanitizing is a separate package,
// shared/adapter/sanitize, because it makes the start of a function slower (ADR 2).
package richtext

import (
	"strings"

	"golang.org/x/net/html"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/plaintext"
)

// Sanitizer sanitizes HTML. It preserves the allowed elements, and at most the text of other elements. Use cases sanitize HTML
// before they store it, so that stored HTML can be shown without changes. Sanitizing never fails, but the result can be empty;
// see IsEmpty.
type Sanitizer interface {
	// Text sanitizes HTML outside of tickets, such as an article, which has no images and mentions.
	Text(source string) string
	// Message sanitizes a text of a ticket. It preserves images of attachments. The caller checks that they belong to the
	// ticket; see Images.
	Message(source string) string
	// Note sanitizes an internal note. Unlike Message it also preserves mentions; see Mentions and NameMentions.
	Note(source string) string
}

// Text returns the plain text of HTML, for mails and search; see plaintext.FromHTML.
func Text(source string) string { return plaintext.FromHTML(source) }

// CheckLength adds a field error if HTML shows more than maxLength characters, or if it is too large because of its formatting. It
// returns false if it added an error.
func CheckLength(errs *fault.FieldErrors, name, source string, maxLength, maxBytes int) bool {
	return CheckTotal(errs, name, []string{source}, maxLength, maxBytes)
}

// CheckTotal works like CheckLength, for several texts that share the limits. It reads at most maxBytes of them.
func CheckTotal(errs *fault.FieldErrors, name string, sources []string, maxLength, maxBytes int) bool {
	length, size := 0, 0
	for _, source := range sources {
		length += plaintext.Length(source[:min(len(source), max(maxBytes-size, 0))])
		size += len(source)
	}
	switch {
	case length > maxLength:
		errs.Add(name, "field.too-long", locale.With("count", maxLength))
	case size > maxBytes:
		errs.Add(name, "field.too-formatted")
	default:
		return true
	}
	return false
}

// IsEmpty reports whether HTML has no visible text; see plaintext.IsEmpty. The alternative text of an image counts as text.
func IsEmpty(source string) bool { return plaintext.IsEmpty(source) }

// Paragraphs returns the plain text of any HTML as paragraphs of escaped HTML, which are safe.
func Paragraphs(source string) string {
	var b strings.Builder
	// HTML would collapse these spaces.
	spaces := strings.NewReplacer("\t", "\u00a0\u00a0\u00a0\u00a0", "  ", "\u00a0\u00a0", "\n ", "\n\u00a0")
	for paragraph := range strings.SplitSeq(plaintext.FromHTML(source), "\n\n") {
		if paragraph = strings.TrimSpace(paragraph); paragraph != "" {
			b.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(spaces.Replace(paragraph)), "\n", "<br/>") + "</p>")
		}
	}
	return b.String()
}

// WithoutControls removes invalid UTF-8 and unsafe characters (plaintext.IsUnsafe) except tabs and line feeds.
func WithoutControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && plaintext.IsUnsafe(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}
