//go:build stack

package contract

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
)

// newID returns an identifier that is not in use.
func newID() string { return "prueba-" + strings.ToLower(ulid.Make().String()) }

func newArticle(title string) map[string]any {
	text := map[string]any{"title": title, "summary": "Una prueba del contrato", "body": "<p>Texto de la prueba.</p>"}
	return map[string]any{"categoryId": "tickets", "audience": "internal", "version": 0, "texts": map[string]any{"es": text}}
}

// createArticleDraft creates an article draft as the agent.
func (f *fixture) createArticleDraft() api.ArticleDraft {
	var got api.ArticleDraft
	f.agent.Send(f.T, http.MethodPut, "/articles/"+newID(), newArticle("Prueba del contrato")).Into(f.T, http.StatusOK, &got)
	return got
}

// publishArticle creates an article draft and publishes it.
func (f *fixture) publishArticle() api.ArticleDraft {
	draft := f.createArticleDraft()
	var got api.ArticleDraft
	f.admin.Send(f.T, http.MethodPut, "/articles/"+draft.Id+"/publication", map[string]any{"version": draft.Version}).Into(f.T, http.StatusOK, &got)
	return got
}

func saveArticleRequests(f *fixture) []request {
	draft := f.createArticleDraft()
	save := func(name string, by caller, id string, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: "/articles/" + id, body: body, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	long := map[string]any{"es": map[string]any{"title": strings.Repeat("t", 201), "summary": "", "body": ""}}
	return append(malformedRequests(f.agent, http.MethodPut, "/articles/"+draft.Id),
		save("a new one", f.agent, newID(), newArticle("Otra prueba"), http.StatusOK),
		save("a change", f.admin, draft.Id, with(newArticle("Otro título"), "version", draft.Version), http.StatusOK),
		save("old version", f.agent, draft.Id, newArticle("Tercer título"), http.StatusConflict),
		save("unknown category", f.agent, newID(), with(newArticle("Otra"), "categoryId", "ninguna"), http.StatusBadRequest),
		save("without texts", f.agent, newID(), with(newArticle("Otra"), "texts", map[string]any{}), http.StatusBadRequest),
		violating(save("a long title", f.agent, newID(), with(newArticle("Otra"), "texts", long), http.StatusBadRequest)),
		violating(save("capital letters in the id", f.agent, "Prueba", newArticle("Otra"), http.StatusBadRequest)),
		save("another person's draft", f.otherAgent(), draft.Id, with(newArticle("Otra"), "version", 2), http.StatusNotFound),
		save("as a requester", f.requester, newID(), newArticle("Otra"), http.StatusForbidden),
		save("not signed in", f.newVisitor(), newID(), newArticle("Otra"), http.StatusUnauthorized),
	)
}

// otherAgent returns an agent who has created no article draft.
func (f *fixture) otherAgent() caller {
	return caller{f.validator.observe(f.stack.SignedIn(f.T, f.stack.DemoPerson("bruno.agente"))), "es"}
}

func publishArticleRequests(f *fixture) []request {
	draft := f.createArticleDraft()
	path := "/articles/" + draft.Id + "/publication"
	put := func(name string, by caller, path string, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: path, body: body, want: want}
	}
	first := map[string]any{"version": draft.Version}
	nothing := put("no version", f.admin, path, map[string]any{}, http.StatusBadRequest)
	nothing.violation = true
	return append(malformedRequests(f.admin, http.MethodPut, path),
		nothing,
		put("valid", f.admin, path, first, http.StatusOK),
		put("old version", f.admin, path, first, http.StatusConflict),
		put("unknown id", f.admin, "/articles/"+newID()+"/publication", first, http.StatusNotFound),
		put("an agent", f.agent, path, first, http.StatusForbidden),
		put("not signed in", f.newVisitor(), path, first, http.StatusUnauthorized),
	)
}

func retireArticleRequests(f *fixture) []request {
	draft := f.publishArticle()
	remove := func(name string, by caller, id, version string, want int) request {
		return request{name: name, by: by, method: http.MethodDelete, path: "/articles/" + id + "/publication?version=" + version, want: want}
	}
	wrong := remove("malformed number", f.admin, draft.Id, "x", http.StatusBadRequest)
	wrong.violation = true
	return []request{
		wrong,
		remove("old version", f.admin, draft.Id, "1", http.StatusConflict),
		remove("an agent", f.agent, draft.Id, "2", http.StatusForbidden),
		remove("valid", f.admin, draft.Id, strconv.FormatInt(draft.Version, 10), http.StatusOK),
		remove("unknown id", f.admin, newID(), "1", http.StatusNotFound),
		remove("not signed in", f.newVisitor(), draft.Id, "3", http.StatusUnauthorized),
	}
}

