// Package richtext reads and changes sanitized HTML (B4): its attachments, mentions and text. shared/adapter/sanitize sanitizes
// it; that is a package of its own because it makes a function's start slower (ADR 2).
package richtext

import (
	"strings"

	"golang.org/x/net/html"

	"mesa/shared/domain/plaintext"
)

// Sanitizer sanitizes HTML: it keeps the allowed elements, and of others their text. Use cases call it before they store HTML,
// so that stored HTML can be shown as it is. It never fails; the result can be empty, see IsEmpty.
type Sanitizer interface {
	// Text is for HTML outside of tickets, such as an article: without images and mentions.
	Text(source string) string
	// Message is for texts of a ticket. It keeps images of attachments; the caller checks that they are of this ticket (Images).
	Message(source string) string
	// Note is for internal notes: Message that also keeps mentions (Mentions, NameMentions).
	Note(source string) string
}

// Text returns the plain text of HTML, for mails and search; see plaintext.FromHTML.
func Text(source string) string { return plaintext.FromHTML(source) }

// IsEmpty reports whether HTML has no visible text; see plaintext.IsEmpty.
func IsEmpty(source string) bool { return plaintext.IsEmpty(source) }

// Paragraphs returns the plain text of any HTML as escaped paragraphs, which are safe.
func Paragraphs(source string) string {
	var b strings.Builder
	for paragraph := range strings.SplitSeq(plaintext.FromHTML(source), "\n\n") {
		if paragraph = strings.TrimSpace(paragraph); paragraph != "" {
			b.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(paragraph), "\n", "<br/>") + "</p>")
		}
	}
	return b.String()
}

// WithoutControls removes invalid UTF-8, control characters except tab and line feed, and characters that change the direction
// of the text, which can make it look like another one.
func WithoutControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\ufffd' || r == '\ufeff' ||
			r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}
