package mail

import (
	"strings"

	"mesa/shared/domain/plaintext"
)

// text returns the mail as plain text: the same content as the HTML, with the URLs written out.
func (p page) text() string {
	var b strings.Builder
	paragraph := func(parts ...string) {
		for _, part := range parts {
			if part != "" {
				b.WriteString(part + "\n\n")
			}
		}
	}
	paragraph(p.Institution.Name, strings.TrimPrefix(p.Eyebrow+"\n"+p.Title, "\n"), p.Greeting, p.Intro)
	if p.Body != "" {
		paragraph(p.BodyLabel + "\n\n" + indent(plaintext.FromHTML(string(p.Body))))
	}
	if p.Files != "" {
		paragraph(p.FilesLabel + ": " + p.Files)
	}
	paragraph(p.OthersLabel)
	for _, o := range p.Others {
		paragraph(o.At + " – " + o.Title)
		if o.Body != "" {
			paragraph(indent(plaintext.FromHTML(string(o.Body))))
		}
		if o.Files != "" {
			paragraph(o.FilesLabel + ": " + o.Files)
		}
	}
	paragraph(p.Omitted)
	lines := make([]string, 0, len(p.Facts))
	for _, f := range p.Facts {
		if len(f.Lines) == 1 {
			lines = append(lines, f.Label+": "+f.Lines[0])
		} else {
			lines = append(lines, f.Label+":\n"+indent(strings.Join(f.Lines, "\n")))
		}
	}
	paragraph(strings.Join(lines, "\n"))
	if p.URL != "" {
		paragraph(p.Button + ":\n" + p.URL)
	}
	for _, l := range p.Links {
		paragraph(l.Text + ":\n" + l.URL)
	}
	paragraph(p.Note, "-- \n"+p.Why, p.Institution.ContactText, p.Automatic)
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func indent(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight("  "+line, " ")
	}
	return strings.Join(lines, "\n")
}
