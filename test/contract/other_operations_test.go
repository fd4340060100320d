//go:build stack

package contract

import (
	"net/http"
	"strings"

	"github.com/oklog/ulid/v2"
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
	s.stack.ForgetLimits(s.T)
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
