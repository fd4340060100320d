// Package richtext makes the HTML that people write harmless on its way in
// (product B4): bold, italic, underline, lists, links, quotations and code
// stay, everything else goes while its text stays. What is stored can be shown
// as it is. See docs/adr/0002-sanitizing.md for why it is made this way.
package richtext

import (
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"

	"mesa/shared/plaintext"
)

// allowed are the elements that stay; only links keep an attribute.
const allowed = "p br b strong i em u ul ol li blockquote code pre a"

// attachmentAddress is where the pages fetch a ticket's file from, by its ULID:
// the one source that an image may have.
const attachmentAddress = "/api/attachments/"

// maxAlt bounds an image's text, in characters: a file's name.
const maxAlt = 200

// linkRel is what each link gets: the page it leads to learns nothing of the
// ticket, can't reach back, and gains no rank from being linked.
const linkRel = "noopener noreferrer nofollow"

// maxGrowth bounds how much larger than its source a result may be: crossed
// tags can make a parser repeat them a hundredfold.
const maxGrowth = 4

// Sanitize is the harmless form of HTML: only allowed elements, each closed;
// links only to http, https and mailto addresses, with rel. Sanitizing twice
// changes nothing. HTML that is too deep or too tangled to be someone's
// writing comes out as its plain text. Never fails; the result may be empty,
// see IsEmpty.
func Sanitize(source string) string { return sanitize(source, textPolicy(), keepText) }

// SanitizeMessage is Sanitize for the text of a ticket, whose images stay where
// they are attachments of the desk's own (a screenshot pasted between two paragraphs). Images
// says which; the caller checks whose they are.
func SanitizeMessage(source string) string { return sanitize(source, messagePolicy(), keepMessage) }

func sanitize(source string, policy *bluemonday.Policy, keep func(*html.Node)) string {
	source = withoutControls(source)
	flat, ok := reshape(source, unwrapBlocks)
	if !ok {
		return paragraphs(source)
	}
	clean := policy.Sanitize(flat)
	// Closing what is open may move elements, and moved elements may be read
	// differently the next time: go on until nothing moves.
	for range 4 {
		closed, ok := reshape(clean, keep)
		if !ok || len(closed) > maxGrowth*len(source)+1024 {
			break
		}
		again := policy.Sanitize(closed)
		settled, ok := reshape(again, keep)
		if ok && settled == closed {
			return closed
		}
		clean = again
	}
	return paragraphs(source)
}

// Text is the plain text of HTML, for mails and search; see plaintext.FromHTML.
func Text(source string) string { return plaintext.FromHTML(source) }

// IsEmpty tells whether HTML has nothing that a person could read.
func IsEmpty(source string) bool { return plaintext.IsEmpty(source) }

// The policies are built at first use, as it costs 0.1 ms that most functions don't need.
var (
	textPolicy    = sync.OnceValue(newPolicy)
	messagePolicy = sync.OnceValue(withImages)
	notePolicy    = sync.OnceValue(func() *bluemonday.Policy { return addMentions(withImages()) })
)

func withImages() *bluemonday.Policy {
	p := newPolicy()
	// keepMessage holds relative addresses back from links.
	p.AllowRelativeURLs(true)
	p.AllowAttrs("src", "alt").OnElements("img")
	return p
}

func newPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements(strings.Fields(allowed)...)
	p.AllowAttrs("href").OnElements("a")
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(false)
	p.AllowURLSchemes("http", "https", "mailto")
	return p
}

// paragraphs is the plain text of HTML as paragraphs.
func paragraphs(source string) string {
	var b strings.Builder
	for paragraph := range strings.SplitSeq(plaintext.FromHTML(source), "\n\n") {
		if paragraph = strings.TrimSpace(paragraph); paragraph != "" {
			b.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(paragraph), "\n", "<br/>") + "</p>")
		}
	}
	return b.String()
}

// withoutControls drops what is no character of a text: invalid UTF-8, NUL and
// the other controls except tab and line end.
func withoutControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\ufffd' || r == '\ufeff' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}
