package stack

import (
	"net/http"
	"strings"
	"testing"

	"mesa/test/running"
)

// TestGatewayRefusesDirectRequests checks that a request that does not come through CloudFront is refused, also with a forged
// proof. Such a request would bypass the firewall.
func TestGatewayRefusesDirectRequests(t *testing.T) {
	stack := running.FindDeployed(t)
	for _, proof := range []string{"", "x", strings.Repeat("x", 36)} {
		if response := running.Get(t, stack.Gateway+"/api/topics", "X-Origin-Proof", proof); response.Status != http.StatusForbidden {
			t.Errorf("proof %q: status %d", proof, response.Status)
		} else {
			t.Logf("a direct request with the proof %q has status %d", proof, response.Status)
		}
	}
}

// TestSiteServesPagesAndAPI checks through CloudFront that the pages and the API respond, with their security headers,
// and only by HTTPS.
func TestSiteServesPagesAndAPI(t *testing.T) {
	stack := running.FindDeployed(t)
	for path, want := range map[string]struct {
		status           int
		mediaType, cache string
	}{
		"/":                     {http.StatusOK, "text/html", "no-cache"},
		"/tickets":              {http.StatusOK, "text/html", "no-cache"},
		"/staff/":               {http.StatusOK, "text/html", "no-cache"},
		"/no-existe":            {http.StatusNotFound, "text/html", "no-cache"},
		"/staff/no-existe":      {http.StatusNotFound, "text/html", "no-cache"},
		"/api/settings":         {http.StatusOK, "application/json", ""},
		"/api/session":          {http.StatusUnauthorized, "application/problem+json", "no-store"},
		"/api/tickets/NADA0000": {http.StatusUnauthorized, "application/problem+json", "no-store"},
	} {
		response := running.Get(t, stack.Site+path)
		header := response.Header
		if response.Status != want.status || !strings.HasPrefix(header.Get("Content-Type"), want.mediaType) || !strings.Contains(header.Get("Cache-Control"), want.cache) {
			t.Errorf("%s: status %d, media type %q, Cache-Control %q", path, response.Status, header.Get("Content-Type"), header.Get("Cache-Control"))
		}
		for _, name := range []string{"Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy"} {
			if header.Get(name) == "" {
				t.Errorf("%s has no %s", path, name)
			}
		}
		t.Logf("%s has status %d", path, response.Status)
	}
	if host, isHTTPS := strings.CutPrefix(stack.Site, "https://"); isHTTPS { // the local site has no HTTPS
		checkPlainHTTP(t, host)
	}
}

// TestUnknownAPIPathsAreProblems checks that the gateway answers unknown paths with a problem document.
func TestUnknownAPIPathsAreProblems(t *testing.T) {
	stack := running.FindDeployed(t)
	response := running.Get(t, stack.Site+"/api/nada")
	if mediaType := response.Header.Get("Content-Type"); response.Status != http.StatusNotFound || !strings.HasPrefix(mediaType, "application/problem+json") {
		t.Errorf("status %d, media type %q", response.Status, mediaType)
	}
}

// checkPlainHTTP checks that CloudFront redirects pages to HTTPS and refuses calls of the API.
func checkPlainHTTP(t *testing.T, host string) {
	t.Helper()
	for path, want := range map[string]int{"/": http.StatusMovedPermanently, "/api/settings": http.StatusForbidden} {
		if response := running.Get(t, "http://"+host+path); response.Status != want {
			t.Errorf("%s without HTTPS has status %d, want %d", path, response.Status, want)
		} else {
			t.Logf("%s without HTTPS has status %d", path, want)
		}
	}
}
