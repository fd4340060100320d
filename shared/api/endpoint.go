package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/oapi-codegen/runtime"
)

// Access specifies who may call an operation. It is the x-access of the contract.
type Access string

// The values of x-access. The caller of a public operation may be signed in.
const (
	AccessPublic     Access = "public"
	AccessPerson     Access = "person"
	AccessStaff      Access = "staff"
	AccessSupervisor Access = "supervisor"
	AccessAdmin      Access = "admin"
)

// Endpoint is an operation of the contract, bound to its use case.
type Endpoint struct {
	// Name is the operationId.
	Name string
	// Method and Path are the route. The names of path parameters are in braces.
	Method, Path string
	Access       Access
	// Session reports whether the contract allows the operation to read the caller's session.
	Session bool
	// Handle decodes a request and executes the use case. It returns a *ParamError, *BodyError or *ShapeError for a malformed
	// request. All other errors are those of the use case.
	Handle func(r *http.Request) (Write, error)
}

// Write writes a successful response.
type Write func(w http.ResponseWriter) error

// ParamError reports a missing or malformed parameter.
type ParamError struct {
	Name    string
	Missing bool
	Err     error
}

func (e *ParamError) Error() string { return fmt.Sprintf("parameter %s: %v", e.Name, e.Err) }

// Unwrap returns the cause.
func (e *ParamError) Unwrap() error { return e.Err }

// BodyError reports a body that is not valid JSON, is null, or has a field of the wrong type.
type BodyError struct{ Err error }

func (e *BodyError) Error() string { return "body: " + e.Err.Error() }

// Unwrap returns the cause.
func (e *BodyError) Unwrap() error { return e.Err }

var (
	errMissing = errors.New("missing")
	errNull    = errors.New("null")
)

func bindPath(r *http.Request, name, kind string, target any) error {
	err := runtime.BindStyledParameterWithOptions("simple", name, r.PathValue(name), target, runtime.BindStyledParameterOptions{
		ParamLocation: runtime.ParamLocationPath, Required: true, Type: kind, ValueIsUnescaped: true,
	})
	if err != nil {
		return &ParamError{Name: name, Err: err}
	}
	return nil
}

// query describes a query parameter.
type query struct {
	Name, Style, Type, Format string
	Explode, Required         bool
}

func bindQuery(r *http.Request, q query, target any) error {
	err := runtime.BindQueryParameterWithOptions(q.Style, q.Explode, q.Required, q.Name, r.URL.Query(), target,
		runtime.BindQueryParameterOptions{Type: q.Type, Format: q.Format})
	if err != nil {
		_, missing := errors.AsType[*runtime.RequiredParameterError](err)
		return &ParamError{Name: q.Name, Missing: missing, Err: err}
	}
	if at, ok := target.(**time.Time); ok && *at != nil && (*at).IsZero() { // BindQueryParameter accepts an empty value
		return &ParamError{Name: q.Name, Err: errors.New("empty time")}
	}
	return nil
}

// bindHeader binds a required header.
func bindHeader[T ~string](r *http.Request, name string, target *T) error {
	var given *T
	if err := bindOptionalHeader(r, name, &given); err != nil {
		return err
	}
	if given == nil {
		return &ParamError{Name: name, Missing: true, Err: errMissing}
	}
	*target = *given
	return nil
}

// bindOptionalHeader binds an optional header.
func bindOptionalHeader[T ~string](r *http.Request, name string, target **T) error {
	values := r.Header.Values(name)
	if len(values) > 1 {
		return &ParamError{Name: name, Err: fmt.Errorf("%d values", len(values))}
	}
	for _, value := range values {
		given := T(value)
		*target = &given
	}
	return nil
}

// decodeBody decodes a JSON body and validates it against the shape in the contract.
func decodeBody[T any](r *http.Request, expected *shape) (*T, error) {
	var raw json.RawMessage
	if err := runtime.BindJSONBody(r, &raw); err != nil {
		return nil, &BodyError{err}
	}
	var body T
	if err := json.Unmarshal(raw, &body); err != nil {
		return nil, &BodyError{err}
	}
	if err := expected.check(raw); err != nil {
		return nil, err
	}
	if isNull(raw) {
		return nil, &BodyError{errNull}
	}
	return &body, nil
}

func writeJSON(w http.ResponseWriter, status int, body any) error {
	var encoded bytes.Buffer
	if err := json.NewEncoder(&encoded).Encode(body); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, err := encoded.WriteTo(w)
	return err
}

func setHeader[T any](w http.ResponseWriter, name string, value *T) {
	if value != nil {
		w.Header().Set(name, fmt.Sprint(*value))
	}
}
