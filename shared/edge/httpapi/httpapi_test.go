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
type operation struct{ does func() error }

func (o operation) UpdateTicket(context.Context, api.UpdateTicketRequestObject) (api.UpdateTicketResponseObject, error) {
	return api.UpdateTicket200JSONResponse{}, o.does()
}

// people maps the hash of a session's token to its person.
type people map[string]account.Person

func (p people) Person(_ context.Context, _, hash string) (account.Person, error) {
	who, ok := p[hash]
	if !ok {
		return account.Person{}, fault.New(fault.Unauthenticated)
	}
	return who, nil
}

// sessionOf signs a person in and returns their cookie.
func (p people) sessionOf(t *testing.T, role account.Role, language locale.Language) string {
	t.Helper()
	token, err := account.NewToken("someone")
	if err != nil {
		t.Fatal(err)
	}
	p[token.Hash()] = account.Person{ID: "someone", Role: role, Language: language}
	return "session=" + token.Cookie()
}

func serve(sessions people, access api.Access, does func() error) http.Handler {
	endpoint := api.UpdateTicket(operation{does: does})
	endpoint.Access, endpoint.Session = access, sessions != nil
	return httpapi.Handler(httpapi.Endpoint{Endpoint: endpoint, Sessions: sessions})
}

func nothing() error { return nil }

// ask sends a request. headers are pairs of name and value; a name may repeat.
func ask(handler http.Handler, body string, headers ...string) (*httptest.ResponseRecorder, api.Problem) {
	request := httptest.NewRequest(http.MethodPatch, "https://mesa.example/api/tickets/PNT000001", strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Content-Type" {
			request.Header.Del("Content-Type")
		}
		request.Header.Add(headers[i], headers[i+1])
	}
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, request)
	var problem api.Problem
	_ = json.Unmarshal(answer.Body.Bytes(), &problem)
	return answer, problem
}

func fieldsOf(problem api.Problem) []string {
	var names []string
	if problem.Errors != nil {
		for _, wrong := range *problem.Errors {
			names = append(names, wrong.Field)
		}
	}
	slices.Sort(names)
	return names
}

func TestBodies(t *testing.T) {
	handler := serve(nil, api.AccessPublic, nothing)
	for name, c := range map[string]struct {
		body   string
		status int
		fields []string
	}{
		"fits":                      {`{"version":1,"priority":"high"}`, 200, nil},
		"null where it is allowed":  {`{"version":1,"priority":null,"assigneeId":null}`, 200, nil},
		"what nobody asked for":     {`{"version":1,"color":null}`, 200, nil},
		"a member twice":            {`{"version":"x","version":1}`, 400, []string{"version"}},
		"null where it is not":      {`{"version":1,"status":null,"topicId":null}`, 400, []string{"status", "topicId"}},
		"null for what is required": {`{"version":null}`, 400, []string{"version"}},
		"without what is required":  {`{"priority":"low"}`, 400, []string{"version"}},
		"in other letters":          {`{"VERSION":1}`, 400, []string{"version"}},
		"another type":              {`{"version":"1"}`, 400, []string{"version"}},
		"a fraction":                {`{"version":1.5}`, 400, []string{"version"}},
		"too large a number":        {`{"version":1e400}`, 400, []string{"version"}},
		"null":                      {`null`, 400, []string{"version"}},
		"a list":                    {`[]`, 400, nil},
		"a text":                    {`"version"`, 400, nil},
		"nothing":                   {``, 400, nil},
		"two values":                {`{"version":1}{"version":2}`, 400, nil},
		"more behind it":            {`{"version":1};`, 400, nil},
		"a comment":                 {`{"version":1/**/}`, 400, nil},
		"not UTF-8":                 {"{\"version\":1,\"topicId\":\"\xff\"}", 400, nil},
		"a byte order mark":         {"\ufeff{\"version\":1}", 400, nil},
		"nested without end":        {strings.Repeat(`{"a":`, 20000) + "1" + strings.Repeat("}", 20000), 400, nil},
		"too much":                  {`{"version":1,"x":"` + strings.Repeat("x", 600<<10) + `"}`, 413, nil},
	} {
		t.Run(name, func(t *testing.T) {
			answer, problem := ask(handler, c.body)
			if answer.Code != c.status || !slices.Equal(fieldsOf(problem), c.fields) {
				t.Errorf("%d %s, should be %d about %v", answer.Code, answer.Body, c.status, c.fields)
			}
		})
	}
}

