// Package fault defines the kinds of failure that are reported to a caller. Domain rules, use cases and stores return failures.
// Only package httpapi converts them to responses, so all other packages are independent of status codes and languages.
package fault

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"mesa/shared/domain/locale"
)

// Kind is a kind of failure. Its texts are `problem.<kind>.title` and `.detail` in the message catalog.
type Kind string

// The kinds. Package httpapi maps them to status codes.
const (
	Invalid              Kind = "invalid"
	Malformed            Kind = "malformed"
	Unauthenticated      Kind = "unauthenticated"
	Credentials          Kind = "credentials"
	Locked               Kind = "locked"
	TooManyRequests      Kind = "too-many-requests"
	Quota                Kind = "quota"
	Forbidden            Kind = "forbidden"
	CrossSite            Kind = "cross-site"
	NotFound             Kind = "not-found"
	MethodNotAllowed     Kind = "method-not-allowed"
	Conflict             Kind = "conflict"
	Stale                Kind = "stale"
	Edited               Kind = "edited"
	Closed               Kind = "closed"
	Merged               Kind = "merged"
	NotMerged            Kind = "not-merged"
	UndoExpired          Kind = "undo-expired"
	LinkUsed             Kind = "link-used"
	LinkExpired          Kind = "link-expired"
	LaterMerge           Kind = "later-merge"
	Full                 Kind = "full"
	Idempotency          Kind = "idempotency"
	TooLarge             Kind = "too-large"
	UnsupportedMediaType Kind = "unsupported-media-type"
	Unavailable          Kind = "unavailable"
	Unexpected           Kind = "unexpected"
)

// Error is a failure that is reported to the caller. Cause, if set, is logged and never sent.
type Error struct {
	Kind       Kind
	Fields     []FieldError
	RetryAfter time.Duration
	Cause      error
}

// FieldError reports what is wrong with one field of the input. Name is the path of the field in the contract, with dots and
// indexes (`attachmentIds.2`).
type FieldError struct {
	Name    string
	Message locale.Message
}

func (e *Error) Error() string {
	var text strings.Builder
	text.WriteString(string(e.Kind))
	for _, field := range e.Fields {
		fmt.Fprintf(&text, " %s: %s;", field.Name, field.Message.Key)
	}
	if e.Cause != nil {
		text.WriteString(": " + e.Cause.Error())
	}
	return text.String()
}

func (e *Error) Unwrap() error { return e.Cause }

// New returns a failure of a kind.
func New(kind Kind) error { return &Error{Kind: kind} }

// WithCause returns a failure of a kind with its cause, which is logged and not sent.
func WithCause(kind Kind, cause error) error { return &Error{Kind: kind, Cause: cause} }

// WithRetryAfter returns a failure of a kind, such as Locked. The caller may retry when the given time has passed.
func WithRetryAfter(kind Kind, after time.Duration) error {
	return &Error{Kind: kind, RetryAfter: after}
}

// Is reports whether err is a failure of the kind.
func Is(err error, kind Kind) bool { return KindOf(err) == kind }

// KindOf returns the kind of err: Unexpected if err is not an *Error, and the empty kind for nil.
func KindOf(err error) Kind {
	if err == nil {
		return ""
	}
	if failure, ok := errors.AsType[*Error](err); ok {
		return failure.Kind
	}
	return Unexpected
}

// FieldErrors collects all field errors of an input, so that one response reports them together.
type FieldErrors []FieldError

// Add appends a field error: a key of the message catalog and the values of its placeholders.
func (f *FieldErrors) Add(name, key string, values ...locale.Value) {
	*f = append(*f, FieldError{Name: name, Message: locale.NewMessage(key, values...)})
}

// Err returns an Invalid failure with the collected field errors, or nil if there are none.
func (f FieldErrors) Err() error {
	if len(f) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Fields: f}
}
