//go:build stack

package contract

import (
	"net/http"
	"strings"
)

func tagsSuggested(s *scene) []request {
	return append(staffGets("/tags")(s),
		request{what: "by their beginning", by: s.agent, method: http.MethodGet, path: "/tags?q=si", want: http.StatusOK},
		request{what: "a long beginning", by: s.agent, method: http.MethodGet, path: "/tags?q=" + strings.Repeat("a", 81), want: http.StatusBadRequest, unfit: true},
		request{what: "no text", by: s.agent, method: http.MethodGet, path: "/tags?q=%00", want: http.StatusBadRequest},
	)
}

func guests(s *scene) []request {
	path := "/tickets/" + s.ticket + "/participants"
	_, colleague := s.newcomer()
	add := func(what string, by caller, login string, want int) request {
		return request{what: what, by: by, method: http.MethodPost, path: path, body: map[string]any{"login": login}, want: want}
	}
	none := add("none", s.agent, "maria.lopez", http.StatusNotFound)
	none.path = "/tickets/PNT000000/participants"
	foreign := add("somebody else's", s.requester, "maria.lopez", http.StatusNotFound)
	foreign.path = "/tickets/" + s.foreign + "/participants"
	closed := add("a closed one", s.agent, "maria.lopez", http.StatusConflict)
	closed.path = "/tickets/" + s.closed() + "/participants"
	long := add("too long", s.agent, strings.Repeat("a", 255), http.StatusBadRequest)
	long.unfit = true
	return append(refusals(s.agent, http.MethodPost, path),
		add("nobody", s.agent, "nadie.nunca", http.StatusBadRequest),
		add("by staff", s.agent, colleague.Username, http.StatusOK),
		add("again", s.agent, colleague.Email, http.StatusOK),
		add("by their requester, of another organization", s.requester, "maria.lopez", http.StatusBadRequest),
		add("anyone", s.stranger(), "maria.lopez", http.StatusUnauthorized),
		none, foreign, closed, long,
	)
}

func guestsGone(s *scene) []request {
	ticket := s.open(s.requester.Visitor).Number
	out := func(what string, by caller, number, id string, want int) request {
		return request{what: what, by: by, method: http.MethodDelete, path: "/tickets/" + number + "/participants/" + id, want: want}
	}
	s.agent.Send(s.T, http.MethodPost, "/tickets/"+ticket+"/participants", map[string]any{"login": "maria.lopez"}).Want(s.T, http.StatusOK)
	return []request{
		out("by who may not", s.requester, ticket, "maria-lopez", http.StatusForbidden),
		out("by staff", s.agent, ticket, "maria-lopez", http.StatusNoContent),
		out("again", s.agent, ticket, "maria-lopez", http.StatusNoContent),
		out("somebody else's", s.requester, s.foreign, "maria-lopez", http.StatusNotFound),
		out("anyone", s.stranger(), ticket, "maria-lopez", http.StatusUnauthorized),
	}
}

// closed is a new ticket that an agent has closed.
func (s *scene) closed() string {
	made := s.open(s.requester.Visitor)
	for {
		var now struct{ Version int64 }
		s.agent.Send(s.T, http.MethodGet, "/tickets/"+made.Number, nil).Into(s.T, http.StatusOK, &now)
		answer := s.agent.Send(s.T, http.MethodPatch, "/tickets/"+made.Number, map[string]any{"status": "closed", "version": now.Version})
		if answer.Status != http.StatusConflict { // route was quicker
			answer.Want(s.T, http.StatusOK)
			return made.Number
		}
	}
}
