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
)

// answerWithin bounds one request: all of them come at once in some tests, and the emulator takes its time.
const answerWithin = time.Minute

// Visitor makes requests as one browser does: with its cookies and its language.
type Visitor struct {
	stack    *Stack
	client   *http.Client
	language string
}

// Answer is what came back.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// transport keeps as many connections as a test may need.
var transport = &http.Transport{MaxIdleConnsPerHost: 64}

// Visit returns a visitor who has not signed in and prefers a language.
func (s *Stack) Visit(language string) *Visitor {
	jar, err := cookiejar.New(nil)
	if err != nil {
		panic(err) // it fails on options alone
	}
	return &Visitor{stack: s, language: language, client: &http.Client{
		Transport: transport, Jar: jar, Timeout: answerWithin,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// Over returns the visitor with what carries its requests replaced by what wrap makes of it.
func (v *Visitor) Over(wrap func(http.RoundTripper) http.RoundTripper) *Visitor {
	over, client := *v, *v.client
	client.Transport = wrap(v.client.Transport)
	over.client = &client
	return &over
}

// In returns the visitor, as one who prefers a language.
func (v *Visitor) In(language string) *Visitor {
	in := *v
	in.language = language
	return &in
}

var signedIn sync.Map // of func() (*Visitor, error) by stack and user name

// SignedIn returns a visitor who has signed in; the same session for all tests of the process that ask for the person.
func (s *Stack) SignedIn(tb testing.TB, who SignIn) *Visitor {
	tb.Helper()
	once, _ := signedIn.LoadOrStore(s.API+" "+who.Username, sync.OnceValues(func() (*Visitor, error) { return s.Begin(who) }))
	visitor, err := once.(func() (*Visitor, error))()
	if err != nil {
		tb.Fatal(err)
	}
	return visitor
}

// Begin signs in anew.
func (s *Stack) Begin(who SignIn) (*Visitor, error) {
	visitor := s.Visit("es")
	answer, err := visitor.Do(context.Background(), http.MethodPost, "/session", map[string]string{"username": who.Username, "password": who.Password})
	if err != nil {
		return nil, err
	}
	if answer.Status != http.StatusOK {
		return nil, fmt.Errorf("%s cannot sign in: %d %s", who.Username, answer.Status, answer.Body)
	}
	return visitor, nil
}

// Cookie is the visitor's session, as it is sent.
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

// Send makes one request of the API, with headers as pairs of name and value, and fails the test when none comes back.
func (v *Visitor) Send(tb testing.TB, method, path string, body any, headers ...string) Answer {
	tb.Helper()
	answer, err := v.Do(tb.Context(), method, path, body, headers...)
	if err != nil {
		tb.Fatal(err)
	}
	return answer
}

// Do makes one request of the API. A body that is bytes goes as it is, anything else as JSON.
func (v *Visitor) Do(ctx context.Context, method, path string, body any, headers ...string) (Answer, error) {
	var content io.Reader = http.NoBody
	switch given := body.(type) {
	case nil:
	case []byte:
		content = bytes.NewReader(given)
	default:
		written, err := json.Marshal(given)
		if err != nil {
			return Answer{}, err
		}
		content = bytes.NewReader(written)
	}
	request, err := http.NewRequestWithContext(ctx, method, v.stack.API+path, content)
	if err != nil {
		return Answer{}, err
	}
	if v.language != "" {
		request.Header.Set("Accept-Language", v.language)
	}
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := v.client.Do(request)
	if err != nil {
		return Answer{}, err
	}
	defer response.Body.Close()
	told, err := io.ReadAll(response.Body)
	return Answer{Status: response.StatusCode, Header: response.Header, Body: told}, err
}

// Into requires a status and reads the answer.
func (a Answer) Into(tb testing.TB, status int, value any) {
	tb.Helper()
	a.Want(tb, status)
	if err := json.Unmarshal(a.Body, value); err != nil {
		tb.Fatalf("%v in %s", err, a.Body)
	}
}

// Want requires a status.
func (a Answer) Want(tb testing.TB, status int) {
	tb.Helper()
	if a.Status != status {
		tb.Fatalf("%d %s, should be %d", a.Status, a.Body, status)
	}
}
