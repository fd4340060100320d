package wiringtest

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring"
)

// Stack starts the functions of the stack on a test's table and calls them.
type Stack struct {
	testing.TB
	Table storetest.Table
	// Parts holds the parts of the functions, without the stores.
	Parts wiring.Parts
	// Warm makes functions use the stores of Table and their caches, as functions that have run before. Otherwise each function
	// starts with empty caches.
	Warm bool
	// BeforeCall, if set, is called before each permitted call of a function to the table. If it returns an error, the call
	// fails with this error. Functions make calls concurrently.
	BeforeCall tabletest.Observer
	// OnInvocation, if set, is called when a function is invoked, with the meter of the invocation.
	OnInvocation func(function string, meter *observe.Meter)
	// Timeout is the timeout of each invocation. 0 means none.
	Timeout time.Duration
	cookies map[string]string
}

// SignIn adds people and signs them in. Requests by these people contain the cookie of their session.
func (s *Stack) SignIn(people ...account.Person) {
	s.Helper()
	for _, person := range people {
		s.SetCookie(person, s.Table.SignIn(s.TB, person))
	}
}

// SetCookie sets the session cookie of a person's requests.
func (s *Stack) SetCookie(person account.Person, cookie string) {
	if s.cookies == nil {
		s.cookies = map[string]string{}
	}
	s.cookies[person.ID] = cookie
}

// Function is a running function. Its caches last from one call to the next.
type Function struct {
	*Stack
	wiring.Function
	parts wiring.Parts
}

// Start starts a function.
func (s *Stack) Start(name string) Function {
	s.Helper()
	parts := s.Parts
	if parts.Stores = s.Table.Stores; !s.Warm {
		parts.Stores = s.Table.Reopen()
	}
	function := wiring.Find(name)
	return Function{s, function, partsOf(function, parts)}
}

// partsOf returns the parts that a function has in production: those that its environment configures, those that its artifact
// links, and those that every function has.
func partsOf(function wiring.Function, all wiring.Parts) wiring.Parts {
	parts := wiring.Parts{Clock: all.Clock, Hasher: all.Hasher, Passwords: all.Passwords}
	background := function.Artifact == wiring.BackgroundArtifact
	if background {
		parts.Mailer = all.Mailer
	}
	if function.Artifact == wiring.TextArtifact {
		parts.Sanitizer = sanitize.HTML{}
	}
	for _, variable := range function.Environment {
		switch variable {
		case wiring.TableName:
			parts.Stores = all.Stores
		case wiring.AttachmentsBucket:
			parts.Files = all.Files
		case wiring.MailQueueURL:
			if parts.MailQueueURL = all.MailQueueURL; background {
				parts.MailQueue = all.MailQueue
			}
		case wiring.CookieSecure:
			parts.InsecureCookies = all.InsecureCookies
		case wiring.OriginProof:
			parts.OriginProofs = all.OriginProofs
		case wiring.MailFrom:
			parts.MailFrom = all.MailFrom
		case wiring.SiteURL:
			parts.SiteURL = all.SiteURL
		case wiring.Operation, wiring.SettingsCache: // configure no part
		}
	}
	return parts
}

// context returns the context of one call of the function, and the meter of the call.
func (f Function) context() (context.Context, *observe.Meter) {
	ctx := f.Context()
	if f.Stack.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, f.Stack.Timeout)
		f.Cleanup(cancel)
	}
	ctx, meter := observe.WithNewMeter(granted(ctx, f.TB, f.Function, f.BeforeCall))
	if f.OnInvocation != nil {
		f.OnInvocation(f.Name, meter)
	}
	return ctx, meter
}

// Response is a response to a request, and the cost of the request including the session lookup.
type Response struct {
	*httptest.ResponseRecorder
	Cost observe.Cost
}

// Request starts an operation's function and sends it a request; see Function.Request.
func (s *Stack) Request(operation string, by account.Person, path string, body any, headers ...string) Response {
	s.Helper()
	return s.Start(operation).Request(by, path, body, headers...)
}

// Request sends a request. The path is the part after /api. The body is sent as JSON; nil is no body, and a string is sent
// unchanged. Headers are pairs of name and value.
func (f Function) Request(by account.Person, path string, body any, headers ...string) Response {
	f.Helper()
	var sent []byte
	if raw, ok := body.(string); ok {
		sent = []byte(raw)
	} else if body != nil {
		var err error
		if sent, err = json.Marshal(body); err != nil {
			f.Fatal(err)
		}
	}
	ctx, meter := f.context()
	request := httptest.NewRequestWithContext(ctx, f.Endpoint.Method, "/api"+path, bytes.NewReader(sent))
	request.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	if cookie := f.cookies[by.ID]; cookie != "" {
		request.AddCookie(&http.Cookie{Name: f.parts.Cookies().Name(httpapi.SessionCookie), Value: cookie})
	}
	recorder := httptest.NewRecorder()
	f.HTTP(f.parts).ServeHTTP(recorder, request)
	return Response{recorder, meter.Cost()}
}

// Decode returns the body of a successful response, or the problem of the response as an error. An empty body is the zero
// value.
func Decode[T any](r Response) (T, error) {
	var body T
	if err := r.Err(); err != nil || r.Body.Len() == 0 {
		return body, err
	}
	err := json.Unmarshal(r.Body.Bytes(), &body)
	return body, err
}

const problemPrefix = "urn:mesa:problem:"

// Problem is the problem document of a response, as an error. It wraps a *fault.Error of the same kind, whose fields have names
// and no messages.
type Problem struct {
	api.Problem
	fault fault.Error
}

func (p *Problem) Error() string { return p.fault.Error() }

// Unwrap returns the *fault.Error.
func (p *Problem) Unwrap() error { return &p.fault }

// Err returns the *Problem of the response, or nil if the request succeeded.
func (r Response) Err() error {
	if r.Code < http.StatusBadRequest {
		return nil
	}
	var p Problem
	if err := json.Unmarshal(r.Body.Bytes(), &p.Problem); err != nil {
		return err
	}
	p.fault.Kind = fault.Kind(strings.TrimPrefix(p.Type, problemPrefix))
	if p.Errors != nil {
		for _, field := range *p.Errors {
			p.fault.Fields = append(p.fault.Fields, fault.FieldError{Name: field.Field})
		}
	}
	if seconds, err := strconv.Atoi(r.Header().Get("Retry-After")); err == nil {
		p.fault.RetryAfter = time.Duration(seconds) * time.Second
	}
	return &p
}
