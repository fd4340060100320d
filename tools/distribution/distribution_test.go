package distribution

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

// received is a request that an engine received, with the response of the distribution.
type received struct {
	path     string
	request  http.Header
	response http.Header
	status   int
}

// send sends a request to the distribution of infra/site.yaml, whose engine accepts every request.
func send(t *testing.T, method, target string, header http.Header) received {
	t.Helper()
	var got received
	engine := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		got.path, got.request = r.URL.EscapedPath(), r.Header
		if r.URL.RawQuery != "" {
			got.path += "?" + r.URL.RawQuery
		}
	}))
	defer engine.Close()
	template, err := os.ReadFile("../../infra/site.yaml")
	if err != nil {
		t.Fatal(err)
	}
	handler, err := New(template, Origins{Pages: engine.URL + "/pages", API: engine.URL + "/stage/live", Proof: "secret", Attachments: "http://files.example"})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequest(method, target, http.NoBody)
	request.RemoteAddr, request.Host = "192.0.2.7:1234", "desk.example"
	for name := range header {
		request.Header.Set(name, header.Get(name))
	}
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	got.response, got.status = recorder.Header(), recorder.Code
	return got
}

// TestPathsOfPages checks that the template's function maps paths to files, and that a page's request has neither query nor
// cookies.
func TestPathsOfPages(t *testing.T) {
	for path, file := range map[string]string{
		"/": "/pages/index.html", "/faq": "/pages/faq/index.html", "/faq/": "/pages/faq/index.html", "/tickets/PNT000001": "/pages/app.html",
		"/tickets/PNT000001.": "/pages/app.html", "/faq/articulo/a-1": "/pages/app.html", "/staff": "/pages/staff/index.html",
		"/staff/assets/a.js?acl": "/pages/staff/assets/a.js", "/unknown": "/pages/404.html", "/staff/unknown": "/pages/404.html",
		"/tickets/a/b": "/pages/404.html", "/faq/articulo": "/pages/404.html", "/?list-type=2": "/pages/index.html",
	} {
		got := send(t, http.MethodGet, path, http.Header{"Cookie": {"session=1"}})
		if got.path != file || got.request.Get("Cookie") != "" {
			t.Errorf("%s: the engine received %s with %v, want %s", path, got.path, got.request, file)
		}
		policy := got.response.Get("Content-Security-Policy")
		if !strings.Contains(policy, "connect-src 'self' http://files.example;") || got.response.Get("X-Frame-Options") != "DENY" ||
			got.response.Get("Cross-Origin-Opener-Policy") != "same-origin" || !strings.Contains(got.response.Get("Permissions-Policy"), "camera=()") {
			t.Errorf("%s: the response has the headers %v", path, got.response)
		}
	}
	if got := send(t, http.MethodPost, "/", nil); got.status != http.StatusForbidden || got.path != "" {
		t.Errorf("a page was sent to: status %d, %s", got.status, got.path)
	}
}

// TestStatusOfUnknownPaths checks that the page for unknown paths is sent with its status, but not if the browser has stored it.
func TestStatusOfUnknownPaths(t *testing.T) {
	engine := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/pages/404.html" && r.Header.Get("If-None-Match") != "":
			w.Header().Set("X-Amz-Meta-Status", "404")
			w.WriteHeader(http.StatusNotModified)
		case r.URL.Path == "/pages/404.html":
			w.Header().Set("X-Amz-Meta-Status", "404")
		case r.URL.Path != "/pages/index.html":
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	defer engine.Close()
	template, err := os.ReadFile("../../infra/site.yaml")
	if err != nil {
		t.Fatal(err)
	}
	handler, err := New(template, Origins{Pages: engine.URL + "/pages", API: engine.URL})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path, stored string
		status       int
	}{
		{"/", "", http.StatusOK},
		{"/unknown", "", http.StatusNotFound},
		{"/unknown", `"etag"`, http.StatusNotModified},
		{"/missing.js", "", http.StatusNotFound},
	} {
		request := httptest.NewRequest(http.MethodGet, c.path, http.NoBody)
		request.Header.Set("If-None-Match", c.stored)
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		if recorder.Code != c.status || recorder.Header().Get("Content-Security-Policy") == "" {
			t.Errorf("%s: status %d, headers %v", c.path, recorder.Code, recorder.Header())
		}
	}
}

// TestRequestsToTheAPI checks that a request to the API has the proof, the viewer's address and the requested host, whatever the
// viewer sent in these headers.
func TestRequestsToTheAPI(t *testing.T) {
	forged := http.Header{"X-Viewer-Address": {"198.51.100.1"}, "X-Viewer-Host": {"evil.example"}, "X-Origin-Proof": {"guess"}, "Cookie": {"session=1"}}
	got := send(t, http.MethodPut, "/api/tickets/a%2Fb?page=2", forged)
	if got.path != "/stage/live/api/tickets/a%2Fb?page=2" {
		t.Errorf("the engine received %s", got.path)
	}
	for name, value := range map[string]string{
		"X-Viewer-Address": "192.0.2.7", "X-Viewer-Host": "desk.example", "X-Origin-Proof": "secret", "Cookie": "session=1",
	} {
		if got.request.Get(name) != value {
			t.Errorf("%s is %q, want %q", name, got.request.Get(name), value)
		}
	}
	if got.response.Get("Referrer-Policy") != "no-referrer" || got.response.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("the response has the headers %v", got.response)
	}
}
