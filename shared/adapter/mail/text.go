package mail

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"mesa/shared/domain/plaintext"
)

// text is the plain alternative: all that the HTML says, with the addresses
// written out.
func (p page) text() string {
	var b strings.Builder
	paragraph := func(parts ...string) {
		for _, part := range parts {
			if part != "" {
				b.WriteString(part + "\n\n")
			}
		}
	}
	paragraph(p.Desk.Name, p.Eyebrow+"\n"+p.Title, p.Greeting, p.Intro)
	if p.Body != "" {
		paragraph(p.BodyLabel + "\n\n" + indent(plaintext.FromHTML(string(p.Body))))
	}
	if len(p.Files) > 0 {
		paragraph(p.FilesLabel + ": " + strings.Join(p.Files, ", "))
	}
	lines := make([]string, 0, len(p.Facts))
	for _, f := range p.Facts {
		lines = append(lines, f.Label+": "+oneLine(f.Value))
	}
	paragraph(strings.Join(lines, "\n"))
	if p.URL != "" {
		paragraph(p.Button + ":\n" + p.URL)
	}
	for _, l := range p.Links {
		paragraph(l.Text + ":\n" + l.URL)
	}
	paragraph(p.Note, "-- \n"+p.Why, p.Desk.ContactText, p.Automatic)
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func indent(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight("  "+line, " ")
	}
	return strings.Join(lines, "\n")
}

const defaultAccent = "#2c5e8c"

// accent is the desk's colour when it is #rrggbb, else the default: it goes
// into a style, where nothing else may.
func accent(colour string) string {
	if _, ok := rgb(colour); ok {
		return colour
	}
	return defaultAccent
}

// onAccent is the text's colour on the accent, the one of black and white that
// contrasts more (WCAG 2.1).
func onAccent(colour string) string {
	c, _ := rgb(accent(colour))
	// Relative luminance, near enough with a gamma of 2.
	luminance := (0.2126*c[0]*c[0] + 0.7152*c[1]*c[1] + 0.0722*c[2]*c[2])
	if luminance > 0.22 {
		return "#10202f"
	}
	return "#ffffff"
}

func rgb(colour string) (parts [3]float64, ok bool) {
	if len(colour) != 7 || colour[0] != '#' || !utf8.ValidString(colour) {
		return parts, false
	}
	for i := range parts {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return parts, false
		}
		parts[i] = float64(n) / 255
	}
	return parts, true
}
