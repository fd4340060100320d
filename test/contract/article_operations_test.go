//go:build stack

package contract

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
)

// fresh returns an identifier that is not in use.
func fresh() string { return "prueba-" + strings.ToLower(ulid.Make().String()) }

func newArticle(title string) map[string]any {
	text := map[string]any{"title": title, "summary": "Una prueba del contrato", "body": "<p>Texto de la prueba.</p>"}
	return map[string]any{"categoryId": "tickets", "audience": "internal", "version": 0, "texts": map[string]any{"es": text}}
}

// draft creates an article draft as the agent.
func (s *scene) draft() api.ArticleDraft {
	var got api.ArticleDraft
	s.agent.Send(s.T, http.MethodPut, "/articles/"+fresh(), newArticle("Prueba del contrato")).Into(s.T, http.StatusOK, &got)
	return got
}

// publish creates an article draft and publishes it.
func (s *scene) publish() api.ArticleDraft {
	begun := s.draft()
	var got api.ArticleDraft
	s.admin.Send(s.T, http.MethodPut, "/articles/"+begun.Id+"/publication", map[string]any{"version": begun.Version}).Into(s.T, http.StatusOK, &got)
	return got
}

func articlesSaved(s *scene) []request {
	draft := s.draft()
	save := func(what string, by caller, id string, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: "/articles/" + id, body: body, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	long := map[string]any{"es": map[string]any{"title": strings.Repeat("t", 201), "summary": "", "body": ""}}
	return append(refusals(s.agent, http.MethodPut, "/articles/"+draft.Id),
		save("a new one", s.agent, fresh(), newArticle("Otra prueba"), http.StatusOK),
		save("a change", s.admin, draft.Id, with(newArticle("Otro título"), "version", draft.Version), http.StatusOK),
		save("an old version", s.agent, draft.Id, newArticle("Tercer título"), http.StatusConflict),
		save("no such category", s.agent, fresh(), with(newArticle("Otra"), "categoryId", "ninguna"), http.StatusBadRequest),
		save("nothing written", s.agent, fresh(), with(newArticle("Otra"), "texts", map[string]any{}), http.StatusBadRequest),
		unfit(save("a long title", s.agent, fresh(), with(newArticle("Otra"), "texts", long), http.StatusBadRequest)),
		unfit(save("capitals", s.agent, "Prueba", newArticle("Otra"), http.StatusBadRequest)),
		save("somebody else's draft", s.other(), draft.Id, with(newArticle("Otra"), "version", 2), http.StatusNotFound),
		save("as a requester", s.requester, fresh(), newArticle("Otra"), http.StatusForbidden),
		save("anyone", s.stranger(), fresh(), newArticle("Otra"), http.StatusUnauthorized),
	)
}

// other returns an agent who has created no article draft.
func (s *scene) other() caller {
	return caller{s.witness.over(s.stack.SignedIn(s.T, s.stack.DemoPerson("bruno.agente"))), "es"}
}

func articlesPublished(s *scene) []request {
	draft := s.draft()
	path := "/articles/" + draft.Id + "/publication"
	put := func(what string, by caller, path string, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: path, body: body, want: want}
	}
	first := map[string]any{"version": draft.Version}
	nothing := put("no version", s.admin, path, map[string]any{}, http.StatusBadRequest)
	nothing.unfit = true
	return append(refusals(s.admin, http.MethodPut, path),
		nothing,
		put("good", s.admin, path, first, http.StatusOK),
		put("an old version", s.admin, path, first, http.StatusConflict),
		put("none", s.admin, "/articles/"+fresh()+"/publication", first, http.StatusNotFound),
		put("an agent", s.agent, path, first, http.StatusForbidden),
		put("anyone", s.stranger(), path, first, http.StatusUnauthorized),
	)
}