func listArticleDraftsRequests(f *fixture) []request {
	get := func(query string, want int, violation bool) request {
		return request{name: query, by: f.agent, method: http.MethodGet, path: "/article-drafts?" + query, want: want, violation: violation}
	}
	return []request{
		get("", http.StatusOK, false), get("q=contrase%C3%B1a&limit=2", http.StatusOK, false),
		get("category=acceso&audience=public&state=published&language=es", http.StatusOK, false), get("missing=en&limit=1", http.StatusOK, false),
		get("cursor=!", http.StatusBadRequest, false), get("state=otro", http.StatusBadRequest, true), get("limit=101", http.StatusBadRequest, true),
		{name: "requester", by: f.requester, method: http.MethodGet, path: "/article-drafts", want: http.StatusForbidden},
		{name: "not signed in", by: f.newVisitor(), method: http.MethodGet, path: "/article-drafts", want: http.StatusUnauthorized},
	}
}

func getArticleDraftRequests(f *fixture) []request {
	path := "/article-drafts/" + f.createArticleDraft().Id
	return []request{
		{name: "own", by: f.agent, method: http.MethodGet, path: path, want: http.StatusOK},
		{name: "another agent's", by: f.otherAgent(), method: http.MethodGet, path: path, want: http.StatusNotFound},
		{name: "requester", by: f.requester, method: http.MethodGet, path: path, want: http.StatusForbidden},
		{name: "not signed in", by: f.newVisitor(), method: http.MethodGet, path: path, want: http.StatusUnauthorized},
	}
}

func deleteArticleDraftRequests(f *fixture) []request {
	draft, published := f.createArticleDraft(), f.publishArticle()
	remove := func(name string, by caller, id, version string, want int) request {
		return request{name: name, by: by, method: http.MethodDelete, path: "/article-drafts/" + id + "?version=" + version, want: want}
	}
	wrong := remove("malformed number", f.agent, draft.Id, "x", http.StatusBadRequest)
	wrong.violation = true
	return []request{
		wrong,
		remove("another agent's", f.otherAgent(), draft.Id, "1", http.StatusNotFound),
		remove("requester", f.requester, draft.Id, "1", http.StatusForbidden),
		remove("not signed in", f.newVisitor(), draft.Id, "1", http.StatusUnauthorized),
		remove("published", f.agent, published.Id, strconv.FormatInt(published.Version, 10), http.StatusConflict),
		remove("own", f.agent, draft.Id, "1", http.StatusNoContent),
	}
}

func listArticleVersionsRequests(f *fixture) []request {
	path := "/articles/" + f.publishArticle().Id + "/versions"
	tooMany := request{name: "too many", by: f.agent, method: http.MethodGet, path: path + "?limit=101", want: http.StatusBadRequest, violation: true}
	return []request{
		tooMany,
		{name: "valid", by: f.agent, method: http.MethodGet, path: path + "?before=9&limit=5", want: http.StatusOK},
		{name: "unknown id", by: f.agent, method: http.MethodGet, path: "/articles/" + newID() + "/versions", want: http.StatusNotFound},
		{name: "requester", by: f.requester, method: http.MethodGet, path: path, want: http.StatusForbidden},
		{name: "not signed in", by: f.newVisitor(), method: http.MethodGet, path: path, want: http.StatusUnauthorized},
	}
}

func getArticleVersionRequests(f *fixture) []request {
	path := "/articles/" + f.publishArticle().Id + "/versions/"
	return []request{
		{name: "valid", by: f.agent, method: http.MethodGet, path: path + "1", want: http.StatusOK},
		{name: "unknown number", by: f.agent, method: http.MethodGet, path: path + "2", want: http.StatusNotFound},
		{name: "malformed number", by: f.agent, method: http.MethodGet, path: path + "x", want: http.StatusBadRequest, violation: true},
		{name: "requester", by: f.requester, method: http.MethodGet, path: path + "1", want: http.StatusForbidden},
		{name: "not signed in", by: f.newVisitor(), method: http.MethodGet, path: path + "1", want: http.StatusUnauthorized},
	}
}

func saveCategoryRequests(f *fixture) []request {
	id := newID()
	body := map[string]any{"names": map[string]any{"es": "Prueba", "en": "Trial"}, "order": 99}
	put := func(name string, by caller, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: "/categories/" + id, body: body, want: want}
	}
	invalid := put("no name", f.admin, map[string]any{"order": 1}, http.StatusBadRequest)
	invalid.violation = true
	return append(malformedRequests(f.admin, http.MethodPut, "/categories/"+id),
		invalid,
		put("valid", f.admin, body, http.StatusNoContent),
		put("an agent", f.agent, body, http.StatusForbidden),
		put("not signed in", f.newVisitor(), body, http.StatusUnauthorized),
		request{name: "delete", by: f.admin, method: http.MethodDelete, path: "/categories/" + id, want: http.StatusNoContent},
	)
}

