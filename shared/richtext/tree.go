package richtext

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// reshape parses HTML as a browser does, changes its tree and writes it out
// again, every element closed. False when it can't be parsed: deeper than the
// parser takes.
func reshape(source string, change func(*html.Node)) (string, bool) {
	within := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(strings.NewReader(source), within)
	if err != nil {
		return "", false
	}
	for _, node := range nodes {
		within.AppendChild(node)
	}
	change(within)
	var b strings.Builder
	for node := within.FirstChild; node != nil; node = node.NextSibling {
		if err := html.Render(&b, node); err != nil {
			return "", false
		}
	}
	return strings.TrimSpace(withoutControls(b.String())), true
}

// unwrapBlocks keeps lines apart that stood in elements which will go: a line
// break follows a <div>, a heading or a table's row, a blank a table's cell.
func unwrapBlocks(root *html.Node) {
	for _, node := range elements(root) {
		if node.Parent == nil {
			continue
		}
		switch node.DataAtom {
		case atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Tr, atom.Section, atom.Article,
			atom.Header, atom.Footer, atom.Address, atom.Dt, atom.Dd, atom.Figure, atom.Figcaption, atom.Caption:
			last := node.NextSibling == nil
			unwrap(node, &html.Node{Type: html.ElementNode, Data: "br", DataAtom: atom.Br}, last)
		case atom.Td, atom.Th:
			unwrap(node, &html.Node{Type: html.TextNode, Data: " "}, false)
		case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot:
			unwrap(node, nil, true)
		}
	}
}

// unwrap puts an element's children, and what follows them, in its place.
func unwrap(node, after *html.Node, last bool) {
	parent := node.Parent
	for child := node.FirstChild; child != nil; child = node.FirstChild {
		node.RemoveChild(child)
		parent.InsertBefore(child, node)
	}
	if after != nil && !last {
		parent.InsertBefore(after, node)
	}
	parent.RemoveChild(node)
}

// keepText is the second wall behind bluemonday: whatever else a parser makes
// of its result goes, and links get their rel.
func keepText(root *html.Node) {
	for _, node := range elements(root) {
		keepElement(node)
	}
}

// keepMessage is keepText that lets images of attachments stay.
func keepMessage(root *html.Node) {
	for _, node := range elements(root) {
		keepMessageElement(node)
	}
}

func keepMessageElement(node *html.Node) {
	switch {
	case node.Namespace != "" || node.DataAtom != atom.Img:
		keepElement(node)
	case imageID(node) == "":
		unwrap(node, nil, true)
	default:
		node.Attr = []html.Attribute{{Key: "src", Val: attribute(node, "src")}, {Key: "alt", Val: alternative(node)}}
	}
}

func keepElement(node *html.Node) {
	if node.Namespace != "" || !slices.Contains(strings.Fields(allowed), node.Data) {
		unwrap(node, nil, true)
		return
	}
	href := ""
	if node.DataAtom == atom.A && isAddress(attribute(node, "href")) {
		href = attribute(node, "href")
	}
	node.Attr = nil
	switch {
	case node.DataAtom == atom.A && href == "":
		unwrap(node, nil, true)
	case node.DataAtom == atom.A:
		node.Attr = []html.Attribute{{Key: "href", Val: href}, {Key: "rel", Val: linkRel}}
	}
}

func attribute(node *html.Node, key string) string {
	for _, attribute := range node.Attr {
		if attribute.Namespace == "" && attribute.Key == key {
			return attribute.Val
		}
	}
	return ""
}

// elements are all below root, parents before children, comments removed.
func elements(root *html.Node) []*html.Node {
	var all, comments []*html.Node
	for node := range root.Descendants() {
		switch node.Type {
		case html.ElementNode:
			all = append(all, node)
		case html.TextNode:
		default:
			comments = append(comments, node)
		}
	}
	for _, node := range comments {
		node.Parent.RemoveChild(node)
	}
	return all
}

// isAddress wants a whole address: "https:evil" is one to a browser, but not
// to a person.
func isAddress(href string) bool {
	for _, start := range []string{"https://", "http://", "mailto:"} {
		if len(href) > len(start) && strings.HasPrefix(href, start) {
			return true
		}
	}
	return false
}
