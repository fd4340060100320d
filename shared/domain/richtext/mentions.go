package richtext

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mesa/shared/domain/check"
)

// MentionKey is the attribute that marks a mention: <span data-mention="ana">@Ana Torres</span>.
const MentionKey = "data-mention"

// maxMentioned is the maximum length of a person's identifier in characters.
const maxMentioned = 64

// Mentions returns the identifiers of the people that sanitized HTML mentions, in order and without duplicates.
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

// NameMentions sets the text of each mention in sanitized HTML to the name of the person. If names has no name for the person,
// the mention is replaced with plain text.
func NameMentions(clean string, names map[string]string) string {
	if !strings.Contains(clean, MentionKey) {
		return clean
	}
	result, ok := Reshape(clean, func(root *html.Node) {
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
	return result
}

// MentionOf returns the identifier of the person that an element mentions. It returns "" for other elements.
func MentionOf(node *html.Node) string {
	if node.DataAtom != atom.Span || node.Namespace != "" {
		return ""
	}
	id := Attribute(node, MentionKey)
	if !check.IsDottedID(id, 1, maxMentioned) || strings.ContainsRune("._-", rune(id[0])) {
		return ""
	}
	return id
}
