//go:build stack

package contract

import (
	"net/http"
	"strings"

	"github.com/oklog/ulid/v2"
)

func topicSettings(s *scene) []request {
	return []request{
		{what: "admin", by: s.admin, method: http.MethodGet, path: "/topic-settings", want: http.StatusOK},
		{what: "agent", by: s.agent, method: http.MethodGet, path: "/topic-settings", want: http.StatusForbidden},
		{what: "anyone", by: s.stranger(), method: http.MethodGet, path: "/topic-settings", want: http.StatusUnauthorized},
	}
}

// topicsSaved creates a retired topic, which no form shows. The test cannot delete it, because topics are only retired.
func topicsSaved(s *scene) []request {
	path := "/topic-settings/contrato-" + strings.ToLower(ulid.Make().String())
	named := func(es string) map[string]any { return map[string]any{"es": es, "en": ""} }
	format := map[string]any{
		"id": "formato", "kind": "choice", "name": named("Formato"), "help": named("El que no carga"), "required": true, "active": true,
		"options": []any{map[string]any{"id": "once", "name": named("Once")}},
	}
	topic := map[string]any{
		"version": 0, "name": named("Del contrato"), "description": named(""), "departmentId": "obligaciones", "public": false, "active": false,
		"order": 9999, "agentIds": []string{"ana-agente"}, "teamIds": []string{}, "method": "fixed", "fields": []any{format},
	}
	put := func(what string, by caller, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: path, body: body, want: want}
	}
	unfit := put("a kind that there isn't", s.admin, with(topic, "fields", []any{with(format, "kind", "color")}), http.StatusBadRequest)
	unfit.unfit = true
	return append(refusals(s.admin, http.MethodPut, path),
		put("begun", s.admin, topic, http.StatusOK),
		put("begun again", s.admin, topic, http.StatusConflict),
		put("changed", s.admin, with(with(topic, "version", 1), "fields", []any{}), http.StatusOK),
		put("a choice of nothing", s.admin, with(with(topic, "version", 2), "fields", []any{with(format, "options", []any{})}), http.StatusBadRequest),
		unfit,
		put("agent", s.agent, topic, http.StatusForbidden),
		put("anyone", s.stranger(), topic, http.StatusUnauthorized),
	)
}