func TestOnlyJSONIsRead(t *testing.T) {
	handler := serve(nil, api.AccessPublic, nothing)
	for media, status := range map[string]int{
		"application/json": 200, "application/json; charset=utf-8": 200, "Application/JSON; Charset=UTF-8": 200,
		"": 415, "text/plain": 415, "application/x-www-form-urlencoded": 415, "multipart/form-data; boundary=x": 415,
		"application/json; charset=utf-16": 415, "application/json, text/plain": 415, "application/jsonp": 415, "text/json": 415,
	} {
		if answer, _ := ask(handler, `{"version":1}`, "Content-Type", media); answer.Code != status {
			t.Errorf("%q: %d, should be %d", media, answer.Code, status)
		}
	}
}

func TestAnotherSiteIsRefused(t *testing.T) {
	did := false
	handler := serve(nil, api.AccessPublic, func() error { did = true; return nil })
	for name, headers := range map[string][]string{
		"by its origin":            {"Origin", "https://elsewhere.example"},
		"by an origin with a port": {"Origin", "https://mesa.example:8443"},
		"by no origin to tell":     {"Origin", "null"},
		"by the browser's word":    {"Sec-Fetch-Site", "cross-site"},
		"by a sibling":             {"Sec-Fetch-Site", "same-site"},
		"behind CloudFront":        {"Origin", "https://elsewhere.example", "X-Viewer-Host", "mesa.sitio.example"},
		"under the gateway's name": {"Origin", "https://mesa.example", "X-Viewer-Host", "mesa.sitio.example"},
		"whatever its origin says": {"Sec-Fetch-Site", "cross-site", "Origin", "https://mesa.example"},
	} {
		answer, problem := ask(handler, `{"version":1}`, headers...)
		if answer.Code != http.StatusForbidden || problem.Type != "urn:mesa:problem:cross-site" || did {
			t.Errorf("%s: %d %s", name, answer.Code, answer.Body)
		}
	}
	for name, headers := range map[string][]string{
		"the page itself": {"Sec-Fetch-Site", "same-origin", "Origin", "https://mesa.example"}, "no browser": nil,
		"an older browser behind CloudFront": {"Origin", "https://mesa.sitio.example", "X-Viewer-Host", "mesa.sitio.example"},
	} {
		if answer, _ := ask(handler, `{"version":1}`, headers...); answer.Code != http.StatusOK {
			t.Errorf("%s: %d %s", name, answer.Code, answer.Body)
		}
	}
}

func TestWhoMayCall(t *testing.T) {
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
			if answer, _ := ask(serve(sessions, access, nothing), `{"version":1}`, headers...); answer.Code != want[i] {
				t.Errorf("access %q as %q: %d, should be %d", access, role, answer.Code, want[i])
			}
		}
	}
}

func TestCookiesThatAreNoSession(t *testing.T) {
	sessions := people{}
	good := sessions.sessionOf(t, account.Agent, "")
	handler := serve(sessions, api.AccessStaff, nothing)
	for name, cookie := range map[string]string{
		"another name": "Session" + strings.TrimPrefix(good, "session"), "cut": good[:len(good)-1], "longer": good + "A", "in capitals": strings.ToUpper(good),
		"somebody else's": strings.Replace(good, "someone", "nobody", 1), "a path": "session=../../x.y", "empty": "session=", "huge": "session=" + strings.Repeat("a", 8000) + ".b",
		"a worse one before it": "session=x; " + good,
	} {
		if answer, _ := ask(handler, `{"version":1}`, "Cookie", cookie); answer.Code != http.StatusUnauthorized {
			t.Errorf("%s: %d", name, answer.Code)
		}
	}
	if answer, _ := ask(handler, `{"version":1}`, "Cookie", "theme=dark; "+good+"; x=1"); answer.Code != http.StatusOK {
		t.Errorf("among others: %d", answer.Code)
	}
}

