package httpapi

import (
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"mesa/shared/domain/fault"
)

// routed serves the endpoint's one route. net/http's own multiplexer redirects paths with «/..» or «//», which no operation of
// the contract does.
func routed(e Endpoint) http.Handler {
	wanted := strings.Split(e.Path, "/")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given := strings.Split(r.URL.EscapedPath(), "/")
		switch {
		case !matches(r, wanted, given):
			writeProblem(w, r, fault.New(fault.NotFound))
		case r.Method != e.Method:
			w.Header().Set("Allow", e.Method)
			writeProblem(w, r, fault.New(fault.MethodNotAllowed))
		default:
			write, err := e.Handle(r)
			if err == nil {
				err = write(w)
			}
			if err != nil {
				writeProblem(w, r, badInput(err))
			}
		}
	})
}

// maxParameter is the most that a parameter of a path may have, in bytes: more than any identifier has, and less than the table
// takes for a key.
const maxParameter = 1000

// matches compares a path part by part, and gives the request the values of its parameters.
func matches(r *http.Request, wanted, given []string) bool {
	if len(wanted) != len(given) {
		return false
	}
	for i, part := range wanted {
		value, err := url.PathUnescape(given[i])
		name, isParameter := strings.CutPrefix(part, "{")
		switch {
		case err != nil || value == "" && i > 0, len(value) > maxParameter, !utf8.ValidString(value):
			return false
		case isParameter:
			r.SetPathValue(strings.TrimSuffix(name, "}"), value)
		case value != part:
			return false
		}
	}
	return true
}

// escaped is a path as an address has it. The gateway says it as it was meant, with characters that no address may have.
func escaped(path string) string {
	if meant, err := url.PathUnescape(path); err == nil {
		path = meant
	}
	return (&url.URL{Path: path}).EscapedPath()
}
