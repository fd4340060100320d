//go:build stack

package contract

import (
	"context"
	"net/http"
	"strconv"
	"strings"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
)

func newView() map[string]any {
	return map[string]any{
		"name": "Vista " + ulid.Make().String(), "audience": "me", "columns": []string{"status", "due"},
		"query": map[string]any{"queue": "all", "status": []string{"open", "waiting"}, "priority": []string{"high", "none"}, "createdWithin": 30},
	}
}

func createViewRequests(f *fixture) []request {
	f.deleteViewsAfterTest()
	const path = "/views"
	key := func() []string { return []string{"Idempotency-Key", ulid.Make().String()} }
	once, own := key(), newView()
	create := func(name string, by caller, body map[string]any, headers []string, want int) request {
		return request{name: name, by: by, method: http.MethodPost, path: path, body: body, headers: headers, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	query := func(parameters map[string]any) map[string]any { return with(newView(), "query", parameters) }
	return append(malformedRequests(f.agent, http.MethodPost, path, key()...),
		create("own", f.agent, own, once, http.StatusCreated),
		create("repeated request", f.agent, own, once, http.StatusCreated),
		create("same key, other content", f.agent, with(own, "name", "Otra"), once, http.StatusConflict),
		create("duplicate name", f.agent, own, key(), http.StatusBadRequest),
		create("for everyone, by an agent", f.agent, with(newView(), "audience", "everyone"), key(), http.StatusForbidden),
		create("without a department", f.admin, with(newView(), "audience", "department"), key(), http.StatusBadRequest),
		create("queue and search text", f.agent, query(map[string]any{"queue": "all", "q": "acuse"}), key(), http.StatusBadRequest),
		create("empty query", f.agent, query(map[string]any{}), key(), http.StatusBadRequest),
		violating(create("unknown queue", f.agent, query(map[string]any{"queue": "suya"}), key(), http.StatusBadRequest)),
		violating(create("unknown status", f.agent, query(map[string]any{"queue": "all", "status": []string{"perdido"}}), key(), http.StatusBadRequest)),
		violating(create("no name", f.agent, with(newView(), "name", ""), key(), http.StatusBadRequest)),
		violating(create("a long name", f.agent, with(newView(), "name", strings.Repeat("n", 61)), key(), http.StatusBadRequest)),
		violating(create("unknown column", f.agent, with(newView(), "columns", []string{"color"}), key(), http.StatusBadRequest)),
		violating(create("no key", f.agent, newView(), nil, http.StatusBadRequest)),
		create("a requester", f.requester, newView(), key(), http.StatusForbidden),
		create("not signed in", f.newVisitor(), newView(), key(), http.StatusUnauthorized),
	)
}

// deleteViewsAfterTest deletes the agent's personal views after the test, because the number of views per person is limited.
func (f *fixture) deleteViewsAfterTest() {
	f.Cleanup(func() {
		ctx := context.WithoutCancel(f.Context())
		answer, err := f.agent.Do(ctx, http.MethodGet, "/views", nil)
		if err != nil {
			f.Fatal(err)
		}
		var all []api.View
		answer.Into(f.T, http.StatusOK, &all)
		for _, one := range all {
			if one.Audience != api.ViewAudienceMe {
				continue
			}
			if _, err := f.agent.Do(ctx, http.MethodDelete, "/views/"+one.Id+"?version="+strconv.FormatInt(one.Version, 10), nil); err != nil {
				f.Error(err)
			}
		}
	})
}

// createView creates a personal view of the agent. It returns the body of the request and the path of the view.
func (f *fixture) createView() (body map[string]any, path string) {
	f.deleteViewsAfterTest()
	body = newView()
	var created api.View
	f.agent.Send(f.T, http.MethodPost, "/views", body, "Idempotency-Key", ulid.Make().String()).Into(f.T, http.StatusCreated, &created)
	return body, "/views/" + created.Id
}

func updateViewRequests(f *fixture) []request {
	body, path := f.createView()
	change := func(name string, by caller, path string, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: path, body: body, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	first := with(body, "version", 1)
	renamed := with(first, "name", "Otra "+ulid.Make().String())
	return append(malformedRequests(f.agent, http.MethodPut, path),
		change("its name", f.agent, path, renamed, http.StatusOK),
		change("repeated request", f.agent, path, renamed, http.StatusOK),
		change("old version", f.agent, path, first, http.StatusConflict),
		change("for everyone, by an agent", f.agent, path, with(first, "audience", "everyone"), http.StatusForbidden),
		violating(change("no version", f.agent, path, body, http.StatusBadRequest)),
		change("another person's", f.admin, path, first, http.StatusNotFound),
		change("unknown id", f.agent, "/views/ninguna", first, http.StatusNotFound),
		change("a requester", f.requester, path, first, http.StatusForbidden),
		change("not signed in", f.newVisitor(), path, first, http.StatusUnauthorized),
	)
}

func deleteViewRequests(f *fixture) []request {
	_, path := f.createView()
	return deletionRequests(f, path)
}

// deletionRequests returns requests that delete version 1 of an item that belongs to the agent.
func deletionRequests(f *fixture, path string) []request {
	remove := func(name string, by caller, path string, want int) request {
		return request{name: name, by: by, method: http.MethodDelete, path: path, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	cross := remove("from another site", f.agent, path+"?version=1", http.StatusForbidden)
	cross.headers = []string{"Sec-Fetch-Site", "cross-site"}
	return []request{
		cross,
		violating(remove("no version", f.agent, path, http.StatusBadRequest)),
		remove("another version", f.agent, path+"?version=7", http.StatusConflict),
		remove("another person's", f.admin, path+"?version=1", http.StatusNotFound),
		remove("a requester", f.requester, path+"?version=1", http.StatusForbidden),
		remove("not signed in", f.newVisitor(), path+"?version=1", http.StatusUnauthorized),
		remove("own", f.agent, path+"?version=1", http.StatusNoContent),
		remove("repeated", f.agent, path+"?version=1", http.StatusNotFound),
	}
}
