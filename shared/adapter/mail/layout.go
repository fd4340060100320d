package mail

import (
	"embed"
	"fmt"
	"html"
	"net/url"
	"strings"
)

// The layout's parts are HTML with names in double braces. They are filled by replacing alone: html/template would keep the
// linker from leaving out what nobody calls, 2 MB of the function as it is uploaded.
//
//go:embed layout/*.html
var layout embed.FS

// markup is text that is HTML already, and safe: ours, or sanitized.
type markup string

// values are what a part's names stand for: a string is escaped, markup is put as it is.
type values map[string]any

// fill puts values in the place of a part's names. What a value holds is never looked into for names.
func fill(part string, with values) markup {
	text, err := layout.ReadFile("layout/" + part + ".html")
	if err != nil {
		panic(err) // it is in the binary, or there is none
	}
	pairs := make([]string, 0, 2*len(with))
	for name, value := range with {
		var put string
		switch value := value.(type) {
		case markup:
			put = string(value)
		case string:
			put = html.EscapeString(value)
		default:
			panic(fmt.Sprintf("%s of %s is a %T", name, part, value))
		}
		pairs = append(pairs, "{{"+name+"}}", put)
	}
	return markup(strings.TrimSuffix(strings.NewReplacer(pairs...).Replace(string(text)), "\n"))
}

// html is the mail as HTML.
func (p page) html() string {
	accent, onAccent := markup(p.Accent), markup(p.OnAccent)
	brand := fill("name", values{"desk": p.Desk.Name, "onAccent": onAccent})
	if logo := webAddress(p.Desk.LogoURL); logo != "" {
		brand = fill("logo", values{"desk": p.Desk.Name, "logo": logo, "onAccent": onAccent})
	}
	var parts, facts, contact, site markup
	if p.Body != "" {
		parts += "\n" + fill("body", values{"label": p.BodyLabel, "body": p.Body, "accent": accent})
	}
	if len(p.Files) > 0 {
		parts += "\n" + fill("files", values{"label": p.FilesLabel, "files": strings.Join(p.Files, ", ")})
	}
	if to := webAddress(p.URL); to != "" {
		parts += "\n" + fill("button", values{"url": to, "button": p.Button, "accent": accent, "onAccent": onAccent})
	}
	for _, one := range p.Links {
		if to := webAddress(one.URL); to != "" {
			parts += "\n" + fill("link", values{"url": to, "text": one.Text})
		}
	}
	if p.Note != "" {
		parts += "\n" + fill("note", values{"note": p.Note})
	}
	for _, one := range p.Facts {
		facts += "\n" + fill("fact", values{"label": one.Label, "value": one.Value})
	}
	if p.Desk.ContactText != "" {
		contact = " " + markup(html.EscapeString(p.Desk.ContactText))
	}
	if to := webAddress(p.Desk.SiteURL); to != "" {
		site = " " + fill("site", values{"site": to, "desk": p.Desk.Name})
	}
	return string(fill("page", values{
		"language": p.Language, "subject": p.Subject, "preheader": p.Preheader, "accent": accent, "brand": brand,
		"eyebrow": p.Eyebrow, "title": p.Title, "greeting": p.Greeting, "intro": p.Intro, "parts": parts,
		"label": p.FactsLabel, "facts": facts, "why": p.Why, "contact": contact, "automatic": p.Automatic, "site": site,
	})) + "\n"
}

// webAddress is an address that a mail may link to; "" for anything but the web's, such as a script.
func webAddress(address string) string {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Host == "" || parsed.Scheme != "https" && parsed.Scheme != "http" {
		return ""
	}
	return parsed.String()
}
