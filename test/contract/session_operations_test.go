//go:build stack

package contract

import (
	"encoding/json"
	"net/http"
	"slices"

	"mesa/shared/api"
)

func listSessionsRequests(f *fixture) []request {
	return []request{
		{name: "requester", by: f.requester, method: http.MethodGet, path: "/sessions", want: http.StatusOK},
		{name: "agent", by: f.agent, method: http.MethodGet, path: "/sessions", want: http.StatusOK},
		{name: "not signed in", by: f.newVisitor(), method: http.MethodGet, path: "/sessions", want: http.StatusUnauthorized},
	}
}

func endSessionRequests(f *fixture) []request {
	session := f.newSession()
	lost := caller{session.WithLanguage(string(f.language)), f.language}
	end := func(name string, by caller, id string, want int, headers ...string) request {
		return request{name: name, by: by, method: http.MethodDelete, path: "/sessions/" + id, headers: headers, want: want}
	}
	other, _ := f.newRequester()
	id := f.currentSession(lost)
	return []request{
		end("another person's session", other, id, http.StatusNotFound),
		end("from another site", lost, id, http.StatusForbidden, "Sec-Fetch-Site", "cross-site"),
		end("own session", f.requester, id, http.StatusNoContent),
		end("ended session", f.requester, id, http.StatusNotFound),
		end("after its end", lost, id, http.StatusUnauthorized),
	}
}

// currentSession returns the identifier of a caller's current session.
func (f *fixture) currentSession(by caller) string {
	var sessions []api.ListedSession
	if err := json.Unmarshal(by.Send(f.T, http.MethodGet, "/sessions", nil).Body, &sessions); err != nil {
		f.Fatal(err)
	}
	i := slices.IndexFunc(sessions, func(s api.ListedSession) bool { return s.Current })
	if i < 0 {
		f.Fatal("no session is current")
	}
	return sessions[i].Id
}

func endOtherSessionsRequests(f *fixture) []request {
	requester, _ := f.newRequester()
	by := caller{requester.WithLanguage(string(f.language)), f.language}
	end := func(name string, by caller, want int, headers ...string) request {
		return request{name: name, by: by, method: http.MethodDelete, path: "/sessions", headers: headers, want: want}
	}
	return []request{
		end("from another site", by, http.StatusForbidden, "Sec-Fetch-Site", "cross-site"),
		end("requester", by, http.StatusNoContent),
		end("not signed in", f.newVisitor(), http.StatusUnauthorized),
	}
}
