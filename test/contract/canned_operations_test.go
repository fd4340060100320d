//go:build stack

package contract

import (
	"net/http"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
)

func newCannedResponse() map[string]any {
	return map[string]any{"title": "Acuse", "language": "es", "body": "<p>Hola, {{solicitante}}:</p>", "topicIds": []string{"portal-obligaciones"}}
}

func createCannedResponseRequests(f *fixture) []request {
	const path = "/canned-responses"
	key := func() []string { return []string{"Idempotency-Key", ulid.Make().String()} }
	once := key()
	create := func(name string, by caller, body map[string]any, headers []string, want int) request {
		return request{name: name, by: by, method: http.MethodPost, path: path, body: body, headers: headers, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	own := with(newCannedResponse(), "shared", false)
	return append(malformedRequests(f.agent, http.MethodPost, path, key()...),
		create("own", f.agent, own, once, http.StatusCreated),
		create("repeated request", f.agent, own, once, http.StatusCreated),
		create("same key, other content", f.agent, with(own, "title", "Otra"), once, http.StatusConflict),
		create("shared by an administrator", f.admin, with(own, "shared", true), key(), http.StatusCreated),
		create("shared by an agent", f.agent, with(own, "shared", true), key(), http.StatusForbidden),
		create("unknown variable", f.agent, with(own, "body", "<p>{{clave}}</p>"), key(), http.StatusBadRequest),
		create("unknown topic", f.agent, with(own, "topicIds", []string{"no-hay"}), key(), http.StatusBadRequest),
		violating(create("no title", f.agent, with(own, "title", ""), key(), http.StatusBadRequest)),
		violating(create("in French", f.agent, with(own, "language", "fr"), key(), http.StatusBadRequest)),
		violating(create("no key", f.agent, own, nil, http.StatusBadRequest)),
		create("a requester", f.requester, own, key(), http.StatusForbidden),
		create("not signed in", f.newVisitor(), own, key(), http.StatusUnauthorized),
	)
}

// createCannedResponse creates a personal canned response of the agent and returns its identifier.
func (f *fixture) createCannedResponse() string {
	var created api.CannedResponse
	f.agent.Send(f.T, http.MethodPost, "/canned-responses", with(newCannedResponse(), "shared", false), "Idempotency-Key", ulid.Make().String()).
		Into(f.T, http.StatusCreated, &created)
	return created.Id
}

func updateCannedResponseRequests(f *fixture) []request {
	path := "/canned-responses/" + f.createCannedResponse()
	change := func(name string, by caller, path string, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: path, body: body, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	first := with(newCannedResponse(), "version", 1)
	return append(malformedRequests(f.agent, http.MethodPut, path),
		change("its title", f.agent, path, with(first, "title", "Acuse de recibo"), http.StatusOK),
		change("old version", f.agent, path, with(first, "title", "A destiempo"), http.StatusConflict),
		change("unknown variable", f.agent, path, with(first, "body", "<p>{{clave}}</p>"), http.StatusBadRequest),
		violating(change("no version", f.agent, path, newCannedResponse(), http.StatusBadRequest)),
		change("another person's", f.admin, path, first, http.StatusNotFound),
		change("unknown id", f.agent, "/canned-responses/ninguna", first, http.StatusNotFound),
		change("a requester", f.requester, path, first, http.StatusForbidden),
		change("not signed in", f.newVisitor(), path, first, http.StatusUnauthorized),
	)
}

func deleteCannedResponseRequests(f *fixture) []request {
	return deletionRequests(f, "/canned-responses/"+f.createCannedResponse())
}
