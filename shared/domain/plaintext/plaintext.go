// Package plaintext turns HTML into the text that a person would read: for
// the text part of mails, snippets, search, and telling whether anything was
// written at all. It reads any HTML, also hostile; its result is text, not
// HTML, and has to be escaped before it is shown in a page.
package plaintext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// FromHTML is the text of HTML: paragraphs apart by an empty line, list items
// behind "- ", quotations behind "> ", the address of a link in brackets
// behind its text where it says something else, an image as its alternative
// text in brackets. Scripts, styles and comments are left out. Blanks are collapsed except in <pre>.
func FromHTML(source string) string { return read(source, &writer{}) }

func read(source string, w *writer) string {
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
			if skipping == 0 && isUnread(tag) && kind == html.StartTagToken {
				skipping = tag
			}
			if skipping == 0 {
				w.open(tag, said(tokens, tag, hasAttributes))
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

// OneLine is the text of HTML on one line, cut at a word within so many
// characters with "…" when there is more: for snippets and preheaders.
func OneLine(source string, characters int) string {
	line := strings.Join(strings.Fields(FromHTML(source)), " ")
	if utf8.RuneCountInString(line) <= characters {
		return line
	}
	cut := string([]rune(line)[:max(0, characters-1)])
	if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " .,;:-") + "…"
}

// IsEmpty tells whether HTML has nothing that a person could read: blanks,
// zero-width characters and empty paragraphs only.
func IsEmpty(source string) bool {
	return !strings.ContainsFunc(read(source, &writer{unmarked: true}), Shows)
}

// blankBraille is a letter of which nothing is seen.
const blankBraille = '\u2800'

// Shows tells characters that are seen from blanks, from those that only format others, such as a zero-width space, and from
// letters that are drawn as nothing, such as the Hangul filler.
func Shows(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf, unicode.Mn, unicode.Other_Default_Ignorable_Code_Point) && r != blankBraille
}

func isUnread(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Title, atom.Noscript, atom.Template, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Select, atom.Object:
		return true
	}
	return false
}

// said is what an element's attribute adds to the text: a link's address, an
// image's alternative.
func said(tokens *html.Tokenizer, tag atom.Atom, has bool) string {
	name, known := map[atom.Atom]string{atom.A: "href", atom.Img: "alt"}[tag]
	for known && has {
		var key, value []byte
		key, value, has = tokens.TagAttr()
		if string(key) == name {
			return string(value)
		}
	}
	return ""
}
