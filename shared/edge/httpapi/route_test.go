package httpapi

import (
	"net/url"
	"testing"
)

func TestEscapedPathsAreValidURLs(t *testing.T) {
	for path, want := range map[string]string{
		"/api/tickets/PNT000001": "/api/tickets/PNT000001", "/api/tickets/a\x1f\x00\n": "/api/tickets/a%1F%00%0A", "/api/tickets/ñ%": "/api/tickets/%C3%B1%25",
		"/api/tickets/%C3%B1": "/api/tickets/%C3%B1", "/api/tickets/a?b#c": "/api/tickets/a%3Fb%23c", "/api/tickets/\xff": "/api/tickets/%FF",
	} {
		got := escaped(path)
		if _, err := url.Parse("https://mesa.example" + got); err != nil || got != want {
			t.Errorf("%q: %q, %v", path, got, err)
		}
	}
}
