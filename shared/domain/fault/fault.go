// Package fault holds the kinds of failure that a caller can be told of. Packages below the edge return them;
// only httpapi turns them into answers, so no domain rule knows a status code or a language.
package fault

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"mesa/shared/domain/locale"
)

// Kind names a kind of failure. Its text is the locale catalog's `problem.<kind>.title` and `.detail`.
type Kind string

// The kinds; httpapi has their status codes.
const (
	Invalid              Kind = "invalid"
	Malformed            Kind = "malformed"
	Unauthenticated      Kind = "unauthenticated"
	Credentials          Kind = "credentials"
	Locked               Kind = "locked"
	TooManyRequests      Kind = "too-many-requests"
	Forbidden            Kind = "forbidden"
	CrossSite            Kind = "cross-site"
	NotFound             Kind = "not-found"
	MethodNotAllowed     Kind = "method-not-allowed"
	Conflict             Kind = "conflict"
	Stale                Kind = "stale"
	Edited               Kind = "edited"
	Closed               Kind = "closed"
	Merged               Kind = "merged"
	Full                 Kind = "full"
	Idempotency          Kind = "idempotency"
	TooLarge             Kind = "too-large"
	UnsupportedMediaType Kind = "unsupported-media-type"
	Unavailable          Kind = "unavailable"
	Unexpected           Kind = "unexpected"
)

// Error is a failure that the caller is told of. Cause, if any, is logged and never sent.
type Error struct {
	Kind       Kind
	Fields     []Field
	RetryAfter time.Duration
	Cause      error
}

// Field says what is wrong with one field of the input, named as in the contract, dotted and indexed (`attachmentIds.2`).
type Field struct {
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

// Because returns a failure of a kind with what caused it, which is logged and not sent.
func Because(kind Kind, cause error) error { return &Error{Kind: kind, Cause: cause} }

// Wait returns a failure that goes away after some time, such as a lockout.
func Wait(kind Kind, after time.Duration) error { return &Error{Kind: kind, RetryAfter: after} }

// Is reports whether err is a failure of the kind.
func Is(err error, kind Kind) bool { return KindOf(err) == kind }

// KindOf returns the kind of err: Unexpected where it says none, and the empty kind for nil.
func KindOf(err error) Kind {
	if err == nil {
		return ""
	}
	if failure, ok := errors.AsType[*Error](err); ok {
		return failure.Kind
	}
	return Unexpected
}

// Fields collects what is wrong with an input, so that all of it is told at once.
type Fields []Field

// Add adds an error of a field: a text of the locale catalog and the values of its placeholders.
func (f *Fields) Add(name, key string, values ...locale.Value) {
	*f = append(*f, Field{Name: name, Message: locale.Say(key, values...)})
}

// Err returns an Invalid failure, or nil when nothing is wrong.
func (f Fields) Err() error {
	if len(f) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Fields: f}
}
