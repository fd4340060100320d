//go:build stack

package contract

import (
	"net/http"
	"strings"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/test/running"
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

// closed returns a new ticket that an agent has closed.
func (s *scene) closed() string {
	made := s.open(s.requester.Visitor)
	for {
		var now struct{ Version int64 }
		s.agent.Send(s.T, http.MethodGet, "/tickets/"+made.Number, nil).Into(s.T, http.StatusOK, &now)
		answer := s.agent.Send(s.T, http.MethodPatch, "/tickets/"+made.Number, map[string]any{"status": "closed", "version": now.Version})
		if answer.Status != http.StatusConflict { // otherwise route has changed the ticket; retry
			answer.Want(s.T, http.StatusOK)
			return made.Number
		}
	}
}

func linkLists(s *scene) []request {
	get := func(what string, by caller, number string, want int) request {
		return request{what: what, by: by, method: http.MethodGet, path: "/tickets/" + number + "/links", want: want}
	}
	return []request{
		get("one's own", s.requester, s.ticket, http.StatusOK),
		get("as staff", s.agent, s.ticket, http.StatusOK),
		get("somebody else's", s.requester, s.foreign, http.StatusNotFound),
		get("none", s.agent, "PNT000000", http.StatusNotFound),
		get("anyone", s.stranger(), s.ticket, http.StatusUnauthorized),
	}
}

func linksMade(s *scene) []request {
	path := "/tickets/" + s.ticket + "/links"
	tie := func(what string, by caller, number, kind string, want int) request {
		return request{what: what, by: by, method: http.MethodPost, path: path, body: map[string]any{"number": number, "kind": kind}, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	none := tie("none", s.agent, s.foreign, "related", http.StatusNotFound)
	none.path = "/tickets/PNT000000/links"
	return append(refusals(s.agent, http.MethodPost, path),
		tie("a duplicate", s.agent, s.foreign, "duplicate-of", http.StatusNoContent),
		tie("again", s.agent, strings.ToLower(s.foreign), "duplicate-of", http.StatusNoContent),
		tie("itself", s.agent, s.ticket, "related", http.StatusBadRequest),
		tie("to none", s.agent, "PNT000000", "related", http.StatusBadRequest),
		tie("to no number", s.agent, "ninguno", "related", http.StatusBadRequest),
		unfit(tie("no such kind", s.agent, s.foreign, "merged-into", http.StatusBadRequest)),
		tie("by the requester", s.requester, s.foreign, "related", http.StatusForbidden),
		tie("anyone", s.stranger(), s.foreign, "related", http.StatusUnauthorized),
		none,
	)
}

func linksUndone(s *scene) []request {
	untie := func(what string, by caller, number, other string, want int) request {
		return request{what: what, by: by, method: http.MethodDelete, path: "/tickets/" + number + "/links/" + other, want: want}
	}
	return []request{
		untie("tied", s.agent, s.ticket, s.foreign, http.StatusNoContent),
		untie("again", s.agent, s.ticket, s.foreign, http.StatusNoContent),
		untie("from none", s.agent, s.ticket, "PNT000000", http.StatusNotFound),
		untie("none", s.agent, "PNT000000", s.ticket, http.StatusNotFound),
		untie("by the requester", s.requester, s.ticket, s.foreign, http.StatusForbidden),
		untie("anyone", s.stranger(), s.ticket, s.foreign, http.StatusUnauthorized),
	}
}

func mergings(s *scene) []request {
	source, closed := s.open(s.requester.Visitor), s.closed()
	path := "/tickets/" + source.Number + "/merge"
	// The version is 1 until route has assigned the ticket, so version 1 is outdated in the requests below.
	version := s.settled(source.Number)
	merge := func(what string, by caller, into string, version int64, want int) request {
		return request{what: what, by: by, method: http.MethodPost, path: path, body: map[string]any{"into": into, "version": version}, want: want}
	}
	none := merge("none", s.agent, s.ticket, 1, http.StatusNotFound)
	none.path = "/tickets/PNT000000/merge"
	unfit := merge("version zero", s.agent, s.ticket, 0, http.StatusBadRequest)
	unfit.unfit = true
	return append(refusals(s.agent, http.MethodPost, path),
		merge("into itself", s.agent, source.Number, version, http.StatusBadRequest),
		merge("into none", s.agent, "PNT000000", version, http.StatusBadRequest),
		merge("into a closed one", s.agent, closed, version, http.StatusBadRequest),
		merge("an old version", s.agent, s.ticket, 1, http.StatusConflict),
		merge("by the requester", s.requester, s.ticket, version, http.StatusForbidden),
		merge("anyone", s.stranger(), s.ticket, version, http.StatusUnauthorized),
		unfit, none,
		merge("into another", s.agent, s.ticket, version, http.StatusOK),
		merge("twice", s.agent, s.ticket, version+1, http.StatusBadRequest),
	)
}

// settled returns the version of a ticket after route has assigned it.
func (s *scene) settled(number string) int64 {
	var version int64
	running.Eventually(s.T, 30*time.Second, "the ticket is routed", func() (bool, any) {
		var got struct{ Version int64 }
		s.agent.Send(s.T, http.MethodGet, "/tickets/"+number, nil).Into(s.T, http.StatusOK, &got)
		version = got.Version
		return version > 1, got
	})
	return version
}

func mentions(s *scene) []request {
	return append(staffGets("/mentions")(s),
		request{what: "a short page", by: s.agent, method: http.MethodGet, path: "/mentions?limit=1", want: http.StatusOK},
		request{what: "a page too long", by: s.agent, method: http.MethodGet, path: "/mentions?limit=101", want: http.StatusBadRequest, unfit: true},
		request{what: "no cursor of ours", by: s.agent, method: http.MethodGet, path: "/mentions?cursor=x", want: http.StatusBadRequest},
	)
}

func mentionsRead(s *scene) []request {
	path := "/tickets/" + s.ticket + "/mention"
	read := func(what string, by caller, version int, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: path, body: map[string]any{"version": version}, want: want}
	}
	unfit := read("version zero", s.agent, 0, http.StatusBadRequest)
	unfit.unfit = true
	return append(refusals(s.agent, http.MethodPut, path),
		read("read", s.agent, 1, http.StatusNoContent),
		read("again", s.agent, 1, http.StatusNoContent),
		read("by the requester", s.requester, 1, http.StatusForbidden),
		read("anyone", s.stranger(), 1, http.StatusUnauthorized),
		unfit,
	)
}

func splittings(s *scene) []request {
	source, closed := s.open(s.requester.Visitor), s.closed()
	path := "/tickets/" + source.Number + "/split"
	version := s.settled(source.Number)
	var now struct{ Entries []struct{ ID string } }
	s.agent.Send(s.T, http.MethodGet, "/tickets/"+source.Number, nil).Into(s.T, http.StatusOK, &now)
	key := ulid.Make().String()
	good := map[string]any{"entryIds": []string{now.Entries[0].ID}, "subject": "Lo otro", "topicId": newTicket()["topicId"], "version": version}
	split := func(what string, by caller, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPost, path: path, body: body, headers: []string{"Idempotency-Key", key}, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	at := func(r request, path string) request { r.path = path; return r }
	none := split("none", s.agent, good, http.StatusNotFound)
	keyless := unfit(split("no key", s.agent, good, http.StatusBadRequest))
	keyless.headers = nil
	return append(refusals(s.agent, http.MethodPost, path),
		split("no such entry", s.agent, with(good, "entryIds", []string{"01"}), http.StatusBadRequest),
		split("an event", s.agent, with(good, "entryIds", []string{now.Entries[1].ID}), http.StatusBadRequest),
		split("no such topic", s.agent, with(good, "topicId", "nada"), http.StatusBadRequest),
		unfit(split("nothing", s.agent, with(good, "entryIds", []string{}), http.StatusBadRequest)),
		unfit(split("no subject", s.agent, with(good, "subject", ""), http.StatusBadRequest)),
		unfit(split("version zero", s.agent, with(good, "version", 0), http.StatusBadRequest)),
		split("an old version", s.agent, with(good, "version", 1), http.StatusConflict),
		at(split("a closed one", s.agent, with(good, "version", 1), http.StatusConflict), "/tickets/"+closed+"/split"),
		split("by the requester", s.requester, good, http.StatusForbidden),
		split("anyone", s.stranger(), good, http.StatusUnauthorized),
		at(none, "/tickets/PNT000000/split"),
		keyless,
		split("some of it", s.agent, good, http.StatusCreated),
		split("again", s.agent, good, http.StatusCreated),
		split("again, with what the contract does not have", s.agent, with(good, "attachmentIds", []string{"01"}), http.StatusCreated),
		split("another with the key", s.agent, with(good, "subject", "Otra"), http.StatusConflict),
	)
}
