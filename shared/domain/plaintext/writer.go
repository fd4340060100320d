package plaintext

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// writer formats the text. Spaces and line breaks are pending until more text follows, so that the result does not end with
// them.
type writer struct {
	b            strings.Builder
	lines        int    // pending line breaks, at most 2
	space        bool   // whether a space is pending
	shown        int    // pending no-break spaces
	tabs         int    // pending tabs between cells
	lists        []list // the open lists
	table        table
	mark         string // pending mark of a new list item
	quotes       int    // depth of quotations
	pre          int    // depth of <pre>
	link         string
	linkStart    int
	withoutMarks bool // omit the marks of list items and quotations, and the addresses of links
}

// list is an open list.
type list struct {
	ordered bool
	next    int // the number of the next item
}

// maxDepth is the maximum depth of quotations and lists that is shown.
const maxDepth = 8

// nbsp is the no-break space.
const nbsp = '\u00a0'

func (w *writer) text(s string) {
	if w.pre > 0 {
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				w.breakLine()
			}
			if strings.TrimSpace(line) != "" {
				w.put(line)
			}
		}
		return
	}
	for _, r := range s {
		if r == nbsp {
			w.shown++
			continue
		}
		if unicode.IsSpace(r) {
			w.space = true
			continue
		}
		if unicode.IsControl(r) || r == unicode.ReplacementChar {
			continue
		}
		w.put(string(r))
	}
}

// put writes the pending line breaks, tabs and spaces, then the text.
func (w *writer) put(s string) {
	atStart := w.b.Len() == 0
	switch {
	case atStart || w.lines > 0:
		for range w.lines {
			if !atStart {
				w.b.WriteByte('\n')
			}
		}
		if !w.withoutMarks {
			w.b.WriteString(strings.Repeat("> ", min(w.quotes, maxDepth)) + w.mark)
		}
		w.mark = ""
	case w.space && w.tabs == 0:
		w.b.WriteByte(' ')
	}
	w.b.WriteString(strings.Repeat("\t", w.tabs) + strings.Repeat(" ", w.shown) + s)
	w.lines, w.space, w.shown, w.tabs = 0, false, 0, 0
}

func (w *writer) open(tag atom.Atom, attributes attributes) {
	switch tag {
	case atom.Br:
		w.breakLine()
	case atom.Ul, atom.Ol:
		w.breakLines(1)
		w.lists = append(w.lists, list{tag == atom.Ol, max(attributes.start, 1)})
	case atom.Li:
		w.breakLines(1)
		w.mark = w.itemMark()
	case atom.Table:
		w.openTable()
	case atom.Tr:
		w.openRow()
	case atom.Td, atom.Th:
		w.openCell(attributes)
	case atom.Blockquote:
		w.breakLines(2)
		w.quotes++
	case atom.Pre:
		w.breakLines(2)
		w.pre++
	case atom.A:
		w.link, w.linkStart = attributes.href, w.b.Len()
	case atom.Img:
		if alt := strings.Join(strings.Fields(attributes.alt), " "); alt != "" {
			w.text("[" + alt + "]")
		}
	default:
		w.breakLines(w.breaks(tag))
	}
}

func (w *writer) close(tag atom.Atom) {
	switch tag {
	case atom.Ul, atom.Ol:
		w.breakLines(1)
		w.lists = w.lists[:max(0, len(w.lists)-1)]
	case atom.Li:
		w.breakLines(1)
		w.mark = ""
	case atom.Table:
		w.closeTable()
	case atom.Tr:
		w.closeRow()
	case atom.Blockquote:
		w.breakLines(2)
		w.quotes = max(0, w.quotes-1)
	case atom.Pre:
		w.breakLines(2)
		w.pre = max(0, w.pre-1)
	case atom.A:
		w.closeLink()
	default:
		w.breakLines(w.breaks(tag))
	}
}

// itemMark returns the mark of the next item of the innermost list. Items of nested lists are indented. Items in cells have no
// mark.
func (w *writer) itemMark() string {
	switch {
	case w.table.inCell:
		return ""
	case len(w.lists) == 0:
		return "- "
	}
	indent, innermost := strings.Repeat("  ", min(len(w.lists), maxDepth)-1), &w.lists[len(w.lists)-1]
	if !innermost.ordered {
		return indent + "- "
	}
	innermost.next++
	return indent + strconv.Itoa(innermost.next-1) + ". "
}

func (w *writer) openTable() {
	w.breakLines(2)
	if w.table.depth++; w.table.depth == 1 {
		w.table = table{depth: 1, spare: w.table.spare}
	}
}

func (w *writer) closeTable() {
	if w.table.depth == 1 {
		w.closeRow()
	}
	w.table.depth = max(0, w.table.depth-1)
	w.breakLines(2)
}

func (w *writer) openRow() {
	if w.table.depth == 1 {
		w.closeRow()
	}
	w.breakLines(1)
}

// closeRow ends the row, if one is open, and writes the tabs of the empty cells at its end.
func (w *writer) closeRow() {
	if w.table.depth > 1 {
		w.space = true
		return
	}
	if w.table.inCell {
		if w.tabs += w.table.endColumns(); w.tabs > 0 {
			w.put("")
		}
	}
	w.table.startRow()
	w.breakLines(1)
}

func (w *writer) openCell(attributes attributes) {
	if w.table.depth != 1 {
		w.space = true
		return
	}
	w.space, w.shown, w.mark = false, 0, ""
	w.tabs += w.table.startCell(attributes.colspan, attributes.rowspan)
}

func (w *writer) closeLink() {
	link := w.link
	w.link = ""
	isURL := strings.HasPrefix(link, "http://") || strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "mailto:")
	if w.withoutMarks || !isURL || strings.ContainsFunc(link, unicode.IsControl) {
		return
	}
	text := strings.TrimSpace(w.b.String()[min(w.linkStart, w.b.Len()):])
	address := strings.TrimPrefix(link, "mailto:")
	if text == link || text == address || "https://"+text == link || "http://"+text == link {
		return
	}
	w.space = text != ""
	w.put("(" + address + ")")
}

// breakLine breaks a line, at most twice in sequence.
func (w *writer) breakLine() { w.breakLines(min(w.lines+1, 2)) }

// breakLines sets the number of pending line breaks, unless more are pending. In a cell, a space is pending instead.
func (w *writer) breakLines(lines int) {
	switch {
	case lines == 0:
	case w.table.inCell:
		w.space = true
	default:
		w.lines, w.space, w.shown = max(w.lines, lines), false, 0
	}
}

func (w *writer) finish() string { return w.b.String() }

// breaks returns the number of line breaks before and after an element. Paragraphs of list items are not separated by an empty
// line.
func (w *writer) breaks(tag atom.Atom) int {
	switch tag {
	case atom.P:
		if len(w.lists) > 0 {
			return 1
		}
		return 2
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Hr:
		return 2
	case atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Address, atom.Summary, atom.Details, atom.Caption,
		atom.Dl, atom.Dt, atom.Dd, atom.Figure, atom.Figcaption, atom.Main, atom.Nav, atom.Aside, atom.Form, atom.Fieldset, atom.Option:
		return 1
	}
	return 0
}
