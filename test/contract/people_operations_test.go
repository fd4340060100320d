//go:build stack

package contract

import (
	"net/http"
	"strings"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/account"
)

func listPeopleRequests(f *fixture) []request {
	get := func(by caller, query string, want int) request {
		return request{name: query, by: by, method: http.MethodGet, path: "/people?" + query, want: want}
	}
	tooMany := get(f.admin, "limit=101", http.StatusBadRequest)
	tooMany.violation = true
	return []request{
		get(f.admin, "", http.StatusOK), get(f.admin, "q=ana&role=agent&status=active&limit=2", http.StatusOK), get(f.admin, "organization=infoem", http.StatusOK),
		get(f.admin, "cursor=x", http.StatusBadRequest), tooMany, get(f.agent, "", http.StatusForbidden), get(f.newVisitor(), "", http.StatusUnauthorized),
	}
}

func createPersonRequests(f *fixture) []request {
	body := map[string]any{"name": "Persona de Prueba", "email": strings.ToLower(ulid.Make().String()) + "@pruebas.example", "role": "requester"}
	create := func(name string, by caller, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPost, path: "/people", body: body, want: want}
	}
	noName := create("no name", f.admin, with(body, "name", ""), http.StatusBadRequest)
	noName.violation = true
	return append(malformedRequests(f.admin, http.MethodPost, "/people"),
		create("valid", f.admin, body, http.StatusCreated), create("again", f.admin, body, http.StatusConflict),
		create("unknown organization", f.admin, with(body, "organizationId", "nada"), http.StatusBadRequest), noName,
		create("agent", f.agent, body, http.StatusForbidden), create("not signed in", f.newVisitor(), body, http.StatusUnauthorized),
	)
}

func getPersonRequests(f *fixture) []request {
	person, _ := f.stack.NewPerson(f.T)
	get := func(name string, by caller, id string, want int) request {
		return request{name: name, by: by, method: http.MethodGet, path: "/people/" + id, want: want}
	}
	return []request{
		get("known", f.admin, person.ID, http.StatusOK), get("unknown", f.admin, "nadie", http.StatusNotFound),
		get("agent", f.agent, person.ID, http.StatusForbidden), get("not signed in", f.newVisitor(), person.ID, http.StatusUnauthorized),
	}
}

func updatePersonRequests(f *fixture) []request {
	person, _ := f.stack.NewPerson(f.T)
	change := func(name string, by caller, id string, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPatch, path: "/people/" + id, body: body, want: want}
	}
	renamed := map[string]any{"version": person.Version, "name": "Otro Nombre"}
	return append(malformedRequests(f.admin, http.MethodPatch, "/people/"+person.ID),
		change("rename", f.admin, person.ID, renamed, http.StatusOK), change("old version", f.admin, person.ID, renamed, http.StatusConflict),
		change("unknown entity", f.admin, person.ID, map[string]any{"version": person.Version + 1, "entity": "NADA"}, http.StatusBadRequest),
		change("unknown", f.admin, "nadie", renamed, http.StatusNotFound),
		change("agent", f.agent, person.ID, renamed, http.StatusForbidden), change("not signed in", f.newVisitor(), person.ID, renamed, http.StatusUnauthorized),
	)
}

func invitePersonRequests(f *fixture) []request {
	person, _ := f.stack.NewPerson(f.T)
	disabled, _ := f.stack.NewPerson(f.T, func(p *account.Person) { p.Disabled = true })
	invite := func(name string, by caller, id string, want int) request {
		return request{name: name, by: by, method: http.MethodPost, path: "/people/" + id + "/invitation", body: map[string]any{"version": person.Version}, want: want}
	}
	return append(malformedRequests(f.admin, http.MethodPost, "/people/"+person.ID+"/invitation"),
		invite("valid", f.admin, person.ID, http.StatusNoContent), invite("disabled", f.admin, disabled.ID, http.StatusConflict), invite("unknown", f.admin, "nadie", http.StatusNotFound),
		invite("agent", f.agent, person.ID, http.StatusForbidden), invite("not signed in", f.newVisitor(), person.ID, http.StatusUnauthorized),
	)
}
