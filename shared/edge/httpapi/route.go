package httpapi

import (
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"mesa/shared/domain/fault"
)

// routed serves the only route of the endpoint. http.ServeMux would redirect paths that contain «/..» or «//», but the contract
// has no redirects.
func routed(e Endpoint) http.Handler {
	routeParts := strings.Split(e.Path, "/")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		pathParts := strings.Split(r.URL.EscapedPath(), "/")
		switch {
		case !matches(r, routeParts, pathParts):
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
				writeProblem(w, r, inputFault(err))
			}
		}
	})
}

// maxParameter is the maximum length of a path parameter in bytes. It exceeds the length of every identifier and is below
// DynamoDB's limit for keys.
const maxParameter = 1000

// matches reports whether a path matches the route, and sets the request's path values.
func matches(r *http.Request, routeParts, pathParts []string) bool {
	if len(routeParts) != len(pathParts) {
		return false
	}
	for i, part := range routeParts {
		value, err := url.PathUnescape(pathParts[i])
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

// escaped returns a path escaped as in a URL. API Gateway passes paths unescaped. A path that is already escaped is not escaped
// again.
func escaped(path string) string {
	if unescaped, err := url.PathUnescape(path); err == nil {
		path = unescaped
	}
	return (&url.URL{Path: path}).EscapedPath()
}
