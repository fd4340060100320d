//go:build stack

package contract

import "net/http"

// The test of update-routing-rules (routingRulesChanged) stores a rule and deletes it again, because the demo has no rules.
func routingRules(s *scene) []request {
	return []request{
		{what: "admin", by: s.admin, method: http.MethodGet, path: "/routing-rules", want: http.StatusOK},
		{what: "agent", by: s.agent, method: http.MethodGet, path: "/routing-rules", want: http.StatusForbidden},
		{what: "anyone", by: s.stranger(), method: http.MethodGet, path: "/routing-rules", want: http.StatusUnauthorized},
	}
}

func routingRulesChanged(s *scene) []request {
	var now struct {
		Version int64 `json:"version"`
	}
	s.admin.Send(s.T, http.MethodGet, "/routing-rules", nil).Into(s.T, http.StatusOK, &now)
	rule := map[string]any{
		"id": "contrato", "name": "Del contrato", "enabled": false, "method": "fixed", "agentIds": []string{"ana-agente"}, "departmentId": "obligaciones",
		"when": map[string]any{"topicIds": []string{"sipot"}, "entities": []string{"HIDALGO"}, "organizationIds": []string{"inai"}, "words": []string{"carga masiva"}, "allWords": true},
	}
	put := func(what string, by caller, version int64, want int, rules ...any) request {
		return request{what: what, by: by, method: http.MethodPut, path: "/routing-rules", body: map[string]any{"version": version, "rules": append([]any{}, rules...)}, want: want}
	}
	unfit := put("a method that there isn't", s.admin, now.Version, http.StatusBadRequest, with(rule, "method", "dice"))
	unfit.unfit = true
	return append(refusals(s.admin, http.MethodPut, "/routing-rules"),
		put("a rule", s.admin, now.Version, http.StatusOK, rule),
		put("on the version before", s.admin, now.Version, http.StatusConflict),
		put("nobody's rule", s.admin, now.Version+1, http.StatusBadRequest, with(rule, "agentIds", []string{"nadie"})),
		unfit,
		put("none", s.admin, now.Version+1, http.StatusOK),
		put("agent", s.agent, now.Version, http.StatusForbidden),
		put("anyone", s.stranger(), now.Version, http.StatusUnauthorized),
	)
}

func routingTried(s *scene) []request {
	question := map[string]any{"topicId": "sipot", "subject": "Carga masiva", "entity": "HIDALGO", "organizationId": "inai"}
	try := func(what string, by caller, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPost, path: "/routing-rules/trial", body: body, want: want}
	}
	return append(refusals(s.admin, http.MethodPost, "/routing-rules/trial"),
		try("all of it", s.admin, question, http.StatusOK),
		try("a topic alone", s.admin, map[string]any{"topicId": "sipot", "subject": ""}, http.StatusOK),
		try("no such topic", s.admin, with(question, "topicId", "nada"), http.StatusBadRequest),
		try("agent", s.agent, question, http.StatusForbidden),
		try("anyone", s.stranger(), question, http.StatusUnauthorized),
	)
}

func availabilities(s *scene) []request {
	put := func(what string, by caller, id string, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: "/agents/" + id + "/availability", body: body, want: want}
	}
	unfit := put("no date", s.admin, "elena-agente", map[string]any{"away": true, "backOn": "mañana"}, http.StatusBadRequest)
	unfit.unfit = true
	return append(refusals(s.agent, http.MethodPut, "/agents/ana-agente/availability"),
		put("until a date", s.admin, "elena-agente", map[string]any{"away": true, "backOn": "2999-12-31"}, http.StatusOK),
		put("until further notice", s.admin, "elena-agente", map[string]any{"away": true, "backOn": nil}, http.StatusOK),
		put("one's own", s.agent, "ana-agente", map[string]any{"away": false}, http.StatusOK),
		put("until a day gone by", s.admin, "elena-agente", map[string]any{"away": true, "backOn": "2020-01-01"}, http.StatusBadRequest),
		unfit,
		put("a colleague's", s.agent, "elena-agente", map[string]any{"away": false}, http.StatusForbidden),
		put("nobody's", s.admin, "nadie", map[string]any{"away": false}, http.StatusNotFound),
		put("anyone", s.stranger(), "ana-agente", map[string]any{"away": true}, http.StatusUnauthorized),
	)
}
