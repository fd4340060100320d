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

func viewsKept(s *scene) []request {
	s.forgetViews()
	const path = "/views"
	key := func() []string { return []string{"Idempotency-Key", ulid.Make().String()} }
	once, own := key(), newView()
	keep := func(what string, by caller, body map[string]any, headers []string, want int) request {
		return request{what: what, by: by, method: http.MethodPost, path: path, body: body, headers: headers, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	query := func(parameters map[string]any) map[string]any { return with(newView(), "query", parameters) }
	return append(refusals(s.agent, http.MethodPost, path, key()...),
		keep("one's own", s.agent, own, once, http.StatusCreated),
		keep("the same again", s.agent, own, once, http.StatusCreated),
		keep("another with the key", s.agent, with(own, "name", "Otra"), once, http.StatusConflict),
		keep("the name again", s.agent, own, key(), http.StatusBadRequest),
		keep("for everyone, by an agent", s.agent, with(newView(), "audience", "everyone"), key(), http.StatusForbidden),
		keep("for no department", s.admin, with(newView(), "audience", "department"), key(), http.StatusBadRequest),
		keep("a queue and words", s.agent, query(map[string]any{"queue": "all", "q": "acuse"}), key(), http.StatusBadRequest),
		keep("nothing to list", s.agent, query(map[string]any{}), key(), http.StatusBadRequest),
		unfit(keep("no such queue", s.agent, query(map[string]any{"queue": "suya"}), key(), http.StatusBadRequest)),
		unfit(keep("no such status", s.agent, query(map[string]any{"queue": "all", "status": []string{"perdido"}}), key(), http.StatusBadRequest)),
		unfit(keep("no name", s.agent, with(newView(), "name", ""), key(), http.StatusBadRequest)),
		unfit(keep("a long name", s.agent, with(newView(), "name", strings.Repeat("n", 61)), key(), http.StatusBadRequest)),
		unfit(keep("no such column", s.agent, with(newView(), "columns", []string{"color"}), key(), http.StatusBadRequest)),
		unfit(keep("no key", s.agent, newView(), nil, http.StatusBadRequest)),
		keep("a requester", s.requester, newView(), key(), http.StatusForbidden),
		keep("anyone", s.stranger(), newView(), key(), http.StatusUnauthorized),
	)
}

// forgetViews deletes the agent's personal views after the test, because the number of views per person is limited.
func (s *scene) forgetViews() {
	s.Cleanup(func() {
		ctx := context.WithoutCancel(s.Context())
		answer, err := s.agent.Do(ctx, http.MethodGet, "/views", nil)
		if err != nil {
			s.Fatal(err)
		}
		var all []api.View
		answer.Into(s.T, http.StatusOK, &all)
		for _, one := range all {
			if one.Audience != api.ViewAudienceMe {
				continue
			}
			if _, err := s.agent.Do(ctx, http.MethodDelete, "/views/"+one.Id+"?version="+strconv.FormatInt(one.Version, 10), nil); err != nil {
				s.Error(err)
			}
		}
	})
}

// view creates a personal view of the agent. It returns the body of the request and the path of the view.
func (s *scene) view() (body map[string]any, path string) {
	s.forgetViews()
	body = newView()
	var kept api.View
	s.agent.Send(s.T, http.MethodPost, "/views", body, "Idempotency-Key", ulid.Make().String()).Into(s.T, http.StatusCreated, &kept)
	return body, "/views/" + kept.Id
}

func viewsChanged(s *scene) []request {
	body, path := s.view()
	change := func(what string, by caller, path string, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: path, body: body, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	first := with(body, "version", 1)
	renamed := with(first, "name", "Otra "+ulid.Make().String())
	return append(refusals(s.agent, http.MethodPut, path),
		change("its name", s.agent, path, renamed, http.StatusOK),
		change("the same again", s.agent, path, renamed, http.StatusOK),
		change("an old version", s.agent, path, first, http.StatusConflict),
		change("for everyone, by an agent", s.agent, path, with(first, "audience", "everyone"), http.StatusForbidden),
		unfit(change("no version", s.agent, path, body, http.StatusBadRequest)),
		change("another's own", s.admin, path, first, http.StatusNotFound),
		change("none", s.agent, "/views/ninguna", first, http.StatusNotFound),
		change("a requester", s.requester, path, first, http.StatusForbidden),
		change("anyone", s.stranger(), path, first, http.StatusUnauthorized),
	)
}

func viewsRemoved(s *scene) []request {
	_, path := s.view()
	remove := func(what string, by caller, path string, want int) request {
		return request{what: what, by: by, method: http.MethodDelete, path: path, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	cross := remove("from another site", s.agent, path+"?version=1", http.StatusForbidden)
	cross.headers = []string{"Sec-Fetch-Site", "cross-site"}
	return []request{
		cross,
		unfit(remove("no version", s.agent, path, http.StatusBadRequest)),
		remove("another version", s.agent, path+"?version=7", http.StatusConflict),
		remove("another's own", s.admin, path+"?version=1", http.StatusNotFound),
		remove("a requester", s.requester, path+"?version=1", http.StatusForbidden),
		remove("anyone", s.stranger(), path+"?version=1", http.StatusUnauthorized),
		remove("one's own", s.agent, path+"?version=1", http.StatusNoContent),
		remove("again", s.agent, path+"?version=1", http.StatusNotFound),
	}
}
