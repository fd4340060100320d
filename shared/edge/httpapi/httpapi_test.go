package httpapi_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/edge/httpapi"
)

// operation is a use case that executes a function of the test.
type operation struct{ run func() error }

func (o operation) UpdateTicket(context.Context, api.UpdateTicketRequestObject) (api.UpdateTicketResponseObject, error) {
	return api.UpdateTicket200JSONResponse{}, o.run()
}

// people maps the hash of a session's token to its person.
type people map[string]account.Person

func (p people) Session(_ context.Context, _, hash string) (account.Session, error) {
	who, ok := p[hash]
	if !ok {
		return account.Session{}, fault.New(fault.Unauthenticated)
	}
	return account.Session{Person: who}, nil
}

// sessionOf signs a person in and returns their cookie.
func (p people) sessionOf(t *testing.T, role account.Role, language locale.Language) string {
	t.Helper()
	token, err := account.NewToken("someone")
	if err != nil {
		t.Fatal(err)
	}
	p[token.Hash()] = account.Person{ID: "someone", Role: role, Language: language}
	return "__Host-session=" + token.Cookie()
}

func serve(sessions people, access api.Access, run func() error) http.Handler {
	endpoint := api.UpdateTicket(operation{run: run})
	endpoint.Access, endpoint.Session = access, sessions != nil
	return httpapi.Handler(httpapi.Endpoint{Endpoint: endpoint, Sessions: sessions})
}

func succeed() error { return nil }

// send sends a request. headers are pairs of name and value; a name may repeat.
func send(handler http.Handler, body string, headers ...string) (*httptest.ResponseRecorder, api.Problem) {
	request := httptest.NewRequest(http.MethodPatch, "https://mesa.example/api/tickets/PNT000001", strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Content-Type" {
			request.Header.Del("Content-Type")
		}
		request.Header.Add(headers[i], headers[i+1])
	}
	response := httptest.NewRecorder()
	handler.ServeHTTP(response, request)
	var problem api.Problem
	_ = json.Unmarshal(response.Body.Bytes(), &problem)
	return response, problem
}

func fieldsOf(problem api.Problem) []string {
	var names []string
	if problem.Errors != nil {
		for _, invalid := range *problem.Errors {
			names = append(names, invalid.Field)
		}
	}
	slices.Sort(names)
	return names
}

func TestBodiesAreValidated(t *testing.T) {
	handler := serve(nil, api.AccessPublic, succeed)
	for name, c := range map[string]struct {
		body   string
		status int
		fields []string
	}{
		"valid":                      {`{"version":1,"priority":"high"}`, 200, nil},
		"null for nullable members":  {`{"version":1,"priority":null,"assigneeId":null}`, 200, nil},
		"an unknown member":          {`{"version":1,"color":null}`, 200, nil},
		"a repeated member":          {`{"version":"x","version":1}`, 400, []string{"version"}},
		"null for other members":     {`{"version":1,"status":null,"topicId":null}`, 400, []string{"status", "topicId"}},
		"null for a required member": {`{"version":null}`, 400, []string{"version"}},
		"a missing required member":  {`{"priority":"low"}`, 400, []string{"version"}},
		"another case":               {`{"VERSION":1}`, 400, []string{"version"}},
		"another type":               {`{"version":"1"}`, 400, []string{"version"}},
		"a fraction":                 {`{"version":1.5}`, 400, []string{"version"}},
		"a number out of range":      {`{"version":1e400}`, 400, []string{"version"}},
		"null":                       {`null`, 400, []string{"version"}},
		"a list":                     {`[]`, 400, nil},
		"a string":                   {`"version"`, 400, nil},
		"empty":                      {``, 400, nil},
		"two values":                 {`{"version":1}{"version":2}`, 400, nil},
		"text after the value":       {`{"version":1};`, 400, nil},
		"a comment":                  {`{"version":1/**/}`, 400, nil},
		"not UTF-8":                  {"{\"version\":1,\"topicId\":\"\xff\"}", 400, nil},
		"a byte order mark":          {"\ufeff{\"version\":1}", 400, nil},
		"nested too deeply":          {strings.Repeat(`{"a":`, 20000) + "1" + strings.Repeat("}", 20000), 400, nil},
		"too large":                  {`{"version":1,"x":"` + strings.Repeat("x", 600<<10) + `"}`, 413, nil},
	} {
		t.Run(name, func(t *testing.T) {
			response, problem := send(handler, c.body)
			if response.Code != c.status || !slices.Equal(fieldsOf(problem), c.fields) {
				t.Errorf("%d %s, want %d about %v", response.Code, response.Body, c.status, c.fields)
			}
		})
	}
}

