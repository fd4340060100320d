package mail

import (
	_ "embed"
	"fmt"
	"html/template"
	"net/url"
	"strings"
	"sync"
)

//go:embed layout.html
var layoutSource string

// layout is parsed when the first mail is rendered.
var layout = sync.OnceValue(func() *template.Template { return template.Must(template.New("layout").Parse(layoutSource)) })

// html returns the mail as HTML.
func (p page) html() (string, error) {
	var b strings.Builder
	if err := layout().Execute(&b, p); err != nil {
		return "", fmt.Errorf("mail layout: %w", err)
	}
	return b.String(), nil
}

// webAddress returns the address if it is an absolute http or https URL, otherwise "".
func webAddress(address string) string {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Host == "" || parsed.Scheme != "https" && parsed.Scheme != "http" {
		return ""
	}
	return parsed.String()
}
