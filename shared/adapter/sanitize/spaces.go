package sanitize

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// nbsp is the no-break space, which HTML does not collapse.
const nbsp = "\u00a0"

// tab replaces a tab outside of code.
const tab = nbsp + nbsp + nbsp + nbsp

// showSpaces replaces the spaces and tabs that a browser would collapse with no-break spaces, so that a text looks as it did
// when it was written (B4). It changes neither code nor whitespace with line breaks, which only formats the source.
func showSpaces(root *html.Node) {
	for node := range root.Descendants() {
		if node.Type == html.TextNode && strings.ContainsAny(node.Data, " \t") && !isInCode(node) {
			if strings.Trim(node.Data, " \t\n\r\f") != "" || isBetweenInlines(node) {
				node.Data = visibleSpaces(node.Data, isAtLineStart(node))
			}
		}
	}
}

func isInCode(node *html.Node) bool {
	for ancestor := node.Parent; ancestor != nil; ancestor = ancestor.Parent {
		switch ancestor.DataAtom {
		case atom.Pre, atom.Textarea, atom.Style, atom.Script:
			return true
		}
	}
	return false
}

// isBetweenInlines reports whether whitespace separates two inline nodes instead of two blocks.
func isBetweenInlines(space *html.Node) bool {
	return isInline(space.PrevSibling) && isInline(space.NextSibling)
}

func isInline(node *html.Node) bool {
	if node == nil {
		return false
	}
	switch node.DataAtom {
	case atom.A, atom.B, atom.Strong, atom.I, atom.Em, atom.U, atom.Code, atom.Span, atom.Img, atom.Font:
		return true
	}
	return node.Type == html.TextNode
}

func isAtLineStart(node *html.Node) bool {
	if node.PrevSibling != nil {
		return node.PrevSibling.DataAtom == atom.Br
	}
	return node.Parent.DataAtom == atom.P || node.Parent.DataAtom == atom.Div || node.Parent.DataAtom == atom.Li || isCell(node.Parent)
}

// visibleSpaces replaces the spaces and tabs of each run with no-break spaces, except that the run ends with a space. At the
// start of a line, the run has only no-break spaces. Runs with line breaks are unchanged.
func visibleSpaces(text string, atLineStart bool) string {
	var b strings.Builder
	for len(text) > 0 {
		run := len(text) - len(strings.TrimLeft(text, " \t\n\r\f"))
		if run == 0 {
			next := strings.IndexAny(text, " \t\n\r\f")
			if next < 0 {
				next = len(text)
			}
			b.WriteString(text[:next])
			text, atLineStart = text[next:], false
			continue
		}
		space := text[:run]
		text = text[run:]
		switch shown := strings.ReplaceAll(strings.ReplaceAll(space, "\t", tab), " ", nbsp); {
		case strings.ContainsAny(space, "\n\r\f"):
			b.WriteString(space)
		case atLineStart:
			b.WriteString(shown)
		default:
			b.WriteString(strings.TrimSuffix(shown, nbsp) + " ")
		}
	}
	return b.String()
}