func deleteCategoryRequests(f *fixture) []request {
	remove := func(name string, by caller, id string, want int) request {
		return request{name: name, by: by, method: http.MethodDelete, path: "/categories/" + id, want: want}
	}
	return []request{
		remove("with articles", f.admin, "acceso", http.StatusConflict), remove("unknown id", f.admin, newID(), http.StatusNoContent),
		remove("an agent", f.agent, "acceso", http.StatusForbidden), remove("not signed in", f.newVisitor(), "acceso", http.StatusUnauthorized),
	}
}

func recordArticleUseRequests(f *fixture) []request {
	path := "/articles/" + f.publishedArticle + "/uses"
	visitor := f.newVisitor() // the fixture's anonymous caller has signed in by now
	use := func(name string, by caller, path string, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPost, path: path, body: body, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	seen := map[string]any{"use": "seen", "visitor": newID()}
	often := use("over the limit", visitor, path, with(seen, "visitor", newID()), http.StatusTooManyRequests)
	const remaining = 20 // more than the requests before the last one, which stay within the limit
	often.attempts = remaining + 1
	f.stack.ResetLimits(f.T)
	f.stack.CountActs(f.T, limit.ArticleUses, settings.Default().ArticleUsesPerHour-remaining)
	return append(malformedRequests(visitor, http.MethodPost, path),
		use("read", visitor, path, seen, http.StatusNoContent),
		use("useful", f.requester, path, map[string]any{"use": "useful"}, http.StatusNoContent),
		use("no visitor", visitor, path, map[string]any{"use": "seen"}, http.StatusBadRequest),
		violating(use("unknown use", f.requester, path, map[string]any{"use": "liked"}, http.StatusBadRequest)),
		use("avoided, not signed in", visitor, path, with(seen, "use", "avoided"), http.StatusUnauthorized),
		use("unknown id", f.requester, "/articles/"+newID()+"/uses", map[string]any{"use": "seen"}, http.StatusNotFound),
		often,
	)
}

func listArticleFiguresRequests(f *fixture) []request {
	get := func(name string, by caller, query string, want int) request {
		return request{name: name, by: by, method: http.MethodGet, path: "/article-figures?" + query, want: want}
	}
	many := get("too many", f.admin, "limit=101", http.StatusBadRequest)
	many.violation = true
	return []request{
		get("admin", f.admin, "limit=3", http.StatusOK), get("malformed cursor", f.admin, "cursor=!", http.StatusBadRequest), many,
		get("an agent", f.agent, "", http.StatusForbidden), get("not signed in", f.newVisitor(), "", http.StatusUnauthorized),
	}
}

func listCategoriesRequests(f *fixture) []request {
	get := func(query string, want int, violation bool) request {
		return request{name: query, by: f.anonymous, method: http.MethodGet, path: "/categories?" + query, want: want, violation: violation}
	}
	return []request{get("", http.StatusOK, false), get("language=en", http.StatusOK, false), get("language=fr", http.StatusBadRequest, true)}
}

func listArticlesRequests(f *fixture) []request {
	get := func(query string, want int, violation bool) request {
		return request{name: query, by: f.anonymous, method: http.MethodGet, path: "/articles?" + query, want: want, violation: violation}
	}
	return []request{
		get("", http.StatusOK, false), get("language=en&limit=3", http.StatusOK, false), get("q=contrase%C3%B1a", http.StatusOK, false),
		get("category=acceso", http.StatusOK, false), get("category=ninguna", http.StatusOK, false),
		get("language=fr", http.StatusBadRequest, true), get("limit=51", http.StatusBadRequest, true), get("limit=0", http.StatusBadRequest, true),
		get("q="+strings.Repeat("q", 201), http.StatusBadRequest, true), get("category="+strings.Repeat("c", 65), http.StatusBadRequest, true),
	}
}

func getArticleRequests(f *fixture) []request {
	get := func(name, path string, want int, violation bool) request {
		return request{name: name, by: f.anonymous, method: http.MethodGet, path: "/articles/" + path, want: want, violation: violation}
	}
	return []request{
		get("own language", f.publishedArticle, http.StatusOK, false), get("in English", f.publishedArticle+"?language=en", http.StatusOK, false),
		get("in French", f.publishedArticle+"?language=fr", http.StatusBadRequest, true), get("unknown id", "ninguno", http.StatusNotFound, false),
		get("too long", strings.Repeat("9", 101), http.StatusNotFound, true),
	}
}
