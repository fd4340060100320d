package sanitize

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mesa/shared/domain/plaintext"
	"mesa/shared/domain/richtext"
)

// unwrapBlocks replaces block elements that are not allowed, such as <div> and headings, with their contents. To separate the
// contents, it inserts a line break after a block that is not the last child of its parent.
func unwrapBlocks(root *html.Node) {
	for _, node := range richtext.Elements(root) {
		if node.Parent == nil {
			continue
		}
		switch node.DataAtom {
		case atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section, atom.Article, atom.Main, atom.Aside, atom.Nav,
			atom.Header, atom.Footer, atom.Address, atom.Dt, atom.Dd, atom.Figure, atom.Figcaption, atom.Caption, atom.Summary, atom.Details,
			atom.Option, atom.Legend, atom.Center:
			unwrapLine(node)
		}
	}
}

// unwrapLine replaces an element with its contents, and a line break if more follows. If the contents already end with a line
// break, such as in <div><br></div>, no line break is added.
func unwrapLine(node *html.Node) {
	endsWithBreak := node.LastChild != nil && node.LastChild.DataAtom == atom.Br
	if node.NextSibling != nil && !endsWithBreak {
		insertAfter(node, &html.Node{Type: html.ElementNode, Data: "br", DataAtom: atom.Br})
	}
	richtext.Unwrap(node)
}

func insertAfter(node, next *html.Node) { node.Parent.InsertBefore(next, node.NextSibling) }

// filterText is the second check, after bluemonday. It removes elements and attributes that are not allowed from the parsed
// result of bluemonday; the text remains. It also sets the rel of links.
func filterText(root *html.Node) {
	for _, node := range richtext.Elements(root) {
		filterElement(node)
	}
}

// filterMessage does what filterText does, but also allows images of attachments.
func filterMessage(root *html.Node) {
	for _, node := range richtext.Elements(root) {
		filterMessageElement(node)
	}
}

// filterNote does what filterMessage does, but also allows mentions. A mention may contain only text.
func filterNote(root *html.Node) {
	for _, node := range richtext.Elements(root) {
		switch id := richtext.MentionOf(node); {
		case isInsideMention(node):
			richtext.Unwrap(node)
		case id == "" || node.FirstChild == nil:
			filterMessageElement(node)
		default:
			node.Attr = []html.Attribute{{Key: richtext.MentionKey, Val: id}}
		}
	}
}

func isInsideMention(node *html.Node) bool {
	for ancestor := node.Parent; ancestor != nil; ancestor = ancestor.Parent {
		if richtext.MentionOf(ancestor) != "" {
			return true
		}
	}
	return false
}

func filterMessageElement(node *html.Node) {
	switch {
	case node.Namespace != "" || node.DataAtom != atom.Img:
		filterElement(node)
	case richtext.ImageOf(node) == "":
		richtext.Unwrap(node)
	default:
		node.Attr = []html.Attribute{{Key: "src", Val: richtext.Attribute(node, "src")}, {Key: "alt", Val: richtext.AltText(node)}}
	}
}

func filterElement(node *html.Node) {
	if node.Namespace != "" || !slices.Contains(strings.Fields(allowed), node.Data) {
		richtext.Unwrap(node)
		return
	}
	href := ""
	if node.DataAtom == atom.A && isAddress(richtext.Attribute(node, "href")) {
		href = richtext.Attribute(node, "href")
	}
	before := node.Attr
	node.Attr = nil
	switch {
	case node.DataAtom == atom.Td || node.DataAtom == atom.Th:
		node.Attr = numbersOf(before, plaintext.MaxSpan, "colspan", "rowspan")
	case node.DataAtom == atom.Ol:
		node.Attr = numbersOf(before, maxStart, "start")
	case node.DataAtom == atom.A && href == "":
		richtext.Unwrap(node)
	case node.DataAtom == atom.A:
		node.Attr = []html.Attribute{{Key: "href", Val: href}, {Key: "rel", Val: linkRel}}
	}
}

// isAddress accepts only complete addresses. A browser would also accept "https:evil", but people do not recognize it as an
// address.
func isAddress(href string) bool {
	for _, start := range []string{"https://", "http://", "mailto:"} {
		if len(href) > len(start) && strings.HasPrefix(href, start) {
			return true
		}
	}
	return false
}