func TestOnlyJSONIsAccepted(t *testing.T) {
	handler := serve(nil, api.AccessPublic, succeed)
	for media, status := range map[string]int{
		"application/json": 200, "application/json; charset=utf-8": 200, "Application/JSON; Charset=UTF-8": 200,
		"": 415, "text/plain": 415, "application/x-www-form-urlencoded": 415, "multipart/form-data; boundary=x": 415,
		"application/json; charset=utf-16": 415, "application/json, text/plain": 415, "application/jsonp": 415, "text/json": 415,
	} {
		if response, _ := send(handler, `{"version":1}`, "Content-Type", media); response.Code != status {
			t.Errorf("%q: %d, want %d", media, response.Code, status)
		}
	}
}

func TestCrossSiteRequestsAreRefused(t *testing.T) {
	called := false
	handler := serve(nil, api.AccessPublic, func() error { called = true; return nil })
	for name, headers := range map[string][]string{
		"another origin":                                 {"Origin", "https://elsewhere.example"},
		"another port":                                   {"Origin", "https://mesa.example:8443"},
		"origin null":                                    {"Origin", "null"},
		"Sec-Fetch-Site cross-site":                      {"Sec-Fetch-Site", "cross-site"},
		"Sec-Fetch-Site same-site":                       {"Sec-Fetch-Site", "same-site"},
		"another origin behind CloudFront":               {"Origin", "https://elsewhere.example", "X-Viewer-Host", "mesa.sitio.example"},
		"the origin of the gateway":                      {"Origin", "https://mesa.example", "X-Viewer-Host", "mesa.sitio.example"},
		"Sec-Fetch-Site cross-site with the same origin": {"Sec-Fetch-Site", "cross-site", "Origin", "https://mesa.example"},
	} {
		response, problem := send(handler, `{"version":1}`, headers...)
		if response.Code != http.StatusForbidden || problem.Type != "urn:mesa:problem:cross-site" || called {
			t.Errorf("%s: %d %s", name, response.Code, response.Body)
		}
	}
	for name, headers := range map[string][]string{
		"the page itself": {"Sec-Fetch-Site", "same-origin", "Origin", "https://mesa.example"}, "no headers": nil,
		"an older browser behind CloudFront": {"Origin", "https://mesa.sitio.example", "X-Viewer-Host", "mesa.sitio.example"},
	} {
		if response, _ := send(handler, `{"version":1}`, headers...); response.Code != http.StatusOK {
			t.Errorf("%s: %d %s", name, response.Code, response.Body)
		}
	}
}

func TestEndpointAdmitsItsRoles(t *testing.T) {
	roles := []account.Role{"", account.Requester, account.Agent, account.Supervisor, account.Admin}
	for access, want := range map[api.Access][]int{
		api.AccessPublic: {200, 200, 200, 200, 200}, api.AccessPerson: {401, 200, 200, 200, 200},
		api.AccessStaff: {401, 403, 200, 200, 200}, api.AccessAdmin: {401, 403, 403, 403, 200},
	} {
		for i, role := range roles {
			sessions := people{}
			var headers []string
			if role != "" {
				headers = []string{"Cookie", sessions.sessionOf(t, role, "")}
			}
			if response, _ := send(serve(sessions, access, succeed), `{"version":1}`, headers...); response.Code != want[i] {
				t.Errorf("access %q as %q: %d, want %d", access, role, response.Code, want[i])
			}
		}
	}
}

func TestInvalidCookiesAreNotASession(t *testing.T) {
	sessions := people{}
	valid := sessions.sessionOf(t, account.Agent, "")
	handler := serve(sessions, api.AccessStaff, succeed)
	for name, cookie := range map[string]string{
		"another name": "__host-Session" + strings.TrimPrefix(valid, "__Host-session"), "truncated": valid[:len(valid)-1], "longer": valid + "A", "upper case": strings.ToUpper(valid),
		"another host's cookie": strings.TrimPrefix(valid, "__Host-"), "another person": strings.Replace(valid, "someone", "nobody", 1), "a path": "__Host-session=../../x.y", "empty": "__Host-session=", "huge": "__Host-session=" + strings.Repeat("a", 8000) + ".b",
		"after an invalid cookie": "__Host-session=x; " + valid,
	} {
		if response, _ := send(handler, `{"version":1}`, "Cookie", cookie); response.Code != http.StatusUnauthorized {
			t.Errorf("%s: %d", name, response.Code)
		}
	}
	if response, _ := send(handler, `{"version":1}`, "Cookie", "theme=dark; "+valid+"; x=1"); response.Code != http.StatusOK {
		t.Errorf("among other cookies: %d", response.Code)
	}
}

