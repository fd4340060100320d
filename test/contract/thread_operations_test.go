//go:build stack

package contract

import (
	"net/http"
	"strings"
)

func tagsSuggested(s *scene) []request {
	return append(staffGets("/tags")(s),
		request{what: "by their beginning", by: s.agent, method: http.MethodGet, path: "/tags?q=si", want: http.StatusOK},
		request{what: "a long beginning", by: s.agent, method: http.MethodGet, path: "/tags?q=" + strings.Repeat("a", 81), want: http.StatusBadRequest, unfit: true},
		request{what: "no text", by: s.agent, method: http.MethodGet, path: "/tags?q=%00", want: http.StatusBadRequest},
	)
}
