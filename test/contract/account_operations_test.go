//go:build stack

package contract

import (
	"net/http"
	"strings"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/account"
)

func createAccountRequestRequests(f *fixture) []request {
	body := map[string]any{"name": "Prueba", "email": "prueba@pruebas.example", "organization": "Pruebas", "phone": "55 5004 2400"}
	create := func(name string, body map[string]any, want int) request {
		return request{name: name, by: f.anonymous, method: http.MethodPost, path: "/account-requests", body: body, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	again := create("over the limit", body, http.StatusTooManyRequests)
	again.attempts = 12
	f.stack.ResetLimits(f.T)
	return append(malformedRequests(f.anonymous, http.MethodPost, "/account-requests"),
		create("valid", body, http.StatusAccepted),
		create("malformed e-mail", with(body, "email", "prueba"), http.StatusBadRequest),
		create("malformed phone", with(body, "phone", "sin teléfono"), http.StatusBadRequest),
		violating(create("no name", with(body, "name", ""), http.StatusBadRequest)),
		violating(create("a long name", with(body, "name", strings.Repeat("n", 121)), http.StatusBadRequest)),
		violating(create("list instead of a name", with(body, "name", []string{"x"}), http.StatusBadRequest)),
		again,
	)
}

func listAccountRequestsRequests(f *fixture) []request {
	get := func(name string, by caller, query string, want int, violation bool) request {
		return request{name: name, by: by, method: http.MethodGet, path: "/account-requests?" + query, want: want, violation: violation}
	}
	return []request{
		get("admin", f.admin, "", http.StatusOK, false), get("limit 2", f.admin, "limit=2", http.StatusOK, false),
		get("malformed cursor", f.admin, "cursor=nada", http.StatusBadRequest, false), get("too many", f.admin, "limit=101", http.StatusBadRequest, true),
		get("agent", f.agent, "", http.StatusForbidden, false), get("requester", f.requester, "", http.StatusForbidden, false),
		get("not signed in", f.newVisitor(), "", http.StatusUnauthorized, false),
	}
}

func listAuditEventsRequests(f *fixture) []request {
	get := func(name string, by caller, query string, want int, violation bool) request {
		return request{name: name, by: by, method: http.MethodGet, path: "/audit?" + query, want: want, violation: violation}
	}
	return []request{
		get("admin", f.admin, "", http.StatusOK, false), get("kind", f.admin, "kind=signed-in&from=2026-01-01&person=nobody", http.StatusOK, false),
		get("malformed cursor", f.admin, "cursor=nada", http.StatusBadRequest, false), get("no date", f.admin, "from=ayer", http.StatusBadRequest, false),
		get("agent", f.agent, "", http.StatusForbidden, false), get("not signed in", f.newVisitor(), "", http.StatusUnauthorized, false),
	}
}

func decideAccountRequestRequests(f *fixture) []request {
	newRequest := func() string {
		id := ulid.Make().String()
		if err := f.stack.Store().Accounts.AddAccountRequest(f.Context(), account.Request{
			ID: id, Name: "Persona de Prueba", Email: strings.ToLower(id) + "@pruebas.example", Organization: "Pruebas", Phone: "55 5004 2400", CreatedAt: time.Now().Add(-48 * time.Hour),
		}); err != nil {
			f.Fatal(err)
		}
		return id
	}
	decide := func(name string, by caller, id string, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: "/account-requests/" + id + "/decision", body: body, want: want}
	}
	approve, refuse := map[string]any{"decision": "approve"}, map[string]any{"decision": "refuse", "reason": "Ya tiene una cuenta."}
	approved := newRequest()
	return append(malformedRequests(f.admin, http.MethodPut, "/account-requests/"+approved+"/decision"),
		decide("unknown organization", f.admin, approved, with(approve, "organizationId", "nada"), http.StatusBadRequest),
		decide("approve", f.admin, approved, approve, http.StatusOK), decide("refuse", f.admin, newRequest(), refuse, http.StatusOK),
		decide("decided", f.admin, approved, refuse, http.StatusConflict), decide("unknown", f.admin, "nada", approve, http.StatusNotFound),
		decide("agent", f.agent, approved, approve, http.StatusForbidden), decide("not signed in", f.newVisitor(), approved, approve, http.StatusUnauthorized),
	)
}
