// Package sanitize makes the HTML that people write harmless on its way in
// (product B4): bold, italic, underline, lists, links, quotations and code
// stay, everything else goes while its text stays. What is stored can be shown
// as it is. See docs/adr/0002-sanitizing.md for why it is made this way.
//
// Importing it costs a function's start two milliseconds: only those that
// write do.
package sanitize

import (
	"regexp"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"

	"mesa/shared/domain/richtext"
)

// HTML is the richtext.Sanitizer. Sanitizing twice changes nothing. Elements
// come out closed; links lead to http, https and mailto addresses only, and
// have rel. HTML that is too deep or too tangled to be someone's writing
// comes out as its plain text.
type HTML struct{}

// allowed are the elements that stay; only links keep an attribute.
const allowed = "p br b strong i em u ul ol li blockquote code pre a"

// linkRel is what each link gets: the page it leads to learns nothing of the
// ticket, can't reach back, and gains no rank from being linked.
const linkRel = "noopener noreferrer nofollow"

// maxGrowth bounds how much larger than its source a result may be: crossed
// tags can make a parser repeat them a hundredfold.
const maxGrowth = 4

// Text lets the allowed elements stay alone.
func (HTML) Text(source string) string { return sanitize(source, textPolicy(), keepText) }

// Message is Text that lets images stay where they are attachments of the
// desk's own (a screenshot pasted between two paragraphs).
func (HTML) Message(source string) string { return sanitize(source, messagePolicy(), keepMessage) }

// Note is Message that lets mentions of people stay as well, each a span that
// names whom and holds text alone.
func (HTML) Note(source string) string { return sanitize(source, notePolicy(), keepNote) }

func sanitize(source string, policy *bluemonday.Policy, keep func(*html.Node)) string {
	source = richtext.WithoutControls(source)
	flat, ok := richtext.Reshape(source, unwrapBlocks)
	if !ok {
		return richtext.Paragraphs(source)
	}
	clean := policy.Sanitize(flat)
	// Closing what is open may move elements, and moved elements may be read
	// differently the next time: go on until nothing moves.
	for range 4 {
		closed, ok := richtext.Reshape(clean, keep)
		if !ok || len(closed) > maxGrowth*len(source)+1024 {
			break
		}
		again := policy.Sanitize(closed)
		settled, ok := richtext.Reshape(again, keep)
		if ok && settled == closed {
			return closed
		}
		clean = again
	}
	return richtext.Paragraphs(source)
}

// The policies are built at first use, as each costs 0.1 ms.
var (
	textPolicy    = sync.OnceValue(newPolicy)
	messagePolicy = sync.OnceValue(withImages)
	notePolicy    = sync.OnceValue(withMentions)
)

func newPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements(strings.Fields(allowed)...)
	p.AllowAttrs("href").OnElements("a")
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(false)
	p.AllowURLSchemes("http", "https", "mailto")
	return p
}

func withImages() *bluemonday.Policy {
	p := newPolicy()
	// keepMessage holds relative addresses back from links.
	p.AllowRelativeURLs(true)
	p.AllowAttrs("src", "alt").OnElements("img")
	return p
}

func withMentions() *bluemonday.Policy {
	p := withImages()
	p.AllowAttrs(richtext.MentionKey).Matching(regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)).OnElements("span")
	return p
}
