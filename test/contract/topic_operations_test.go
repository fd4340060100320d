//go:build stack

package contract

import (
	"net/http"
	"strings"

	"github.com/oklog/ulid/v2"
)

func listTopicSettingsRequests(f *fixture) []request {
	return []request{
		{name: "admin", by: f.admin, method: http.MethodGet, path: "/topic-settings", want: http.StatusOK},
		{name: "agent", by: f.agent, method: http.MethodGet, path: "/topic-settings", want: http.StatusForbidden},
		{name: "not signed in", by: f.newVisitor(), method: http.MethodGet, path: "/topic-settings", want: http.StatusUnauthorized},
	}
}

// saveTopicRequests creates a retired topic, which no form shows. It cannot delete the topic, because topics can only be retired.
func saveTopicRequests(f *fixture) []request {
	path := "/topic-settings/contrato-" + strings.ToLower(ulid.Make().String())
	named := func(es string) map[string]any { return map[string]any{"es": es, "en": ""} }
	format := map[string]any{
		"id": "formato", "kind": "choice", "name": named("Formato"), "help": named("El que no carga"), "required": true, "active": true,
		"options": []any{map[string]any{"id": "once", "name": named("Once")}},
	}
	topic := map[string]any{
		"version": 0, "name": named("Del contrato"), "description": named(""), "departmentId": "obligaciones", "public": false, "active": false,
		"order": 9999, "agentIds": []string{"ana-agente"}, "teamId": "accesos", "method": "fixed", "fields": []any{format},
	}
	put := func(name string, by caller, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: path, body: body, want: want}
	}
	invalid := put("unknown kind", f.admin, with(topic, "fields", []any{with(format, "kind", "color")}), http.StatusBadRequest)
	invalid.violation = true
	return append(malformedRequests(f.admin, http.MethodPut, path),
		put("create", f.admin, topic, http.StatusOK),
		put("create again", f.admin, topic, http.StatusConflict),
		put("change", f.admin, with(with(topic, "version", 1), "fields", []any{}), http.StatusOK),
		put("choice without options", f.admin, with(with(topic, "version", 2), "fields", []any{with(format, "options", []any{})}), http.StatusBadRequest),
		invalid,
		put("agent", f.agent, topic, http.StatusForbidden),
		put("not signed in", f.newVisitor(), topic, http.StatusUnauthorized),
	)
}
