package sanitize

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mesa/shared/domain/richtext"
)

// maxStart is the maximum number of the first item of a list.
const maxStart = 99999

// unwrapLayout replaces tables that are not allowed with lines of text: tables that contain a table, tables without cells, and
// tables in an element that may not contain a table.
func unwrapLayout(root *html.Node) {
	for _, node := range richtext.Elements(root) {
		if node.DataAtom == atom.Table && node.Namespace == "" && node.Parent != nil && !isData(node) {
			unwrapTable(node)
		}
	}
}

func isData(table *html.Node) bool {
	for ancestor := table.Parent; ancestor != nil; ancestor = ancestor.Parent {
		switch ancestor.DataAtom {
		case atom.Div, atom.Blockquote, atom.Li, atom.Ul, atom.Ol, atom.Section, atom.Article, atom.Main, atom.Span:
		default:
			return false
		}
	}
	hasCells := false
	for node := range table.Descendants() {
		if node.DataAtom == atom.Table {
			return false
		}
		hasCells = hasCells || isCell(node)
	}
	return hasCells
}

func isCell(node *html.Node) bool { return node.DataAtom == atom.Td || node.DataAtom == atom.Th }

// unwrapTable replaces a table with its contents: a line for each row, with a space after each cell.
func unwrapTable(table *html.Node) {
	var parts []*html.Node
	var collect func(*html.Node)
	collect = func(parent *html.Node) {
		for child := range parent.ChildNodes() {
			switch child.DataAtom {
			case atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Colgroup:
				parts = append(parts, child)
				if !isCell(child) {
					collect(child)
				}
			}
		}
	}
	collect(table)
	for _, part := range parts {
		switch {
		case isCell(part):
			insertAfter(part, &html.Node{Type: html.TextNode, Data: " "})
			richtext.Unwrap(part)
		case part.DataAtom == atom.Tr || part.DataAtom == atom.Caption:
			unwrapLine(part)
		default:
			richtext.Unwrap(part)
		}
	}
	unwrapLine(table)
}

// numbersOf returns the attributes with the given keys whose values are numbers from 2 to a maximum, in the order of the keys.
// A larger number is reduced.
func numbersOf(attributes []html.Attribute, maximum int, keys ...string) []html.Attribute {
	var numbers []html.Attribute
	for _, key := range keys {
		for _, attribute := range attributes {
			number, err := strconv.Atoi(attribute.Val)
			if attribute.Key == key && attribute.Namespace == "" && err == nil && number > 1 {
				numbers = append(numbers, html.Attribute{Key: key, Val: strconv.Itoa(min(number, maximum))})
				break
			}
		}
	}
	return numbers
}
