//go:build stack

package contract

import "net/http"

func listRoutingRulesRequests(f *fixture) []request {
	return []request{
		{name: "admin", by: f.admin, method: http.MethodGet, path: "/routing-rules", want: http.StatusOK},
		{name: "agent", by: f.agent, method: http.MethodGet, path: "/routing-rules", want: http.StatusForbidden},
		{name: "not signed in", by: f.newVisitor(), method: http.MethodGet, path: "/routing-rules", want: http.StatusUnauthorized},
	}
}

// updateRoutingRulesRequests stores a rule and deletes it again, because the demo has no rules.
func updateRoutingRulesRequests(f *fixture) []request {
	var now struct {
		Version int64 `json:"version"`
	}
	f.admin.Send(f.T, http.MethodGet, "/routing-rules", nil).Into(f.T, http.StatusOK, &now)
	rule := map[string]any{
		"id": "contrato", "name": "Del contrato", "enabled": false, "method": "fixed", "agentIds": []string{"ana-agente"}, "departmentId": "obligaciones",
		"when": map[string]any{"topicIds": []string{"sipot"}, "entities": []string{"HIDALGO"}, "organizationIds": []string{"inai"}, "words": []string{"carga masiva"}, "allWords": true},
	}
	put := func(name string, by caller, version int64, want int, rules ...any) request {
		return request{name: name, by: by, method: http.MethodPut, path: "/routing-rules", body: map[string]any{"version": version, "rules": append([]any{}, rules...)}, want: want}
	}
	invalid := put("unknown method", f.admin, now.Version, http.StatusBadRequest, with(rule, "method", "dice"))
	invalid.violation = true
	return append(malformedRequests(f.admin, http.MethodPut, "/routing-rules"),
		put("a rule", f.admin, now.Version, http.StatusOK, rule),
		put("old version", f.admin, now.Version, http.StatusConflict),
		put("rule without known agents", f.admin, now.Version+1, http.StatusBadRequest, with(rule, "agentIds", []string{"nadie"})),
		invalid,
		put("no rules", f.admin, now.Version+1, http.StatusOK),
		put("agent", f.agent, now.Version, http.StatusForbidden),
		put("not signed in", f.newVisitor(), now.Version, http.StatusUnauthorized),
	)
}

func tryRoutingRequests(f *fixture) []request {
	question := map[string]any{"topicId": "sipot", "subject": "Carga masiva", "entity": "HIDALGO", "organizationId": "inai"}
	try := func(name string, by caller, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPost, path: "/routing-rules/trial", body: body, want: want}
	}
	return append(malformedRequests(f.admin, http.MethodPost, "/routing-rules/trial"),
		try("all fields", f.admin, question, http.StatusOK),
		try("topic only", f.admin, map[string]any{"topicId": "sipot", "subject": ""}, http.StatusOK),
		try("unknown topic", f.admin, with(question, "topicId", "nada"), http.StatusBadRequest),
		try("agent", f.agent, question, http.StatusForbidden),
		try("not signed in", f.newVisitor(), question, http.StatusUnauthorized),
	)
}

func updateAvailabilityRequests(f *fixture) []request {
	put := func(name string, by caller, id string, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: "/agents/" + id + "/availability", body: body, want: want}
	}
	invalid := put("malformed date", f.admin, "elena-agente", map[string]any{"away": true, "backOn": "mañana"}, http.StatusBadRequest)
	invalid.violation = true
	return append(malformedRequests(f.agent, http.MethodPut, "/agents/ana-agente/availability"),
		put("until a date", f.admin, "elena-agente", map[string]any{"away": true, "backOn": "2999-12-31"}, http.StatusOK),
		put("without an end", f.admin, "elena-agente", map[string]any{"away": true, "backOn": nil}, http.StatusOK),
		put("own", f.agent, "ana-agente", map[string]any{"away": false}, http.StatusOK),
		put("until a past date", f.admin, "elena-agente", map[string]any{"away": true, "backOn": "2020-01-01"}, http.StatusBadRequest),
		invalid,
		put("a colleague's", f.agent, "elena-agente", map[string]any{"away": false}, http.StatusForbidden),
		put("unknown person's", f.admin, "nadie", map[string]any{"away": false}, http.StatusNotFound),
		put("not signed in", f.newVisitor(), "ana-agente", map[string]any{"away": true}, http.StatusUnauthorized),
	)
}
