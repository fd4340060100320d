package richtext

import (
	"regexp"
	"slices"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mentionKey is the attribute that makes a span a mention: <span data-mention="ana">@Ana Torres</span>.
const mentionKey = "data-mention"

// mentionedID is what a mention may name: a person's identifier.
var mentionedID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// SanitizeNote is SanitizeMessage for a note among staff, where mentions of people stay as well, each a span that names
// whom and holds text alone. Mentions says whom; NameMentions makes them say who that is.
func SanitizeNote(source string) string { return sanitize(source, notePolicy(), keepNote) }

func addMentions(p *bluemonday.Policy) *bluemonday.Policy {
	p.AllowAttrs(mentionKey).Matching(mentionedID).OnElements("span")
	return p
}

// Mentions are the identifiers that sanitized HTML mentions, each once, in their order.
func Mentions(clean string) []string {
	var ids []string
	if !strings.Contains(clean, mentionKey) {
		return nil
	}
	_, _ = reshape(clean, func(root *html.Node) {
		for _, node := range elements(root) {
			if id := mentionOf(node); id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	})
	return ids
}

// NameMentions is sanitized HTML whose mentions say the names of those whom they name, whatever they said before. Who has no
// name here is mentioned no more: the text stays.
func NameMentions(clean string, names map[string]string) string {
	if !strings.Contains(clean, mentionKey) {
		return clean
	}
	written, ok := reshape(clean, func(root *html.Node) {
		for _, node := range elements(root) {
			id := mentionOf(node)
			switch name := names[id]; {
			case id == "":
			case name == "":
				unwrap(node, nil, true)
			default:
				for child := node.FirstChild; child != nil; child = node.FirstChild {
					node.RemoveChild(child)
				}
				node.AppendChild(&html.Node{Type: html.TextNode, Data: "@" + name})
			}
		}
	})
	if !ok {
		return Sanitize(clean)
	}
	return written
}

// mentionOf is whom an element mentions; empty for any other.
func mentionOf(node *html.Node) string {
	if node.DataAtom != atom.Span || node.Namespace != "" {
		return ""
	}
	id := attribute(node, mentionKey)
	if !mentionedID.MatchString(id) {
		return ""
	}
	return id
}

// keepNote is keepMessage that lets mentions stay, with nothing but text in them.
func keepNote(root *html.Node) {
	for _, node := range elements(root) {
		switch id := mentionOf(node); {
		case withinMention(node):
			unwrap(node, nil, true)
		case id == "" || node.FirstChild == nil:
			keepMessageElement(node)
		default:
			node.Attr = []html.Attribute{{Key: mentionKey, Val: id}}
		}
	}
}

func withinMention(node *html.Node) bool {
	for above := node.Parent; above != nil; above = above.Parent {
		if mentionOf(above) != "" {
			return true
		}
	}
	return false
}
