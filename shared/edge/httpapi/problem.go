package httpapi

import (
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/edge/invocation"
)

// statusOf maps kinds of failure to status codes.
var statusOf = map[fault.Kind]int{
	fault.Invalid:              http.StatusBadRequest,
	fault.Malformed:            http.StatusBadRequest,
	fault.Unauthenticated:      http.StatusUnauthorized,
	fault.Credentials:          http.StatusUnauthorized,
	fault.Locked:               http.StatusTooManyRequests,
	fault.TooManyRequests:      http.StatusTooManyRequests,
	fault.Quota:                http.StatusTooManyRequests,
	fault.Forbidden:            http.StatusForbidden,
	fault.CrossSite:            http.StatusForbidden,
	fault.NotFound:             http.StatusNotFound,
	fault.MethodNotAllowed:     http.StatusMethodNotAllowed,
	fault.Conflict:             http.StatusConflict,
	fault.Stale:                http.StatusConflict,
	fault.Edited:               http.StatusConflict,
	fault.Closed:               http.StatusConflict,
	fault.Merged:               http.StatusConflict,
	fault.NotMerged:            http.StatusConflict,
	fault.UndoExpired:          http.StatusConflict,
	fault.LinkUsed:             http.StatusGone,
	fault.LinkExpired:          http.StatusGone,
	fault.LaterMerge:           http.StatusConflict,
	fault.Full:                 http.StatusConflict,
	fault.Idempotency:          http.StatusConflict,
	fault.TooLarge:             http.StatusRequestEntityTooLarge,
	fault.UnsupportedMediaType: http.StatusUnsupportedMediaType,
	fault.Unavailable:          http.StatusServiceUnavailable,
	fault.Unexpected:           http.StatusInternalServerError,
}

// Explained is an error that adds members to the problem document, such as the changes since a version.
type Explained interface {
	error
	Explain(*api.Problem)
}

// writeProblem writes an error as an RFC 9457 problem document in the caller's language. The cause is logged and never sent.
func writeProblem(w http.ResponseWriter, r *http.Request, err error) {
	recordError(r, err)
	kind := fault.KindOf(err)
	status, known := statusOf[kind]
	if !known {
		kind, status = fault.Unexpected, http.StatusInternalServerError
	}
	language := caller.From(r.Context()).ResponseLanguage
	problem := api.Problem{
		Type:   "urn:mesa:problem:" + string(kind),
		Title:  locale.ProblemTitle(language, string(kind)),
		Status: status,
	}
	if id := invocation.RequestID(r.Context()); id != "" {
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
		if names := fieldNames(failure.Fields, language); names != "" {
			detail = locale.InvalidFields(language, names)
		}
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
	_ = json.NewEncoder(w).Encode(problem) // this fails only if the client has disconnected
}

func fieldErrors(fields []fault.FieldError, language locale.Language) []api.FieldError {
	problems := make([]api.FieldError, 0, len(fields))
	for _, field := range fields {
		problems = append(problems, api.FieldError{Field: field.Name, Message: field.Message.In(language)})
	}
	return problems
}

// fieldNames returns the names of the invalid fields in a language, separated by commas. Of a nested field it returns the name of
// the outermost field. It omits fields without a name, such as query parameters.
func fieldNames(fields []fault.FieldError, language locale.Language) string {
	var names []string
	for _, field := range fields {
		outermost, _, _ := strings.Cut(field.Name, ".")
		if name := locale.FieldName(language, outermost); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// seconds rounds a duration up to whole seconds, so that a client that waits this long is accepted.
func seconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }
