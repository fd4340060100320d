package richtext

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Reshape parses HTML as a browser does, calls change with the root of the tree, and renders the tree with every element closed
// and without control characters. It returns false if the HTML is nested more deeply than the parser allows.
func Reshape(source string, change func(*html.Node)) (string, bool) {
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(strings.NewReader(source), root)
	if err != nil {
		return "", false
	}
	for _, node := range nodes {
		root.AppendChild(node)
	}
	change(root)
	var b strings.Builder
	for node := root.FirstChild; node != nil; node = node.NextSibling {
		if err := html.Render(&b, node); err != nil {
			return "", false
		}
	}
	return strings.TrimSpace(WithoutControls(b.String())), true
}

// Elements removes all comments and returns all elements below root, parents before children.
func Elements(root *html.Node) []*html.Node {
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

// Unwrap replaces an element with its children.
func Unwrap(node *html.Node) {
	parent := node.Parent
	for child := node.FirstChild; child != nil; child = node.FirstChild {
		node.RemoveChild(child)
		parent.InsertBefore(child, node)
	}
	parent.RemoveChild(node)
}

// Attribute returns the value of an element's attribute, or "" if the element does not have the attribute.
func Attribute(node *html.Node, key string) string {
	for _, attribute := range node.Attr {
		if attribute.Namespace == "" && attribute.Key == key {
			return attribute.Val
		}
	}
	return ""
}
