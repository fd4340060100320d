// Package richtext reads and changes the HTML that people write: which
// attachments it shows, whom it mentions, what it says (product B4). Making
// it harmless on its way in is shared/sanitize's, which costs a function's
// start what only those that write should pay; see docs/adr/0002-sanitizing.md.
package richtext

import (
	"strings"

	"golang.org/x/net/html"

	"mesa/shared/domain/plaintext"
)

// Sanitizer makes HTML that somebody sent harmless: of its elements only those
// that are allowed stay, and the text of the others. What is stored went
// through one, so it can be shown as it is. It never fails; the result may be
// empty, see IsEmpty. shared/adapter/sanitize has it; a use case that keeps HTML is
// given it, and httpapi serves none that was not.
type Sanitizer interface {
	// Text is for what belongs to no ticket, such as an article: without images and mentions.
	Text(source string) string
	// Message is for the text of a ticket: images of the desk's own attachments stay, whose Images says and the caller checks.
	Message(source string) string
	// Note is for a note among staff: Message's, and mentions of people, whom Mentions says and NameMentions names.
	Note(source string) string
}

// Text is the plain text of HTML, for mails and search; see plaintext.FromHTML.
func Text(source string) string { return plaintext.FromHTML(source) }

// IsEmpty tells whether HTML has nothing that a person could read.
func IsEmpty(source string) bool { return plaintext.IsEmpty(source) }

// Paragraphs is any HTML as paragraphs of its plain text: harmless whatever it
// was.
func Paragraphs(source string) string {
	var b strings.Builder
	for paragraph := range strings.SplitSeq(plaintext.FromHTML(source), "\n\n") {
		if paragraph = strings.TrimSpace(paragraph); paragraph != "" {
			b.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(paragraph), "\n", "<br/>") + "</p>")
		}
	}
	return b.String()
}

// WithoutControls drops what is no character of a text: invalid UTF-8, NUL and
// the other controls except tab and line end, and those that turn the direction of
// a text, which make it look like another.
func WithoutControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\ufffd' || r == '\ufeff' ||
			r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}