func TestWhatCausedAFailureIsNotSent(t *testing.T) {
	for name, does := range map[string]func() error{
		"an error": func() error { return errors.New("secret of the table") },
		"a cause":  func() error { return fault.Because(fault.Unexpected, errors.New("secret")) },
		"a panic":  func() error { panic("secret") },
	} {
		answer, problem := ask(serve(nil, api.AccessPublic, does), `{"version":1}`)
		if answer.Code != http.StatusInternalServerError || strings.Contains(answer.Body.String(), "secret") ||
			answer.Header().Get("Content-Type") != "application/problem+json" || problem.Title == "" {
			t.Errorf("%s: %d %s", name, answer.Code, answer.Body)
		}
	}
}

func TestProblemsSpeakThePersonsLanguage(t *testing.T) {
	sessions := people{}
	english := sessions.sessionOf(t, account.Requester, locale.English)
	handler := serve(sessions, api.AccessPublic, func() error { return fault.New(fault.NotFound) })
	for want, headers := range map[locale.Language][]string{
		locale.Spanish: {"Accept-Language", "fr, es;q=0.5"}, locale.English: {"Accept-Language", "es-MX", "Cookie", english},
	} {
		if _, problem := ask(handler, `{"version":1}`, headers...); problem.Title != locale.ProblemTitle(want, "not-found") {
			t.Errorf("%s: %q", want, problem.Title)
		}
	}
	if _, problem := ask(handler, `{"version":1}`); problem.Title != locale.ProblemTitle(locale.Spanish, "not-found") {
		t.Errorf("without a wish: %q", problem.Title)
	}
}

func TestNothingOfAnAnswerIsKept(t *testing.T) {
	answer, _ := ask(serve(nil, api.AccessPublic, nothing), `{"version":1}`)
	refused, _ := ask(serve(people{}, api.AccessStaff, nothing), `{"version":1}`)
	for _, one := range []*httptest.ResponseRecorder{answer, refused} {
		if one.Header().Get("Cache-Control") != "no-store" || one.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%d: %v", one.Code, one.Header())
		}
	}
}

func TestOtherMethodsAndPaths(t *testing.T) {
	handler := serve(nil, api.AccessPublic, nothing)
	for address, status := range map[string]int{
		"/api/tickets/PNT000001": 405, "/api/tickets": 404, "/api/tickets/": 404, "/api/tickets/a/b": 404, "/": 404, "/api//PNT000001": 404,
		"/api/tickets/..": 405, "/api/tickets/%2e%2e": 405, "/api/tickets/a%2Fb": 405, "/api/tickets/%00%0a": 405, "/api/tickets/%ff": 404,
		"/api/tickets/" + strings.Repeat("9", 1000): 405, "/api/tickets/" + strings.Repeat("9", 1001): 404,
	} {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, address, http.NoBody))
		if answer.Code != status {
			t.Errorf("GET %s: %d, should be %d", address, answer.Code, status)
		}
	}
}

func TestAnEndpointDeclaresItsAccessAndHasSessions(t *testing.T) {
	for name, change := range map[string]func(*httpapi.Endpoint){
		"no access":                       func(e *httpapi.Endpoint) { e.Access = "" },
		"an unknown access":               func(e *httpapi.Endpoint) { e.Access = "anyone" },
		"not public and reads no session": func(e *httpapi.Endpoint) { e.Session = false },
		"no sessions":                     func(e *httpapi.Endpoint) { e.Sessions = nil },
	} {
		endpoint := httpapi.Endpoint{Endpoint: api.UpdateTicket(operation{}), Sessions: people{}}
		change(&endpoint)
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: it was mounted", name)
				}
			}()
			httpapi.Handler(endpoint)
		}()
	}
}
