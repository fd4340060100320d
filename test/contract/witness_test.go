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

// witness validates every request and response against the contract, and records which responses of each operation it has seen.
// The contract's "default" responses document unexpected errors for clients; a test must not cause them.
type witness struct {
	t      *testing.T
	router routers.Router

	mu   sync.Mutex
	seen map[string]map[int]bool
}

func newWitness(t *testing.T, stack *running.Stack) *witness {
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
	return &witness{t: t, router: router, seen: map[string]map[int]bool{}}
}

// unfit is the context key that marks requests that violate the contract.
type unfit struct{}

// over returns the visitor with a transport that passes every request and response to the witness.
func (w *witness) over(v *running.Visitor) *running.Visitor {
	return v.WithTransport(func(next http.RoundTripper) http.RoundTripper { return watched{w, next} })
}

type watched struct {
	*witness
	next http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (w watched) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	response, err := w.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	response.Body = io.NopCloser(bytes.NewReader(answer))
	again := r.Clone(r.Context())
	again.Body = io.NopCloser(bytes.NewReader(body))
	if err := w.check(again, response, answer); err != nil {
		w.t.Errorf("%s %s → %d: %v\n%s", r.Method, r.URL.Path, response.StatusCode, err, short(answer))
	}
	return response, nil
}

func (w *witness) check(r *http.Request, response *http.Response, answer []byte) error {
	route, params, err := w.router.FindRoute(r)
	if err != nil {
		return fmt.Errorf("no operation of the contract: %w", err)
	}
	w.mu.Lock()
	if w.seen[route.Operation.OperationID] == nil {
		w.seen[route.Operation.OperationID] = map[int]bool{}
	}
	w.seen[route.Operation.OperationID][response.StatusCode] = true
	w.mu.Unlock()
	input := &openapi3filter.RequestValidationInput{
		Request: r, PathParams: params, Route: route,
		Options: &openapi3filter.Options{MultiError: true, AuthenticationFunc: openapi3filter.NoopAuthenticationFunc, IncludeResponseStatus: true},
	}
	fits := openapi3filter.ValidateRequest(r.Context(), input)
	_, isUnfit := r.Context().Value(unfit{}).(bool)
	switch {
	case fits == nil && isUnfit:
		return fmt.Errorf("the contract allows this request")
	case fits != nil && !isUnfit:
		return fmt.Errorf("the contract forbids this request: %w", fits)
	case fits != nil && response.StatusCode < http.StatusBadRequest:
		return fmt.Errorf("taken, though the contract forbids it: %w", fits)
	}
	output := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: input, Status: response.StatusCode, Header: response.Header, Options: input.Options,
	}
	output.SetBodyBytes(answer)
	return openapi3filter.ValidateResponse(r.Context(), output)
}

func (w *witness) saw(operation string, status int) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.seen[operation][status]
}

// forbidden returns a context that marks a request as violating the contract.
func forbidden(ctx context.Context) context.Context { return context.WithValue(ctx, unfit{}, true) }

func short(text []byte) string {
	if len(text) > 600 {
		return string(text[:600]) + "…"
	}
	return string(text)
}
