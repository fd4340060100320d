//go:build stack

package contract

import (
	"net/http"
	"strings"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
)

func filesAnnounced(s *scene) []request {
	file := map[string]any{"filename": "acuse de envío.pdf", "size": 1024, "contentType": "application/pdf"}
	announce := func(what string, body map[string]any, want int) request {
		return request{what: what, by: s.requester, method: http.MethodPost, path: "/attachments", body: body, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	return append(refusals(s.requester, http.MethodPost, "/attachments"),
		announce("good", file, http.StatusCreated),
		announce("too large", with(file, "size", 26<<20), http.StatusBadRequest),
		announce("a program", with(file, "contentType", "text/html"), http.StatusBadRequest),
		unfit(announce("empty", with(file, "size", 0), http.StatusBadRequest)),
		unfit(announce("size as text", with(file, "size", "1024"), http.StatusBadRequest)),
		unfit(announce("no name", with(file, "filename", ""), http.StatusBadRequest)),
		unfit(announce("a long name", with(file, "filename", strings.Repeat("n", 201)), http.StatusBadRequest)),
		request{what: "anyone", by: s.stranger(), method: http.MethodPost, path: "/attachments", body: file, want: http.StatusUnauthorized},
	)
}

func files(s *scene) []request {
	path := "/attachments/" + s.uploaded
	withFile := request{
		what: "a ticket with the file", by: s.requester, method: http.MethodPost, path: "/tickets", want: http.StatusCreated,
		body: with(newTicket(), "attachmentIds", []string{s.uploaded}), headers: []string{"Idempotency-Key", ulid.Make().String()},
	}
	other, _ := s.newcomer()
	return []request{
		withFile,
		{what: "one's own", by: s.requester, method: http.MethodGet, path: path, want: http.StatusFound},
		{what: "as staff", by: s.agent, method: http.MethodGet, path: path, want: http.StatusFound},
		{what: "somebody else's", by: other, method: http.MethodGet, path: path, want: http.StatusNotFound},
		{what: "none", by: s.requester, method: http.MethodGet, path: "/attachments/" + ulid.Make().String(), want: http.StatusNotFound},
		{what: "too long", by: s.requester, method: http.MethodGet, path: "/attachments/" + strings.Repeat("9", 65), want: http.StatusNotFound, unfit: true},
		{what: "anyone", by: s.stranger(), method: http.MethodGet, path: path, want: http.StatusUnauthorized},
	}
}

func unsent() map[string]any {
	return map[string]any{"texts": map[string]any{"body": "<p>A medias</p>"}, "values": map[string]any{"began": 3}, "key": ulid.Make().String(), "device": ulid.Make().String()}
}

func unsentSaved(s *scene) []request {
	const path = "/drafts/contrato.guardado"
	save := func(what string, by caller, path string, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: path, body: body, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	return append(refusals(s.requester, http.MethodPut, path),
		save("good", s.requester, path, unsent(), http.StatusOK),
		save("on another device", s.requester, path, with(unsent(), "attachmentIds", []string{s.upload()}), http.StatusOK),
		save("values of 17 KB", s.requester, path, with(unsent(), "values", map[string]any{"v": strings.Repeat("v", 17<<10)}), http.StatusBadRequest),
		unfit(save("a long text", s.requester, path, with(unsent(), "texts", map[string]any{"body": strings.Repeat("t", 65537)}), http.StatusBadRequest)),
		unfit(save("no key", s.requester, path, with(unsent(), "key", ""), http.StatusBadRequest)),
		unfit(save("no such name", s.requester, "/drafts/con%20espacio", unsent(), http.StatusNotFound)),
		save("anyone", s.stranger(), path, unsent(), http.StatusUnauthorized),
	)
}

func unsentRead(s *scene) []request {
	const path = "/drafts/contrato.leido"
	s.requester.Send(s.T, http.MethodPut, path, unsent()).Want(s.T, http.StatusOK)
	get := func(what string, by caller, path string, want int) request {
		return request{what: what, by: by, method: http.MethodGet, path: path, want: want}
	}
	return []request{
		get("one's own", s.requester, path, http.StatusOK),
		get("another's", s.agent, path, http.StatusNotFound),
		get("none", s.requester, "/drafts/ninguno", http.StatusNotFound),
		get("anyone", s.stranger(), path, http.StatusUnauthorized),
	}
}

func unsentGone(s *scene) []request {
	const path = "/drafts/contrato.borrado"
	s.requester.Send(s.T, http.MethodPut, path, unsent()).Want(s.T, http.StatusOK)
	forget := func(what string, by caller, path string, want int) request {
		return request{what: what, by: by, method: http.MethodDelete, path: path, want: want}
	}
	cross := forget("from another site", s.agent, path, http.StatusForbidden)
	cross.headers = []string{"Sec-Fetch-Site", "cross-site"}
	strange := forget("no such name", s.requester, "/drafts/con%20espacio", http.StatusNotFound)
	strange.unfit = true
	return []request{
		cross, strange,
		forget("one's own", s.requester, path, http.StatusNoContent),
		forget("again", s.requester, path, http.StatusNoContent),
		forget("anyone", s.stranger(), path, http.StatusUnauthorized),
	}
}

func cannedText() map[string]any {
	return map[string]any{"title": "Acuse", "language": "es", "body": "<p>Hola, {{solicitante}}:</p>", "topicIds": []string{"portal-obligaciones"}}
}

func cannedCreated(s *scene) []request {
	const path = "/canned-responses"
	key := func() []string { return []string{"Idempotency-Key", ulid.Make().String()} }
	once := key()
	create := func(what string, by caller, body map[string]any, headers []string, want int) request {
		return request{what: what, by: by, method: http.MethodPost, path: path, body: body, headers: headers, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	own := with(cannedText(), "shared", false)
	return append(refusals(s.agent, http.MethodPost, path, key()...),
		create("one's own", s.agent, own, once, http.StatusCreated),
		create("the same again", s.agent, own, once, http.StatusCreated),
		create("another with the key", s.agent, with(own, "title", "Otra"), once, http.StatusConflict),
		create("shared by an administrator", s.admin, with(own, "shared", true), key(), http.StatusCreated),
		create("shared by an agent", s.agent, with(own, "shared", true), key(), http.StatusForbidden),
		create("no such variable", s.agent, with(own, "body", "<p>{{clave}}</p>"), key(), http.StatusBadRequest),
		create("no such topic", s.agent, with(own, "topicIds", []string{"no-hay"}), key(), http.StatusBadRequest),
		unfit(create("no title", s.agent, with(own, "title", ""), key(), http.StatusBadRequest)),
		unfit(create("in French", s.agent, with(own, "language", "fr"), key(), http.StatusBadRequest)),
		unfit(create("no key", s.agent, own, nil, http.StatusBadRequest)),
		create("a requester", s.requester, own, key(), http.StatusForbidden),
		create("anyone", s.stranger(), own, key(), http.StatusUnauthorized),
	)
}

// canned creates a personal canned response of the agent and returns its identifier.
func (s *scene) canned() string {
	var kept api.CannedResponse
	s.agent.Send(s.T, http.MethodPost, "/canned-responses", with(cannedText(), "shared", false), "Idempotency-Key", ulid.Make().String()).
		Into(s.T, http.StatusCreated, &kept)
	return kept.Id
}

func cannedChanged(s *scene) []request {
	path := "/canned-responses/" + s.canned()
	change := func(what string, by caller, path string, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: path, body: body, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	first := with(cannedText(), "version", 1)
	return append(refusals(s.agent, http.MethodPut, path),
		change("its title", s.agent, path, with(first, "title", "Acuse de recibo"), http.StatusOK),
		change("an old version", s.agent, path, with(first, "title", "A destiempo"), http.StatusConflict),
		change("no such variable", s.agent, path, with(first, "body", "<p>{{clave}}</p>"), http.StatusBadRequest),
		unfit(change("no version", s.agent, path, cannedText(), http.StatusBadRequest)),
		change("another's own", s.admin, path, first, http.StatusNotFound),
		change("none", s.agent, "/canned-responses/ninguna", first, http.StatusNotFound),
		change("a requester", s.requester, path, first, http.StatusForbidden),
		change("anyone", s.stranger(), path, first, http.StatusUnauthorized),
	)
}

func cannedRemoved(s *scene) []request {
	path := "/canned-responses/" + s.canned()
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

func categories(s *scene) []request {
	get := func(query string, want int, unfit bool) request {
		return request{what: query, by: s.anonymous, method: http.MethodGet, path: "/categories?" + query, want: want, unfit: unfit}
	}
	return []request{get("", http.StatusOK, false), get("language=en", http.StatusOK, false), get("language=fr", http.StatusBadRequest, true)}
}

func articleLists(s *scene) []request {
	get := func(query string, want int, unfit bool) request {
		return request{what: query, by: s.anonymous, method: http.MethodGet, path: "/articles?" + query, want: want, unfit: unfit}
	}
	return []request{
		get("", http.StatusOK, false), get("language=en&limit=3", http.StatusOK, false), get("q=contrase%C3%B1a", http.StatusOK, false),
		get("category=acceso", http.StatusOK, false), get("category=ninguna", http.StatusOK, false),
		get("language=fr", http.StatusBadRequest, true), get("limit=51", http.StatusBadRequest, true), get("limit=0", http.StatusBadRequest, true),
		get("q="+strings.Repeat("q", 201), http.StatusBadRequest, true), get("category="+strings.Repeat("c", 65), http.StatusBadRequest, true),
	}
}

func articles(s *scene) []request {
	get := func(what, path string, want int, unfit bool) request {
		return request{what: what, by: s.anonymous, method: http.MethodGet, path: "/articles/" + path, want: want, unfit: unfit}
	}
	return []request{
		get("in one's language", s.published, http.StatusOK, false), get("in English", s.published+"?language=en", http.StatusOK, false),
		get("in French", s.published+"?language=fr", http.StatusBadRequest, true), get("none", "ninguno", http.StatusNotFound, false),
		get("too long", strings.Repeat("9", 101), http.StatusNotFound, true),
	}
}

func accountsAsked(s *scene) []request {
	asked := map[string]any{"name": "Prueba", "email": "prueba@pruebas.example", "organization": "Pruebas", "phone": "55 5004 2400"}
	ask := func(what string, body map[string]any, want int) request {
		return request{what: what, by: s.anonymous, method: http.MethodPost, path: "/account-requests", body: body, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	again := ask("again and again", asked, http.StatusTooManyRequests)
	again.times = 12
	s.stack.ResetLimits(s.T)
	return append(refusals(s.anonymous, http.MethodPost, "/account-requests"),
		ask("good", asked, http.StatusAccepted),
		ask("no address", with(asked, "email", "prueba"), http.StatusBadRequest),
		ask("no telephone", with(asked, "phone", "sin teléfono"), http.StatusBadRequest),
		unfit(ask("no name", with(asked, "name", ""), http.StatusBadRequest)),
		unfit(ask("a long name", with(asked, "name", strings.Repeat("n", 121)), http.StatusBadRequest)),
		unfit(ask("a name that is a list", with(asked, "name", []string{"x"}), http.StatusBadRequest)),
		again,
	)
}

func accountRequests(s *scene) []request {
	get := func(what string, by caller, query string, want int, unfit bool) request {
		return request{what: what, by: by, method: http.MethodGet, path: "/account-requests?" + query, want: want, unfit: unfit}
	}
	return []request{
		get("admin", s.admin, "", http.StatusOK, false), get("two", s.admin, "limit=2", http.StatusOK, false),
		get("a bad cursor", s.admin, "cursor=nada", http.StatusBadRequest, false), get("too many", s.admin, "limit=101", http.StatusBadRequest, true),
		get("agent", s.agent, "", http.StatusForbidden, false), get("requester", s.requester, "", http.StatusForbidden, false),
		get("anyone", s.stranger(), "", http.StatusUnauthorized, false),
	}
}
