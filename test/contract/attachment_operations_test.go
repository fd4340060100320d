//go:build stack

package contract

import (
	"net/http"
	"strings"

	"github.com/oklog/ulid/v2"
)

func createAttachmentRequests(f *fixture) []request {
	file := map[string]any{"filename": "acuse de envío.pdf", "size": 1024, "contentType": "application/pdf"}
	announce := func(name string, body map[string]any, want int) request {
		return request{name: name, by: f.requester, method: http.MethodPost, path: "/attachments", body: body, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	spender, _, _ := f.newSpender()
	return append(malformedRequests(f.requester, http.MethodPost, "/attachments"),
		request{name: "over the quota", by: spender, method: http.MethodPost, path: "/attachments", body: file, want: http.StatusTooManyRequests},
		announce("valid", file, http.StatusCreated),
		announce("too large", with(file, "size", 26<<20), http.StatusBadRequest),
		announce("forbidden type", with(file, "contentType", "text/html"), http.StatusBadRequest),
		violating(announce("empty", with(file, "size", 0), http.StatusBadRequest)),
		violating(announce("size as text", with(file, "size", "1024"), http.StatusBadRequest)),
		violating(announce("no name", with(file, "filename", ""), http.StatusBadRequest)),
		announce("a long name, which is shortened", with(file, "filename", strings.Repeat("n", 201)), http.StatusCreated),
		violating(announce("a name that is too long", with(file, "filename", strings.Repeat("n", 1001)), http.StatusBadRequest)),
		request{name: "not signed in", by: f.newVisitor(), method: http.MethodPost, path: "/attachments", body: file, want: http.StatusUnauthorized},
	)
}

func getAttachmentRequests(f *fixture) []request {
	path := "/attachments/" + f.uploadedFile
	withFile := request{
		name: "a ticket with the file", by: f.requester, method: http.MethodPost, path: "/tickets", want: http.StatusCreated,
		body: with(newTicket(), "attachmentIds", []string{f.uploadedFile}), headers: []string{"Idempotency-Key", ulid.Make().String()},
	}
	other, _ := f.newRequester()
	return []request{
		withFile,
		{name: "own", by: f.requester, method: http.MethodGet, path: path, want: http.StatusFound},
		{name: "as staff", by: f.agent, method: http.MethodGet, path: path, want: http.StatusFound},
		{name: "another requester's", by: other, method: http.MethodGet, path: path, want: http.StatusNotFound},
		{name: "unknown id", by: f.requester, method: http.MethodGet, path: "/attachments/" + ulid.Make().String(), want: http.StatusNotFound},
		{name: "too long", by: f.requester, method: http.MethodGet, path: "/attachments/" + strings.Repeat("9", 65), want: http.StatusNotFound, violation: true},
		{name: "not signed in", by: f.newVisitor(), method: http.MethodGet, path: path, want: http.StatusUnauthorized},
	}
}
