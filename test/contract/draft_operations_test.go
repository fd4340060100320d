//go:build stack

package contract

import (
	"net/http"
	"strings"

	"github.com/oklog/ulid/v2"
)

func newDraft() map[string]any {
	return map[string]any{"texts": map[string]any{"body": "<p>A medias</p>"}, "values": map[string]any{"began": 3}, "key": ulid.Make().String(), "device": ulid.Make().String()}
}

func saveDraftRequests(f *fixture) []request {
	const path = "/drafts/contrato.guardado"
	save := func(name string, by caller, path string, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: path, body: body, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	return append(malformedRequests(f.requester, http.MethodPut, path),
		save("valid", f.requester, path, newDraft(), http.StatusOK),
		save("on another device", f.requester, path, with(newDraft(), "attachmentIds", []string{f.uploadFile()}), http.StatusOK),
		save("values of 17 KB", f.requester, path, with(newDraft(), "values", map[string]any{"v": strings.Repeat("v", 17<<10)}), http.StatusBadRequest),
		save("a long text", f.requester, path, with(newDraft(), "texts", map[string]any{"body": strings.Repeat("t", 65537)}), http.StatusBadRequest),
		violating(save("no key", f.requester, path, with(newDraft(), "key", ""), http.StatusBadRequest)),
		violating(save("malformed purpose", f.requester, "/drafts/con%20espacio", newDraft(), http.StatusNotFound)),
		save("not signed in", f.newVisitor(), path, newDraft(), http.StatusUnauthorized),
	)
}

func getDraftRequests(f *fixture) []request {
	const path = "/drafts/contrato.leido"
	f.requester.Send(f.T, http.MethodPut, path, newDraft()).Want(f.T, http.StatusOK)
	get := func(name string, by caller, path string, want int) request {
		return request{name: name, by: by, method: http.MethodGet, path: path, want: want}
	}
	return []request{
		get("own", f.requester, path, http.StatusOK),
		get("another person's", f.agent, path, http.StatusNotFound),
		get("unknown id", f.requester, "/drafts/ninguno", http.StatusNotFound),
		get("not signed in", f.newVisitor(), path, http.StatusUnauthorized),
	}
}

func deleteDraftRequests(f *fixture) []request {
	const path = "/drafts/contrato.borrado"
	f.requester.Send(f.T, http.MethodPut, path, newDraft()).Want(f.T, http.StatusOK)
	remove := func(name string, by caller, path string, want int) request {
		return request{name: name, by: by, method: http.MethodDelete, path: path, want: want}
	}
	cross := remove("from another site", f.agent, path, http.StatusForbidden)
	cross.headers = []string{"Sec-Fetch-Site", "cross-site"}
	strange := remove("malformed purpose", f.requester, "/drafts/con%20espacio", http.StatusNotFound)
	strange.violation = true
	return []request{
		cross, strange,
		remove("own", f.requester, path, http.StatusNoContent),
		remove("repeated", f.requester, path, http.StatusNoContent),
		remove("not signed in", f.newVisitor(), path, http.StatusUnauthorized),
	}
}
