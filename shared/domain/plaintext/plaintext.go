// Package plaintext converts HTML to plain text for the text part of mails, snippets and search, and to detect empty texts. It
// accepts any HTML, including malicious HTML. The result is plain text, so it must be escaped before it is inserted into a
// page.
package plaintext

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// FromHTML returns the plain text of HTML. Paragraphs are separated by an empty line, list items start with "- " or their
// number, and quotations with "> ". Each row of a table is a line with a tab between its cells, even if they are empty. The
// web or e-mail address of a link follows its text in parentheses, unless both are equal. An image is replaced with its
// alternative text in brackets, or omitted if it has none. Scripts, styles and comments are omitted. Whitespace is collapsed
// except in <pre>; no-break spaces become spaces. The time and the memory are proportional to the size of the HTML: merged cells add
// at most one tab for each byte of it.
func FromHTML(source string) string { return read(source, &writer{}) }

func read(source string, w *writer) string {
	w.table.spare = len(source)
	tokens := html.NewTokenizer(strings.NewReader(source))
	skipping := atom.Atom(0)
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return w.finish()
		}
		switch kind {
		case html.TextToken:
			if skipping == 0 {
				w.text(string(tokens.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, hasAttributes := tokens.TagName()
			tag := atom.Lookup(name)
			if skipping == 0 && isInvisible(tag) && kind == html.StartTagToken {
				skipping = tag
			}
			if skipping == 0 {
				w.open(tag, attributesOf(tokens, hasAttributes))
			}
		case html.EndTagToken:
			name, _ := tokens.TagName()
			switch tag := atom.Lookup(name); {
			case skipping == tag && tag != 0:
				skipping = 0
			case skipping == 0:
				w.close(tag)
			}
		}
	}
}

// OneLine returns the plain text of HTML on one line with at most the given number of characters. A longer text is truncated,
// if possible after a word, and ends in "…".
func OneLine(source string, maxLength int) string {
	line := strings.Join(strings.Fields(FromHTML(source)), " ")
	if utf8.RuneCountInString(line) <= maxLength {
		return line
	}
	truncated := string([]rune(line)[:max(0, maxLength-1)])
	if space := strings.LastIndexByte(truncated, ' '); space > len(truncated)/2 {
		truncated = truncated[:space]
	}
	return strings.TrimRight(truncated, " .,;:-") + "…"
}

// IsEmpty reports whether HTML has no visible text, but only whitespace, zero-width characters and empty paragraphs.
func IsEmpty(source string) bool {
	return !strings.ContainsFunc(read(source, &writer{withoutMarks: true}), IsVisible)
}

// Length returns the number of characters that HTML shows, without elements, addresses of links and marks of lists. It counts
// what a person typed: «<» is one character, though HTML needs four.
func Length(source string) int {
	return utf8.RuneCountInString(read(source, &writer{withoutMarks: true}))
}

// blankBraille is a printable character that looks like a space.
const blankBraille = '\u2800'

// IsVisible reports whether a character is visible. Whitespace, formatting characters such as a zero-width space, and letters
// without a glyph such as the Hangul filler are not visible.
func IsVisible(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf, unicode.Mn, unicode.Other_Default_Ignorable_Code_Point) && r != blankBraille
}

// IsUnsafe reports whether a character is removed from texts before they are stored: control characters, the replacement
// character, the byte order mark, and bidirectional control characters, which can make one text look like another.
func IsUnsafe(r rune) bool {
	return unicode.IsControl(r) || r == unicode.ReplacementChar || r == '\ufeff' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

func isInvisible(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Title, atom.Noscript, atom.Template, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Select, atom.Object:
		return true
	}
	return false
}

// attributes are the attributes of an element that are part of the text.
type attributes struct {
	href, alt               string
	colspan, rowspan, start int // 0 if the attribute is missing or invalid
}

// MaxSpan is the maximum number of columns or rows that a cell of a table may span.
const MaxSpan = 100

func attributesOf(tokens *html.Tokenizer, hasMore bool) attributes {
	var a attributes
	for hasMore {
		var key, value []byte
		key, value, hasMore = tokens.TagAttr()
		switch string(key) {
		case "href":
			a.href = string(value)
		case "alt":
			a.alt = string(value)
		case "colspan":
			a.colspan = min(number(value), MaxSpan)
		case "rowspan":
			a.rowspan = min(number(value), MaxSpan)
		case "start":
			a.start = number(value)
		}
	}
	return a
}

func number(value []byte) int {
	n, err := strconv.Atoi(string(value))
	if err != nil || n < 0 {
		return 0
	}
	return n
}