func TestCausesAreNotSent(t *testing.T) {
	for name, run := range map[string]func() error{
		"an error": func() error { return errors.New("secret of the table") },
		"a cause":  func() error { return fault.WithCause(fault.Unexpected, errors.New("secret")) },
		"a panic":  func() error { panic("secret") },
	} {
		response, problem := send(serve(nil, api.AccessPublic, run), `{"version":1}`)
		if response.Code != http.StatusInternalServerError || strings.Contains(response.Body.String(), "secret") ||
			response.Header().Get("Content-Type") != "application/problem+json" || problem.Title == "" {
			t.Errorf("%s: %d %s", name, response.Code, response.Body)
		}
	}
}

func TestProblemsAreInThePersonsLanguage(t *testing.T) {
	sessions := people{}
	english := sessions.sessionOf(t, account.Requester, locale.English)
	handler := serve(sessions, api.AccessPublic, func() error { return fault.New(fault.NotFound) })
	for want, headers := range map[locale.Language][]string{
		locale.Spanish: {"Accept-Language", "fr, es;q=0.5"}, locale.English: {"Accept-Language", "es-MX", "Cookie", english},
	} {
		if _, problem := send(handler, `{"version":1}`, headers...); problem.Title != locale.ProblemTitle(want, "not-found") {
			t.Errorf("%s: %q", want, problem.Title)
		}
	}
	if _, problem := send(handler, `{"version":1}`); problem.Title != locale.ProblemTitle(locale.Spanish, "not-found") {
		t.Errorf("without a language: %q", problem.Title)
	}
}

// TestRefusalNamesItsFields checks that the detail of a refusal names each invalid field once, in the reader's language.
func TestRefusalNamesItsFields(t *testing.T) {
	var errs fault.FieldErrors
	errs.Add("subject", "field.too-long", locale.With("count", 200))
	errs.Add("attachmentIds.0", "field.attachment-missing")
	errs.Add("attachmentIds.1", "field.attachment-missing")
	handler := serve(nil, api.AccessPublic, errs.Err)
	for language, want := range map[string]string{
		"es": "Revise estos datos y vuelva a intentarlo: Resumen, Archivos.", "en": "Check these fields and try again: Summary, Files.",
	} {
		if _, problem := send(handler, `{"version":1}`, "Accept-Language", language); *problem.Detail != want {
			t.Errorf("%s: %q", language, *problem.Detail)
		}
	}
	var unnamed fault.FieldErrors
	unnamed.Add("cursor", "field.format")
	if _, problem := send(serve(nil, api.AccessPublic, unnamed.Err), `{"version":1}`); *problem.Detail != locale.ProblemDetail(locale.Spanish, "invalid") {
		t.Errorf("a field without a name: %q", *problem.Detail)
	}
}

func TestResponsesAreNotCached(t *testing.T) {
	response, _ := send(serve(nil, api.AccessPublic, succeed), `{"version":1}`)
	refused, _ := send(serve(people{}, api.AccessStaff, succeed), `{"version":1}`)
	for _, recorder := range []*httptest.ResponseRecorder{response, refused} {
		if recorder.Header().Get("Cache-Control") != "no-store" || recorder.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%d: %v", recorder.Code, recorder.Header())
		}
	}
}

func TestOtherMethodsAndPathsAreRefused(t *testing.T) {
	handler := serve(nil, api.AccessPublic, succeed)
	for address, status := range map[string]int{
		"/api/tickets/PNT000001": 405, "/api/tickets": 404, "/api/tickets/": 404, "/api/tickets/a/b": 404, "/": 404, "/api//PNT000001": 404,
		"/api/tickets/..": 405, "/api/tickets/%2e%2e": 405, "/api/tickets/a%2Fb": 405, "/api/tickets/%00%0a": 405, "/api/tickets/%ff": 404,
		"/api/tickets/" + strings.Repeat("9", 1000): 405, "/api/tickets/" + strings.Repeat("9", 1001): 404,
	} {
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, httptest.NewRequest(http.MethodGet, address, http.NoBody))
		if response.Code != status {
			t.Errorf("GET %s: %d, want %d", address, response.Code, status)
		}
	}
}

func TestHandlerPanicsForInvalidEndpoints(t *testing.T) {
	for name, change := range map[string]func(*httpapi.Endpoint){
		"no access":                  func(e *httpapi.Endpoint) { e.Access = "" },
		"an unknown access":          func(e *httpapi.Endpoint) { e.Access = "anyone" },
		"not public without session": func(e *httpapi.Endpoint) { e.Session = false },
		"no sessions":                func(e *httpapi.Endpoint) { e.Sessions = nil },
	} {
		endpoint := httpapi.Endpoint{Endpoint: api.UpdateTicket(operation{}), Sessions: people{}}
		change(&endpoint)
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			httpapi.Handler(endpoint)
		}()
	}
}
