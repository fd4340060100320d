// Package sanitize sanitizes the HTML that people write, before it is stored (B4, P2, ADR 2). It preserves bold, italic,
// underline, lists, links, quotations, code and tables; in messages also images of attachments, and in internal notes also mentions.
// Other elements are removed. The text in them remains, except in elements such as scripts, styles and frames. Stored HTML can
// be shown unchanged.
//
// This package adds two milliseconds to the start of a process, so only the binaries functions/text and functions/background
// link it (ADR 2).
package sanitize

import (
	"regexp"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"

	"mesa/shared/domain/richtext"
)

// HTML implements richtext.Sanitizer. Sanitizing is idempotent. In the result every element is closed. Links have a rel, and
// their addresses are http, https or mailto. HTML that is nested too deeply, grows too much (maxGrowth), or does not become
// stable, is reduced to plain text.
type HTML struct{}

// allowed lists the elements that Text preserves. Of these, only links, cells that span columns or rows, and numbered lists that
// do not start at 1 have attributes.
const allowed = "p br b strong i em u ul ol li blockquote code pre a table thead tbody tfoot tr th td"

// linkRel is the rel of every link. The target page receives no referrer and no window.opener, and search engines do not follow
// the link.
const linkRel = "noopener noreferrer nofollow"

// maxGrowth is the maximum ratio of the size of the result, less 1 KiB, to the size of the source. Misnested tags can make a
// parser repeat them a hundred times.
const maxGrowth = 4

// Text sanitizes HTML and preserves only the allowed elements.
func (HTML) Text(source string) string { return sanitize(source, textPolicy(), filterText) }

// Message does what Text does, but also preserves images of attachments, such as a screenshot between two paragraphs.
func (HTML) Message(source string) string { return sanitize(source, messagePolicy(), filterMessage) }

// Note does what Message does, but also preserves mentions: spans with the person's identifier that contain only text.
func (HTML) Note(source string) string { return sanitize(source, notePolicy(), filterNote) }

func sanitize(source string, policy *bluemonday.Policy, filter func(*html.Node)) string {
	source = richtext.WithoutControls(source)
	prepared := func(change func(*html.Node)) func(*html.Node) {
		return func(root *html.Node) {
			showSpaces(root)
			unwrapLayout(root)
			change(root)
		}
	}
	unwrapped, ok := richtext.Reshape(source, prepared(unwrapBlocks))
	if !ok {
		return richtext.Paragraphs(source)
	}
	clean := policy.Sanitize(unwrapped)
	// Closing open elements can move other elements, so the next parser may read the result differently. Repeat until it is
	// stable.
	for range 4 {
		closed, ok := richtext.Reshape(clean, prepared(filter))
		if !ok || len(closed) > maxGrowth*len(source)+1024 {
			break
		}
		resanitized := policy.Sanitize(closed)
		stable, ok := richtext.Reshape(resanitized, prepared(filter))
		if ok && stable == closed {
			return closed
		}
		clean = resanitized
	}
	return richtext.Paragraphs(source)
}

// The policies are created at first use, because each takes 0.1 ms.
var (
	textPolicy    = sync.OnceValue(newPolicy)
	messagePolicy = sync.OnceValue(withImages)
	notePolicy    = sync.OnceValue(withMentions)
)

func newPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements(strings.Fields(allowed)...)
	p.AllowAttrs("href").OnElements("a")
	p.AllowAttrs("colspan", "rowspan").Matching(bluemonday.Integer).OnElements("td", "th")
	p.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(false)
	p.AllowURLSchemes("http", "https", "mailto")
	return p
}

func withImages() *bluemonday.Policy {
	p := newPolicy()
	// Relative URLs are allowed for images. filterMessage removes them from links.
	p.AllowRelativeURLs(true)
	p.AllowAttrs("src", "alt").OnElements("img")
	return p
}

func withMentions() *bluemonday.Policy {
	p := withImages()
	p.AllowAttrs(richtext.MentionKey).Matching(regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)).OnElements("span")
	return p
}
