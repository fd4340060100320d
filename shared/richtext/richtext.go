// Package richtext makes the HTML that people write harmless on its way in
// (product B4): bold, italic, underline, lists, links, quotations and code
// stay, everything else goes while its text stays. What is stored can be shown
// as it is. See docs/adr/0002-sanitizing.md for why it is made this way.
package richtext

import (
	"html"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"

	"mesa/shared/plaintext"
)

// allowed are the elements that stay; only links keep an attribute.
const allowed = "p br b strong i em u ul ol li blockquote code pre a"

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
func Sanitize(source string) string {
	source = withoutControls(source)
	flat, ok := reshape(source, unwrapBlocks)
	if !ok {
		return paragraphs(source)
	}
	clean := policy().Sanitize(flat)
	// Closing what is open may move elements, and moved elements may be read
	// differently the next time: go on until nothing moves.
	for range 4 {
		closed, ok := reshape(clean, keepAllowed)
		if !ok || len(closed) > maxGrowth*len(source)+1024 {
			break
		}
		again := policy().Sanitize(closed)
		settled, ok := reshape(again, keepAllowed)
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

// policy is built at first use, as it costs 0.1 ms that most functions don't need.
var policy = sync.OnceValue(func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements(strings.Fields(allowed)...)
	p.AllowAttrs("href").OnElements("a")
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(false)
	p.AllowURLSchemes("http", "https", "mailto")
	return p
})

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