func articlesRetired(s *scene) []request {
	draft := s.publish()
	remove := func(what string, by caller, id, version string, want int) request {
		return request{what: what, by: by, method: http.MethodDelete, path: "/articles/" + id + "/publication?version=" + version, want: want}
	}
	wrong := remove("no number", s.admin, draft.Id, "x", http.StatusBadRequest)
	wrong.unfit = true
	return []request{
		wrong,
		remove("an old version", s.admin, draft.Id, "1", http.StatusConflict),
		remove("an agent", s.agent, draft.Id, "2", http.StatusForbidden),
		remove("good", s.admin, draft.Id, strconv.FormatInt(draft.Version, 10), http.StatusOK),
		remove("none", s.admin, fresh(), "1", http.StatusNotFound),
		remove("anyone", s.stranger(), draft.Id, "3", http.StatusUnauthorized),
	}
}

func draftLists(s *scene) []request {
	get := func(query string, want int, unfit bool) request {
		return request{what: query, by: s.agent, method: http.MethodGet, path: "/article-drafts?" + query, want: want, unfit: unfit}
	}
	return []request{
		get("", http.StatusOK, false), get("q=contrase%C3%B1a&limit=2", http.StatusOK, false),
		get("category=acceso&audience=public&state=published&language=es", http.StatusOK, false), get("missing=en&limit=1", http.StatusOK, false),
		get("cursor=!", http.StatusBadRequest, false), get("state=otro", http.StatusBadRequest, true), get("limit=101", http.StatusBadRequest, true),
		{what: "requester", by: s.requester, method: http.MethodGet, path: "/article-drafts", want: http.StatusForbidden},
		{what: "anyone", by: s.stranger(), method: http.MethodGet, path: "/article-drafts", want: http.StatusUnauthorized},
	}
}

func draftsRead(s *scene) []request {
	path := "/article-drafts/" + s.draft().Id
	return []request{
		{what: "one's own", by: s.agent, method: http.MethodGet, path: path, want: http.StatusOK},
		{what: "somebody else's", by: s.other(), method: http.MethodGet, path: path, want: http.StatusNotFound},
		{what: "requester", by: s.requester, method: http.MethodGet, path: path, want: http.StatusForbidden},
		{what: "anyone", by: s.stranger(), method: http.MethodGet, path: path, want: http.StatusUnauthorized},
	}
}

func draftsThrownAway(s *scene) []request {
	draft, published := s.draft(), s.publish()
	remove := func(what string, by caller, id, version string, want int) request {
		return request{what: what, by: by, method: http.MethodDelete, path: "/article-drafts/" + id + "?version=" + version, want: want}
	}
	wrong := remove("no number", s.agent, draft.Id, "x", http.StatusBadRequest)
	wrong.unfit = true
	return []request{
		wrong,
		remove("somebody else's", s.other(), draft.Id, "1", http.StatusNotFound),
		remove("requester", s.requester, draft.Id, "1", http.StatusForbidden),
		remove("anyone", s.stranger(), draft.Id, "1", http.StatusUnauthorized),
		remove("a published one", s.agent, published.Id, strconv.FormatInt(published.Version, 10), http.StatusConflict),
		remove("one's own", s.agent, draft.Id, "1", http.StatusNoContent),
	}
}

func versionLists(s *scene) []request {
	path := "/articles/" + s.publish().Id + "/versions"
	tooMany := request{what: "too many", by: s.agent, method: http.MethodGet, path: path + "?limit=101", want: http.StatusBadRequest, unfit: true}
	return []request{
		tooMany,
		{what: "good", by: s.agent, method: http.MethodGet, path: path + "?before=9&limit=5", want: http.StatusOK},
		{what: "none", by: s.agent, method: http.MethodGet, path: "/articles/" + fresh() + "/versions", want: http.StatusNotFound},
		{what: "requester", by: s.requester, method: http.MethodGet, path: path, want: http.StatusForbidden},
		{what: "anyone", by: s.stranger(), method: http.MethodGet, path: path, want: http.StatusUnauthorized},
	}
}

