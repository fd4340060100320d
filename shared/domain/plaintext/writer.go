package plaintext

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// writer formats the text. Blanks and line breaks are pending until more text follows, so that the result does not end with
// them.
type writer struct {
	b            strings.Builder
	lines        int    // pending line breaks, at most 2
	space        bool   // a pending blank
	mark         string // pending mark of a new list item
	quotes       int    // depth of quotations
	pre          int    // depth of <pre>
	link         string
	linkStart    int
	withoutMarks bool // omit the marks of list items and quotations
}

// maxQuotes is the maximum depth of quotations that is marked.
const maxQuotes = 8

func (w *writer) text(s string) {
	if w.pre > 0 {
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				w.lines = min(w.lines+1, 2)
			}
			if strings.TrimSpace(line) != "" {
				w.put(line)
			}
		}
		return
	}
	for _, r := range s {
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

// put writes the pending line breaks and blanks, then the text.
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
			w.b.WriteString(strings.Repeat("> ", min(w.quotes, maxQuotes)) + w.mark)
		}
		w.mark = ""
	case w.space:
		w.b.WriteByte(' ')
	}
	w.lines, w.space = 0, false
	w.b.WriteString(s)
}

func (w *writer) open(tag atom.Atom, attribute string) {
	switch tag {
	case atom.Br:
		w.lines = min(w.lines+1, 2)
	case atom.Li:
		w.breakLines(1)
		w.mark = "- "
	case atom.Td, atom.Th:
		w.space = true
	case atom.Blockquote:
		w.breakLines(2)
		w.quotes++
	case atom.Pre:
		w.breakLines(2)
		w.pre++
	case atom.A:
		w.link, w.linkStart = attribute, w.b.Len()
	case atom.Img:
		if alt := strings.Join(strings.Fields(attribute), " "); alt != "" {
			w.text("[" + alt + "]")
		}
	default:
		w.breakLines(breaks(tag))
	}
}

func (w *writer) close(tag atom.Atom) {
	switch tag {
	case atom.Li:
		w.breakLines(1)
		w.mark = ""
	case atom.Blockquote:
		w.breakLines(2)
		w.quotes = max(0, w.quotes-1)
	case atom.Pre:
		w.breakLines(2)
		w.pre = max(0, w.pre-1)
	case atom.A:
		w.closeLink()
	default:
		w.breakLines(breaks(tag))
	}
}

func (w *writer) closeLink() {
	link := w.link
	w.link = ""
	isURL := strings.HasPrefix(link, "http://") || strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "mailto:")
	if !isURL || strings.ContainsFunc(link, unicode.IsControl) {
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

func (w *writer) breakLines(lines int) { w.lines = max(w.lines, lines) }

func (w *writer) finish() string { return w.b.String() }

// breaks returns the number of line breaks before and after an element.
func breaks(tag atom.Atom) int {
	switch tag {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Table, atom.Hr:
		return 2
	case atom.Div, atom.Ul, atom.Ol, atom.Tr, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Address,
		atom.Dl, atom.Dt, atom.Dd, atom.Figure, atom.Figcaption, atom.Main, atom.Nav, atom.Aside, atom.Form, atom.Fieldset:
		return 1
	}
	return 0
}
