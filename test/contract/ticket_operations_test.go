//go:build stack

package contract

import (
	"net/http"
	"strings"

	"github.com/oklog/ulid/v2"
)

func ticketsOpened(s *scene) []request {
	key := func() []string { return []string{"Idempotency-Key", ulid.Make().String()} }
	once := key()
	open := func(what string, body map[string]any, headers []string, want int) request {
		return request{what: what, by: s.requester, method: http.MethodPost, path: "/tickets", body: body, headers: headers, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	return append(refusals(s.requester, http.MethodPost, "/tickets", key()...),
		open("good", newTicket(), once, http.StatusCreated),
		open("the same again", newTicket(), once, http.StatusCreated),
		open("another with the key", with(newTicket(), "subject", "Otro asunto"), once, http.StatusConflict),
		open("no such topic", with(newTicket(), "topicId", "no-hay"), key(), http.StatusBadRequest),
		open("a topic that is not public", with(newTicket(), "topicId", "interno"), key(), http.StatusBadRequest),
		open("a continuation of somebody else's", with(newTicket(), "relatedTo", s.foreign), key(), http.StatusBadRequest),
		open("no such entity", with(newTicket(), "entity", "MACONDO"), key(), http.StatusBadRequest),
		open("a file that is not there", with(newTicket(), "attachmentIds", []string{ulid.Make().String()}), key(), http.StatusBadRequest),
		open("nothing said", with(newTicket(), "detail", "<p> </p>"), key(), http.StatusBadRequest),
		unfit(open("no key", newTicket(), nil, http.StatusBadRequest)),
		unfit(open("a bad key", newTicket(), []string{"Idempotency-Key", "con espacios no"}, http.StatusBadRequest)),
		unfit(open("no subject", with(newTicket(), "subject", ""), key(), http.StatusBadRequest)),
		unfit(open("a long subject", with(newTicket(), "subject", strings.Repeat("ñ", 201)), key(), http.StatusBadRequest)),
		unfit(open("a long detail", with(newTicket(), "detail", strings.Repeat("d", 65537)), key(), http.StatusBadRequest)),
		unfit(open("a subject that is a number", with(newTicket(), "subject", 7), key(), http.StatusBadRequest)),
		unfit(open("eleven files", with(newTicket(), "attachmentIds", strings.Split("abcdefghijk", "")), key(), http.StatusBadRequest)),
		request{what: "anyone", by: s.stranger(), method: http.MethodPost, path: "/tickets", body: newTicket(), headers: key(), want: http.StatusUnauthorized},
	)
}

func ticketLists(s *scene) []request {
	list := func(by caller, query string, want int, unfit bool) request {
		return request{what: query, by: by, method: http.MethodGet, path: "/tickets?" + query, want: want, unfit: unfit}
	}
	all := []request{list(s.stranger(), "", http.StatusUnauthorized, false)}
	for _, query := range []string{
		"", "status=all", "status=resolved&limit=5", "sort=created", "sort=-created", "sort=-activity", "scope=mine", "q=contrato", "q=" + s.ticket, "q=%20",
		"q=contrato&status=open",
	} {
		all = append(all, list(s.requester, query, http.StatusOK, false))
	}
	for _, query := range []string{
		"queue=mine", "queue=unassigned", "queue=open", "queue=today", "queue=overdue", "queue=waiting", "queue=resolved", "queue=closed", "queue=all", "queue=mine&sort=due",
		"q=contrato", "q=contrato&limit=100", "queue=open&limit=1",
	} {
		all = append(all, list(s.agent, query, http.StatusOK, false), list(s.admin, query, http.StatusOK, false))
	}
	for _, query := range []string{"status=perdido", "limit=0", "limit=101", "limit=x", "sort=nada", "scope=todo", "queue=suya", "q=" + strings.Repeat("q", 201)} {
		all = append(all, list(s.requester, query, http.StatusBadRequest, true))
	}
	return append(all,
		list(s.requester, "limit=", http.StatusBadRequest, false),
		list(s.requester, "cursor=nada", http.StatusBadRequest, false),
		list(s.requester, "q=contrato&cursor=nada", http.StatusBadRequest, false),
		list(s.requester, "queue=mine", http.StatusBadRequest, false),
		list(s.requester, "scope=organization", http.StatusBadRequest, false),
		list(s.requester, "sort=due", http.StatusBadRequest, false),
	)
}

func tickets(s *scene) []request {
	get := func(what string, by caller, number string, want int) request {
		return request{what: what, by: by, method: http.MethodGet, path: "/tickets/" + number, want: want}
	}
	long := get("too long", s.requester, strings.Repeat("9", 41), http.StatusNotFound)
	long.unfit = true
	return []request{
		get("one's own", s.requester, s.ticket, http.StatusOK),
		get("as staff", s.agent, s.ticket, http.StatusOK),
		get("somebody else's", s.requester, s.foreign, http.StatusNotFound),
		get("none", s.agent, "PNT000000", http.StatusNotFound),
		get("no number", s.requester, "ninguno", http.StatusNotFound),
		get("anyone", s.stranger(), s.ticket, http.StatusUnauthorized),
		long,
	}
}

func ticketsChanged(s *scene) []request {
	path, old := "/tickets/"+s.ticket, s.current()
	change := func(what string, by caller, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPatch, path: path, body: body, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	missing := change("none", s.agent, map[string]any{"version": 1, "priority": "low"}, http.StatusNotFound)
	missing.path = "/tickets/PNT000000"
	foreign := change("somebody else's", s.requester, map[string]any{"version": 1, "priority": "low"}, http.StatusNotFound)
	foreign.path = "/tickets/" + s.foreign
	return append(refusals(s.agent, http.MethodPatch, path),
		unfit(change("no version", s.agent, map[string]any{"priority": "high"}, http.StatusBadRequest)),
		unfit(change("no such priority", s.agent, map[string]any{"version": old, "priority": "urgent"}, http.StatusBadRequest)),
		unfit(change("no such status", s.agent, map[string]any{"version": old, "status": "lost"}, http.StatusBadRequest)),
		unfit(change("version zero", s.agent, map[string]any{"version": 0, "priority": "high"}, http.StatusBadRequest)),
		unfit(change("null for a status", s.agent, map[string]any{"version": old, "status": nil}, http.StatusBadRequest)),
		unfit(change("null for a department", s.agent, map[string]any{"version": old, "departmentId": nil}, http.StatusBadRequest)),
		change("no such agent", s.agent, map[string]any{"version": old, "assigneeId": "nadie"}, http.StatusBadRequest),
		change("no such department", s.agent, map[string]any{"version": old, "departmentId": "ninguno"}, http.StatusBadRequest),
		change("by the requester", s.requester, map[string]any{"version": old, "priority": "high"}, http.StatusForbidden),
		change("a wait without its status", s.agent, map[string]any{"version": old, "waitingFor": "requester"}, http.StatusBadRequest),
		unfit(change("a wait for nobody", s.agent, map[string]any{"version": old, "status": "waiting", "waitingFor": "nobody"}, http.StatusBadRequest)),
		change("weighed", s.agent, map[string]any{"version": old, "priority": "high"}, http.StatusOK),
		change("an old version", s.agent, map[string]any{"version": old, "priority": "low"}, http.StatusConflict),
		change("anyone", s.stranger(), map[string]any{"version": old, "priority": "low"}, http.StatusUnauthorized),
		missing, foreign,
	)
}

func entries(s *scene) []request {
	mine := s.open(s.requester.Visitor).Number
	path := "/tickets/" + mine + "/entries"
	key := []string{"Idempotency-Key", ulid.Make().String()}
	message := map[string]any{"kind": "message", "body": "<p>Otra palabra.</p>"}
	add := func(what string, by caller, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPost, path: path, body: body, want: want}
	}
	keyed := func(r request) request { r.headers = key; return r }
	unfit := func(r request) request { r.unfit = true; return r }
	return append(refusals(s.requester, http.MethodPost, path),
		keyed(add("a message", s.requester, message, http.StatusCreated)),
		keyed(add("the same again", s.requester, message, http.StatusCreated)),
		keyed(add("again, with what the contract does not have", s.requester, with(message, "relatedTo", mine), http.StatusCreated)),
		keyed(add("another with the key", s.requester, with(message, "body", "<p>Otra.</p>"), http.StatusConflict)),
		add("with a file", s.requester, with(message, "attachmentIds", []string{s.upload()}), http.StatusCreated),
		add("a note of a requester", s.requester, with(message, "kind", "note"), http.StatusForbidden),
		unfit(add("an event", s.requester, with(message, "kind", "event"), http.StatusBadRequest)),
		unfit(add("no body", s.requester, map[string]any{"kind": "message"}, http.StatusBadRequest)),
		unfit(add("null for a body", s.requester, with(message, "body", nil), http.StatusBadRequest)),
		unfit(add("a long one", s.requester, with(message, "body", strings.Repeat("m", 65537)), http.StatusBadRequest)),
		unfit(add("no such status", s.requester, with(message, "status", "lost"), http.StatusBadRequest)),
		add("somebody else's", s.requester, message, http.StatusNotFound).on(s.foreign),
		add("none", s.agent, with(with(message, "kind", "note"), "version", 1), http.StatusNotFound).on("PNT000000"),
		add("a response", s.agent, with(with(message, "kind", "response"), "version", s.current()), http.StatusCreated).on(s.ticket),
		add("an old version", s.agent, with(with(message, "kind", "response"), "version", 1), http.StatusConflict).on(s.ticket),
		add("no version", s.agent, with(message, "kind", "response"), http.StatusBadRequest).on(s.ticket),
		add("anyone", s.stranger(), message, http.StatusUnauthorized).on(s.ticket),
	)
}

func presences(s *scene) []request {
	at := func(what string, by caller, number string, doing any, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: "/tickets/" + number + "/presence", body: map[string]any{"doing": doing}, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	return append(refusals(s.agent, http.MethodPut, "/tickets/"+s.ticket+"/presence"),
		at("reading", s.agent, s.ticket, "viewing", http.StatusOK),
		at("writing, with another there", s.admin, s.ticket, "writing", http.StatusOK),
		at("leaving", s.agent, s.ticket, "gone", http.StatusOK),
		unfit(at("asleep", s.agent, s.ticket, "sleeping", http.StatusBadRequest)),
		at("none", s.agent, "PNT000000", "viewing", http.StatusNotFound),
		at("the requester", s.requester, s.ticket, "viewing", http.StatusForbidden),
		at("anyone", s.stranger(), s.ticket, "viewing", http.StatusUnauthorized),
	)
}

func ratings(s *scene) []request {
	rate := func(what string, by caller, number string, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: "/tickets/" + number + "/rating", body: body, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	open, closed := s.open(s.requester.Visitor), s.open(s.requester.Visitor)
	s.requester.Send(s.T, http.MethodPost, "/tickets/"+closed.Number+"/entries", map[string]any{"kind": "message", "body": "Ya quedó.", "status": "closed"}).
		Want(s.T, http.StatusCreated)
	return append(refusals(s.requester, http.MethodPut, "/tickets/"+closed.Number+"/rating"),
		rate("before it was attended", s.requester, open.Number, map[string]any{"score": 5}, http.StatusConflict),
		rate("good", s.requester, closed.Number, map[string]any{"score": 4, "comment": "Rápido"}, http.StatusOK),
		rate("changed", s.requester, closed.Number, map[string]any{"score": 5}, http.StatusOK),
		unfit(rate("six", s.requester, closed.Number, map[string]any{"score": 6}, http.StatusBadRequest)),
		unfit(rate("a long comment", s.requester, closed.Number, map[string]any{"score": 1, "comment": strings.Repeat("c", 1001)}, http.StatusBadRequest)),
		rate("by who attends it", s.agent, closed.Number, map[string]any{"score": 5}, http.StatusForbidden),
		rate("somebody else's", s.requester, s.foreign, map[string]any{"score": 5}, http.StatusNotFound),
		rate("anyone", s.stranger(), closed.Number, map[string]any{"score": 5}, http.StatusUnauthorized),
	)
}

// on returns the request for the thread of another ticket.
func (r request) on(number string) request { r.path = "/tickets/" + number + "/entries"; return r }

// current returns the current version of the scene's ticket.
func (s *scene) current() int64 {
	var got struct{ Version int64 }
	s.agent.Send(s.T, http.MethodGet, "/tickets/"+s.ticket, nil).Into(s.T, http.StatusOK, &got)
	return got.Version
}