func versionsRead(s *scene) []request {
	path := "/articles/" + s.publish().Id + "/versions/"
	return []request{
		{what: "good", by: s.agent, method: http.MethodGet, path: path + "1", want: http.StatusOK},
		{what: "none", by: s.agent, method: http.MethodGet, path: path + "2", want: http.StatusNotFound},
		{what: "no number", by: s.agent, method: http.MethodGet, path: path + "x", want: http.StatusBadRequest, unfit: true},
		{what: "requester", by: s.requester, method: http.MethodGet, path: path + "1", want: http.StatusForbidden},
		{what: "anyone", by: s.stranger(), method: http.MethodGet, path: path + "1", want: http.StatusUnauthorized},
	}
}

func categoriesSaved(s *scene) []request {
	id := fresh()
	body := map[string]any{"names": map[string]any{"es": "Prueba", "en": "Trial"}, "order": 99}
	put := func(what string, by caller, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: "/categories/" + id, body: body, want: want}
	}
	unfit := put("no name", s.admin, map[string]any{"order": 1}, http.StatusBadRequest)
	unfit.unfit = true
	return append(refusals(s.admin, http.MethodPut, "/categories/"+id),
		unfit,
		put("good", s.admin, body, http.StatusNoContent),
		put("an agent", s.agent, body, http.StatusForbidden),
		put("anyone", s.stranger(), body, http.StatusUnauthorized),
		request{what: "gone again", by: s.admin, method: http.MethodDelete, path: "/categories/" + id, want: http.StatusNoContent},
	)
}

func categoriesDeleted(s *scene) []request {
	remove := func(what string, by caller, id string, want int) request {
		return request{what: what, by: by, method: http.MethodDelete, path: "/categories/" + id, want: want}
	}
	return []request{
		remove("with articles", s.admin, "acceso", http.StatusConflict), remove("none", s.admin, fresh(), http.StatusNoContent),
		remove("an agent", s.agent, "acceso", http.StatusForbidden), remove("anyone", s.stranger(), "acceso", http.StatusUnauthorized),
	}
}

func usesRecorded(s *scene) []request {
	path := "/articles/" + s.published + "/uses"
	nobody := s.stranger() // the scene's anonymous caller has signed in by now
	use := func(what string, by caller, path string, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPost, path: path, body: body, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	seen := map[string]any{"use": "seen", "visitor": fresh()}
	often := use("again and again", nobody, path, with(seen, "visitor", fresh()), http.StatusTooManyRequests)
	often.times = 250
	s.stack.ResetLimits(s.T)
	return append(refusals(nobody, http.MethodPost, path),
		use("read", nobody, path, seen, http.StatusNoContent),
		use("useful", s.requester, path, map[string]any{"use": "useful"}, http.StatusNoContent),
		use("no visitor", nobody, path, map[string]any{"use": "seen"}, http.StatusBadRequest),
		unfit(use("no such use", s.requester, path, map[string]any{"use": "liked"}, http.StatusBadRequest)),
		use("a ticket avoided by nobody", nobody, path, with(seen, "use", "avoided"), http.StatusUnauthorized),
		use("none", s.requester, "/articles/"+fresh()+"/uses", map[string]any{"use": "seen"}, http.StatusNotFound),
		often,
	)
}

func figuresListed(s *scene) []request {
	get := func(what string, by caller, query string, want int) request {
		return request{what: what, by: by, method: http.MethodGet, path: "/article-figures?" + query, want: want}
	}
	many := get("too many", s.admin, "limit=101", http.StatusBadRequest)
	many.unfit = true
	return []request{
		get("admin", s.admin, "limit=3", http.StatusOK), get("a bad cursor", s.admin, "cursor=!", http.StatusBadRequest), many,
		get("an agent", s.agent, "", http.StatusForbidden), get("anyone", s.stranger(), "", http.StatusUnauthorized),
	}
}
