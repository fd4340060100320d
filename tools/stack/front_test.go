package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

// TestFrontComparesOriginsAsCloudFrontDoes sends writes of browsers without Sec-Fetch-Site, such as Safari before 16.4, through the
// front. The engine stands for CloudFront, whose function copies the host, and for the API, which compares the origin with it.
func TestFrontComparesOriginsAsCloudFrontDoes(t *testing.T) {
	const distribution = "d1234.cloudfront.net"
	engine := httptest.NewServer(http.NewCrossOriginProtection().Handler(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})))
	defer engine.Close()
	target, err := url.Parse(engine.URL)
	if err != nil {
		t.Fatal(err)
	}
	front := httptest.NewServer(viewer(target, distribution))
	defer front.Close()
	for origin, want := range map[string]int{
		front.URL:                   http.StatusOK,
		"":                          http.StatusOK, // not a browser
		"http://evil.example":       http.StatusForbidden,
		"null":                      http.StatusForbidden,
		"http://" + distribution:    http.StatusForbidden,
		front.URL + ".evil.example": http.StatusForbidden,
		"http://localhost:1":        http.StatusForbidden,
	} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, front.URL+"/api/session", http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		if origin != "" {
			request.Header.Set("Origin", origin)
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if response.StatusCode != want {
			t.Errorf("origin %q: %d, want %d", origin, response.StatusCode, want)
		}
	}
}
