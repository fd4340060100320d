package httpapi

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// statusOf is the one table from kinds of failure to status codes.
var statusOf = map[fault.Kind]int{
	fault.Invalid:              http.StatusBadRequest,
	fault.Malformed:            http.StatusBadRequest,
	fault.Unauthenticated:      http.StatusUnauthorized,
	fault.Credentials:          http.StatusUnauthorized,
	fault.Locked:               http.StatusTooManyRequests,
	fault.TooManyRequests:      http.StatusTooManyRequests,
	fault.Forbidden:            http.StatusForbidden,
	fault.CrossSite:            http.StatusForbidden,
	fault.NotFound:             http.StatusNotFound,
	fault.MethodNotAllowed:     http.StatusMethodNotAllowed,
	fault.Conflict:             http.StatusConflict,
	fault.Stale:                http.StatusConflict,
	fault.Edited:               http.StatusConflict,
	fault.Closed:               http.StatusConflict,
	fault.Merged:               http.StatusConflict,
	fault.Full:                 http.StatusConflict,
	fault.Idempotency:          http.StatusConflict,
	fault.TooLarge:             http.StatusRequestEntityTooLarge,
	fault.UnsupportedMediaType: http.StatusUnsupportedMediaType,
	fault.Unavailable:          http.StatusServiceUnavailable,
	fault.Unexpected:           http.StatusInternalServerError,
}

// Explained is a failure that adds members of its own to the problem document, such as what changed meanwhile.
type Explained interface {
	error
	Explain(*api.Problem)
}

// writeProblem answers with the RFC 9457 document of a failure, in the caller's language. What caused it is only logged.
func writeProblem(w http.ResponseWriter, r *http.Request, err error) {
	failed(r, err)
	kind := fault.KindOf(err)
	status, known := statusOf[kind]
	if !known {
		kind, status = fault.Unexpected, http.StatusInternalServerError
	}
	language := caller.From(r.Context()).Speaks
	problem := api.Problem{
		Type:   "urn:mesa:problem:" + string(kind),
		Title:  locale.ProblemTitle(language, string(kind)),
		Status: status,
	}
	if id := requestID(r.Context()); id != "" {
		problem.RequestId = &id
	}
	if failure, ok := errors.AsType[*fault.Error](err); ok {
		if failure.RetryAfter > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(seconds(failure.RetryAfter)))
		}
		if fields := fieldErrors(failure.Fields, language); len(fields) > 0 {
			problem.Errors = &fields
		}
		detail := locale.ProblemDetail(language, string(kind), locale.With("count", seconds(failure.RetryAfter)))
		problem.Detail = &detail
	} else {
		detail := locale.ProblemDetail(language, string(kind))
		problem.Detail = &detail
	}
	if explained, ok := errors.AsType[Explained](err); ok {
		explained.Explain(&problem)
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(problem) // the answer is gone if this fails; there is nobody left to tell
}

func fieldErrors(fields []fault.Field, language locale.Language) []api.FieldError {
	told := make([]api.FieldError, 0, len(fields))
	for _, field := range fields {
		told = append(told, api.FieldError{Field: field.Name, Message: field.Message.In(language)})
	}
	return told
}

// seconds rounds up: who waits as long as they were told must not be refused again.
func seconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }
