package running

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"sync"
	"testing"
	"time"

	"mesa/tools/stackfile"
)

// requestTimeout is long because some tests send all their requests concurrently and the emulator is slow.
const requestTimeout = time.Minute

// Visitor sends requests like a browser, with cookies and a preferred language.
type Visitor struct {
	stack    *Stack
	client   *http.Client
	language string
}

// Response is an HTTP response with its complete body.
type Response struct {
	Status int
	Header http.Header
	Body   []byte
}

// transport allows enough idle connections for tests with many concurrent requests.
var transport = &http.Transport{MaxIdleConnsPerHost: 64}

// Anonymous returns a visitor with a preferred language who is not signed in.
func (s *Stack) Anonymous(language string) *Visitor {
	jar, err := cookiejar.New(nil)
	if err != nil {
		panic(err) // New fails only on wrong options
	}
	return &Visitor{stack: s, language: language, client: &http.Client{
		Transport: transport, Jar: jar, Timeout: requestTimeout,
		CheckRedirect: useRedirect,
	}}
}

// useRedirect is a CheckRedirect that makes a redirect the response.
func useRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// WithTransport returns a copy of the visitor with a wrapped transport.
func (v *Visitor) WithTransport(wrap func(http.RoundTripper) http.RoundTripper) *Visitor {
	wrapped, client := *v, *v.client
	client.Transport = wrap(v.client.Transport)
	wrapped.client = &client
	return &wrapped
}

// WithLanguage returns a copy of the visitor with another preferred language.
func (v *Visitor) WithLanguage(language string) *Visitor {
	changed := *v
	changed.language = language
	return &changed
}

// signedIn maps each stack and user name to a func() (*Visitor, error).
var signedIn sync.Map

// SignedIn returns a signed-in visitor. All tests of the process share one session per person.
func (s *Stack) SignedIn(tb testing.TB, credentials stackfile.Credentials) *Visitor {
	tb.Helper()
	once, _ := signedIn.LoadOrStore(s.API+" "+credentials.Username, sync.OnceValues(func() (*Visitor, error) { return s.SignIn(credentials) }))
	visitor, err := once.(func() (*Visitor, error))()
	if err != nil {
		tb.Fatal(err)
	}
	return visitor
}

// SignIn returns a visitor with a new session.
func (s *Stack) SignIn(credentials stackfile.Credentials) (*Visitor, error) {
	visitor := s.Anonymous("es")
	response, err := visitor.Do(context.Background(), http.MethodPost, "/session", map[string]string{"username": credentials.Username, "password": credentials.Password})
	if err != nil {
		return nil, err
	}
	if response.Status != http.StatusOK {
		return nil, fmt.Errorf("%s cannot sign in: %d %s", credentials.Username, response.Status, response.Body)
	}
	return visitor, nil
}

// Cookie returns the visitor's session cookie, or nil.
func (v *Visitor) Cookie() *http.Cookie {
	site, err := url.Parse(v.stack.API)
	if err != nil {
		panic(err)
	}
	for _, cookie := range v.client.Jar.Cookies(site) {
		if cookie.Name == "session" {
			return cookie
		}
	}
	return nil
}

// Send sends one request to the API. headers are pairs of name and value. It fails the test if there is no response.
func (v *Visitor) Send(tb testing.TB, method, path string, body any, headers ...string) Response {
	tb.Helper()
	response, err := v.Do(tb.Context(), method, path, body, headers...)
	if err != nil {
		tb.Fatal(err)
	}
	return response
}

// Do sends one request to the API. A body of bytes is sent unchanged, any other body as JSON.
func (v *Visitor) Do(ctx context.Context, method, path string, body any, headers ...string) (Response, error) {
	var payload io.Reader = http.NoBody
	switch given := body.(type) {
	case nil:
	case []byte:
		payload = bytes.NewReader(given)
	default:
		encoded, err := json.Marshal(given)
		if err != nil {
			return Response{}, err
		}
		payload = bytes.NewReader(encoded)
	}
	request, err := http.NewRequestWithContext(ctx, method, v.stack.API+path, payload)
	if err != nil {
		return Response{}, err
	}
	if v.language != "" {
		request.Header.Set("Accept-Language", v.language)
	}
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	return exchange(v.client, request, headers)
}

// exchange sends a request with additional headers and reads the response.
func exchange(client *http.Client, request *http.Request, headers []string) (Response, error) {
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := client.Do(request)
	if err != nil {
		return Response{}, err
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	return Response{Status: response.StatusCode, Header: response.Header, Body: content}, err
}

// Get sends a GET request without cookies to a URL, which need not be of the API. headers are pairs of name and value. It does
// not follow redirects.
func Get(tb testing.TB, url string, headers ...string) Response {
	tb.Helper()
	request, err := http.NewRequestWithContext(tb.Context(), http.MethodGet, url, http.NoBody)
	if err != nil {
		tb.Fatal(err)
	}
	response, err := exchange(&http.Client{Timeout: requestTimeout, CheckRedirect: useRedirect}, request, headers)
	if err != nil {
		tb.Fatal(err)
	}
	return response
}

// Into decodes the JSON body into value. It fails the test unless the response has the status.
func (r Response) Into(tb testing.TB, status int, value any) {
	tb.Helper()
	r.Want(tb, status)
	if err := json.Unmarshal(r.Body, value); err != nil {
		tb.Fatalf("%v in %s", err, r.Body)
	}
}

// Want fails the test unless the response has a status.
func (r Response) Want(tb testing.TB, status int) {
	tb.Helper()
	if r.Status != status {
		tb.Fatalf("status %d, want %d: %s", r.Status, status, r.Body)
	}
}
