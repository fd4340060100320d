package richtext

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// MentionKey is the attribute that makes a span a mention: <span data-mention="ana">@Ana Torres</span>.
const MentionKey = "data-mention"

// maxMentioned is the most characters of a person's identifier.
const maxMentioned = 64

// Mentions are the identifiers that sanitized HTML mentions, each once, in their order.
func Mentions(clean string) []string {
	var ids []string
	if !strings.Contains(clean, MentionKey) {
		return nil
	}
	_, _ = Reshape(clean, func(root *html.Node) {
		for _, node := range Elements(root) {
			if id := MentionOf(node); id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	})
	return ids
}

// NameMentions is sanitized HTML whose mentions say the names of those whom they name, whatever they said before. Who has no
// name here is mentioned no more: the text stays.
func NameMentions(clean string, names map[string]string) string {
	if !strings.Contains(clean, MentionKey) {
		return clean
	}
	written, ok := Reshape(clean, func(root *html.Node) {
		for _, node := range Elements(root) {
			id := MentionOf(node)
			switch name := names[id]; {
			case id == "":
			case name == "":
				Unwrap(node)
			default:
				for child := node.FirstChild; child != nil; child = node.FirstChild {
					node.RemoveChild(child)
				}
				node.AppendChild(&html.Node{Type: html.TextNode, Data: "@" + name})
			}
		}
	})
	if !ok {
		return Paragraphs(clean)
	}
	return written
}

// MentionOf is whom an element mentions; empty for any other.
func MentionOf(node *html.Node) string {
	if node.DataAtom != atom.Span || node.Namespace != "" {
		return ""
	}
	id := Attribute(node, MentionKey)
	if !mentionable(id) {
		return ""
	}
	return id
}

// mentionable tells whether a mention may name this: the form of a person's identifier.
func mentionable(id string) bool {
	if id == "" || len(id) > maxMentioned || strings.ContainsRune("._-", rune(id[0])) {
		return false
	}
	return !strings.ContainsFunc(id, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '.' && r != '_' && r != '-'
	})
}
