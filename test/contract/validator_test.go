//go:build stack

package contract

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"

	"mesa/test/running"
)

// validator validates every request and response against the contract, and records which responses of each operation it has seen.
// The contract's "default" responses document unexpected errors for clients; a test must not cause them.
type validator struct {
	t      *testing.T
	router routers.Router

	mu   sync.Mutex
	seen map[string]map[int]bool
}

func newValidator(t *testing.T, stack *running.Stack) *validator {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromFile(filepath.Join(root, "shared/api/openapi.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range doc.Paths.Map() {
		for _, op := range item.Operations() {
			op.Responses.Delete("default")
		}
	}
	doc.Servers = openapi3.Servers{{URL: stack.API}}
	router, err := legacy.NewRouter(doc)
	if err != nil {
		t.Fatal(err)
	}
	return &validator{t: t, router: router, seen: map[string]map[int]bool{}}
}

// violation is the context key that marks requests that violate the contract.
type violation struct{}

// observe returns the visitor with a transport that passes every request and response to the validator.
func (v *validator) observe(visitor *running.Visitor) *running.Visitor {
	return visitor.WithTransport(func(next http.RoundTripper) http.RoundTripper { return observedTransport{v, next} })
}

// observedTransport passes every request and response to the validator.
type observedTransport struct {
	*validator
	next http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (t observedTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	response, err := t.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	response.Body = io.NopCloser(bytes.NewReader(content))
	sent := r.Clone(r.Context())
	sent.Body = io.NopCloser(bytes.NewReader(body))
	if err := t.check(sent, response, content); err != nil {
		t.t.Errorf("%s %s → %d: %v\n%s", r.Method, r.URL.Path, response.StatusCode, err, shortened(content))
	}
	return response, nil
}

func (v *validator) check(r *http.Request, response *http.Response, content []byte) error {
	route, params, err := v.router.FindRoute(r)
	if err != nil {
		return fmt.Errorf("no operation of the contract: %w", err)
	}
	v.mu.Lock()
	if v.seen[route.Operation.OperationID] == nil {
		v.seen[route.Operation.OperationID] = map[int]bool{}
	}
	v.seen[route.Operation.OperationID][response.StatusCode] = true
	v.mu.Unlock()
	input := &openapi3filter.RequestValidationInput{
		Request: r, PathParams: params, Route: route,
		Options: &openapi3filter.Options{MultiError: true, AuthenticationFunc: openapi3filter.NoopAuthenticationFunc, IncludeResponseStatus: true},
	}
	invalid := openapi3filter.ValidateRequest(r.Context(), input)
	_, expected := r.Context().Value(violation{}).(bool)
	switch {
	case invalid == nil && expected:
		return fmt.Errorf("the contract allows this request")
	case invalid != nil && !expected:
		return fmt.Errorf("the contract forbids this request: %w", invalid)
	case invalid != nil && response.StatusCode < http.StatusBadRequest:
		return fmt.Errorf("accepted although the contract forbids it: %w", invalid)
	}
	output := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: input, Status: response.StatusCode, Header: response.Header, Options: input.Options,
	}
	output.SetBodyBytes(content)
	return openapi3filter.ValidateResponse(r.Context(), output)
}

func (v *validator) hasSeen(operation string, status int) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.seen[operation][status]
}

// withViolation returns a context that marks a request as violating the contract.
func withViolation(ctx context.Context) context.Context {
	return context.WithValue(ctx, violation{}, true)
}

func shortened(text []byte) string {
	if len(text) > 600 {
		return string(text[:600]) + "…"
	}
	return string(text)
}
