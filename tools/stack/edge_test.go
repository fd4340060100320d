package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

func TestViewerCachesImmutableFiles(t *testing.T) {
	calls := map[string]int{}
	engine := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		calls[r.Method+" "+r.URL.Path]++
		if r.Host != "site.test" {
			t.Errorf("the Host header is %q", r.Host)
		}
		w.Header().Set("Content-Type", "text/javascript")
		switch r.URL.Path {
		case "/assets/a.js":
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		case "/assets/missing.js":
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			w.WriteHeader(http.StatusNotFound)
		default:
			w.Header().Set("Cache-Control", "no-cache")
		}
		_, _ = io.WriteString(w, "content of "+r.URL.Path)
	}))
	t.Cleanup(engine.Close)
	at, err := url.Parse(engine.URL)
	if err != nil {
		t.Fatal(err)
	}
	front := httptest.NewServer(viewer(at, "site.test"))
	t.Cleanup(front.Close)

	for _, c := range []struct {
		path, requestHeader, value string
		status, want               int
	}{
		{path: "/assets/a.js", status: http.StatusOK, want: 1},
		{path: "/assets/a.js", requestHeader: "Range", value: "bytes=0-3", status: http.StatusOK, want: 4}, // 1 and the 3 with Range
		{path: "/assets/missing.js", status: http.StatusNotFound, want: 3},
		{path: "/index.html", status: http.StatusOK, want: 3},
	} {
		for range 3 {
			request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, front.URL+c.path, http.NoBody)
			if err != nil {
				t.Fatal(err)
			}
			if c.requestHeader != "" {
				request.Header.Set(c.requestHeader, c.value)
			}
			response, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(response.Body)
			_ = response.Body.Close()
			if err != nil || string(body) != "content of "+c.path || response.StatusCode != c.status || response.Header.Get("Content-Type") != "text/javascript" {
				t.Errorf("%s: got %d %q %v, error %v", c.path, response.StatusCode, body, response.Header, err)
			}
		}
		if got := calls["GET "+c.path]; got != c.want {
			t.Errorf("%s %s: the engine got %d requests, want %d", c.path, c.requestHeader, got, c.want)
		}
	}
}
