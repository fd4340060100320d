//go:build stack

package contract

import "net/http"

// editRequests returns the requests of an operation that changes a part of the desk. They store the current state of the part
// again, so that the demo does not change. edit is the request body without the version.
func editRequests(f *fixture, path string, version int64, edit map[string]any) []request {
	put := func(name string, by caller, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: path, body: body, want: want}
	}
	current := with(edit, "version", version)
	invalid := put("no name", f.admin, map[string]any{"version": version}, http.StatusBadRequest)
	invalid.violation = true
	return append(malformedRequests(f.admin, http.MethodPut, path),
		put("change", f.admin, current, http.StatusOK),
		put("old version", f.admin, current, http.StatusConflict),
		put("create again", f.admin, edit, http.StatusConflict),
		invalid,
		put("agent", f.agent, current, http.StatusForbidden),
		put("not signed in", f.newVisitor(), current, http.StatusUnauthorized),
	)
}

func saveDepartmentRequests(f *fixture) []request {
	var all []struct {
		ID      string         `json:"id"`
		Names   map[string]any `json:"names"`
		Order   int            `json:"order"`
		Version int64          `json:"version"`
	}
	f.admin.Send(f.T, http.MethodGet, "/departments", nil).Into(f.T, http.StatusOK, &all)
	first := all[0]
	return editRequests(f, "/departments/"+first.ID, first.Version, map[string]any{"name": first.Names, "order": first.Order, "active": true})
}

func saveTeamRequests(f *fixture) []request {
	var all []struct {
		ID        string         `json:"id"`
		Names     map[string]any `json:"names"`
		MemberIDs []string       `json:"memberIds"`
		Version   int64          `json:"version"`
	}
	f.admin.Send(f.T, http.MethodGet, "/teams", nil).Into(f.T, http.StatusOK, &all)
	first := all[0]
	return editRequests(f, "/teams/"+first.ID, first.Version, map[string]any{"name": first.Names, "memberIds": first.MemberIDs})
}

func saveOrganizationRequests(f *fixture) []request {
	var page struct {
		Items []struct {
			ID      string `json:"id"`
			Name    string `json:"name"`
			Shares  bool   `json:"shares"`
			Version int64  `json:"version"`
		} `json:"items"`
	}
	f.admin.Send(f.T, http.MethodGet, "/organizations?ids=inai", nil).Into(f.T, http.StatusOK, &page)
	inai := page.Items[0]
	return editRequests(f, "/organizations/inai", inai.Version, map[string]any{"name": inai.Name, "shares": inai.Shares})
}

func updateDeskSettingsRequests(f *fixture) []request {
	var current map[string]any
	f.admin.Send(f.T, http.MethodGet, "/desk-settings", nil).Into(f.T, http.StatusOK, &current)
	patch := func(name string, by caller, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPatch, path: "/desk-settings", body: body, want: want}
	}
	invalid := patch("no version", f.admin, map[string]any{"identity": current["identity"]}, http.StatusBadRequest)
	invalid.violation = true
	return append(malformedRequests(f.admin, http.MethodPatch, "/desk-settings"),
		patch("change", f.admin, current, http.StatusOK),
		patch("old version", f.admin, current, http.StatusConflict),
		invalid,
		patch("agent", f.agent, current, http.StatusForbidden),
		patch("not signed in", f.newVisitor(), current, http.StatusUnauthorized),
	)
}

func getDeskSettingsRequests(f *fixture) []request {
	return []request{
		{name: "admin", by: f.admin, method: http.MethodGet, path: "/desk-settings", want: http.StatusOK},
		{name: "agent", by: f.agent, method: http.MethodGet, path: "/desk-settings", want: http.StatusForbidden},
		{name: "not signed in", by: f.newVisitor(), method: http.MethodGet, path: "/desk-settings", want: http.StatusUnauthorized},
	}
}
