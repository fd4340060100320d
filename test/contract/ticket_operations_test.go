//go:build stack

package contract

import (
	"net/http"
	"strings"

	"github.com/oklog/ulid/v2"
)

func createTicketRequests(f *fixture) []request {
	key := func() []string { return []string{"Idempotency-Key", ulid.Make().String()} }
	once := key()
	open := func(name string, body map[string]any, headers []string, want int) request {
		return request{name: name, by: f.requester, method: http.MethodPost, path: "/tickets", body: body, headers: headers, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	spender, _, _ := f.newSpender()
	return append(malformedRequests(f.requester, http.MethodPost, "/tickets", key()...),
		request{name: "over the quota", by: spender, method: http.MethodPost, path: "/tickets", body: newTicket(), headers: key(), want: http.StatusTooManyRequests},
		open("valid", newTicket(), once, http.StatusCreated),
		open("repeated request", newTicket(), once, http.StatusCreated),
		open("same key, other content", with(newTicket(), "subject", "Otro asunto"), once, http.StatusConflict),
		open("unknown topic", with(newTicket(), "topicId", "no-hay"), key(), http.StatusBadRequest),
		open("a topic that is not public", with(newTicket(), "topicId", "interno"), key(), http.StatusBadRequest),
		open("follow-up of another requester's ticket", with(newTicket(), "relatedTo", f.othersTicket), key(), http.StatusBadRequest),
		open("unknown entity", with(newTicket(), "entity", "MACONDO"), key(), http.StatusBadRequest),
		open("unknown file", with(newTicket(), "attachmentIds", []string{ulid.Make().String()}), key(), http.StatusBadRequest),
		open("empty detail", with(newTicket(), "detail", "<p> </p>"), key(), http.StatusBadRequest),
		violating(open("no key", newTicket(), nil, http.StatusBadRequest)),
		violating(open("a bad key", newTicket(), []string{"Idempotency-Key", "con espacios no"}, http.StatusBadRequest)),
		violating(open("no subject", with(newTicket(), "subject", ""), key(), http.StatusBadRequest)),
		violating(open("a long subject", with(newTicket(), "subject", strings.Repeat("ñ", 201)), key(), http.StatusBadRequest)),
		open("a long detail", with(newTicket(), "detail", strings.Repeat("d", 65537)), key(), http.StatusBadRequest),
		violating(open("a subject that is a number", with(newTicket(), "subject", 7), key(), http.StatusBadRequest)),
		violating(open("eleven files", with(newTicket(), "attachmentIds", strings.Split("abcdefghijk", "")), key(), http.StatusBadRequest)),
		request{name: "not signed in", by: f.newVisitor(), method: http.MethodPost, path: "/tickets", body: newTicket(), headers: key(), want: http.StatusUnauthorized},
	)
}

func listTicketsRequests(f *fixture) []request {
	list := func(by caller, query string, want int, violation bool) request {
		return request{name: query, by: by, method: http.MethodGet, path: "/tickets?" + query, want: want, violation: violation}
	}
	all := []request{list(f.newVisitor(), "", http.StatusUnauthorized, false)}
	for _, query := range []string{
		"", "status=all", "status=resolved&limit=5", "sort=created", "sort=-created", "sort=-activity", "scope=mine", "q=contrato", "q=" + f.ticket, "q=%20",
		"q=contrato&status=open",
	} {
		all = append(all, list(f.requester, query, http.StatusOK, false))
	}
	for _, query := range []string{
		"queue=mine", "queue=unassigned", "queue=open", "queue=today", "queue=overdue", "queue=waiting", "queue=resolved", "queue=closed", "queue=all", "queue=mine&sort=due",
		"q=contrato", "q=contrato&limit=100", "queue=open&limit=1",
	} {
		all = append(all, list(f.agent, query, http.StatusOK, false), list(f.admin, query, http.StatusOK, false))
	}
	for _, query := range []string{"status=perdido", "limit=0", "limit=101", "limit=x", "sort=nada", "scope=todo", "queue=suya", "q=" + strings.Repeat("q", 201)} {
		all = append(all, list(f.requester, query, http.StatusBadRequest, true))
	}
	return append(all,
		list(f.requester, "limit=", http.StatusBadRequest, false),
		list(f.requester, "cursor=nada", http.StatusBadRequest, false),
		list(f.requester, "q=contrato&cursor=nada", http.StatusBadRequest, false),
		list(f.requester, "queue=mine", http.StatusBadRequest, false),
		list(f.requester, "scope=organization", http.StatusBadRequest, false),
		list(f.requester, "sort=due", http.StatusBadRequest, false),
	)
}

func getTicketRequests(f *fixture) []request {
	get := func(name string, by caller, number string, want int) request {
		return request{name: name, by: by, method: http.MethodGet, path: "/tickets/" + number, want: want}
	}
	long := get("too long", f.requester, strings.Repeat("9", 41), http.StatusNotFound)
	long.violation = true
	return []request{
		get("own", f.requester, f.ticket, http.StatusOK),
		get("as staff", f.agent, f.ticket, http.StatusOK),
		get("another requester's", f.requester, f.othersTicket, http.StatusNotFound),
		get("unknown id", f.agent, "PNT000000", http.StatusNotFound),
		get("malformed number", f.requester, "ninguno", http.StatusNotFound),
		get("not signed in", f.newVisitor(), f.ticket, http.StatusUnauthorized),
		long,
	}
}

func updateTicketRequests(f *fixture) []request {
	path, old := "/tickets/"+f.ticket, f.currentVersion()
	change := func(name string, by caller, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPatch, path: path, body: body, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	missing := change("unknown id", f.agent, map[string]any{"version": 1, "priority": "low"}, http.StatusNotFound)
	missing.path = "/tickets/PNT000000"
	foreign := change("another requester's", f.requester, map[string]any{"version": 1, "priority": "low"}, http.StatusNotFound)
	foreign.path = "/tickets/" + f.othersTicket
	return append(malformedRequests(f.agent, http.MethodPatch, path),
		violating(change("no version", f.agent, map[string]any{"priority": "high"}, http.StatusBadRequest)),
		violating(change("unknown priority", f.agent, map[string]any{"version": old, "priority": "urgent"}, http.StatusBadRequest)),
		violating(change("unknown status", f.agent, map[string]any{"version": old, "status": "lost"}, http.StatusBadRequest)),
		violating(change("version zero", f.agent, map[string]any{"version": 0, "priority": "high"}, http.StatusBadRequest)),
		violating(change("null for a status", f.agent, map[string]any{"version": old, "status": nil}, http.StatusBadRequest)),
		violating(change("null for a department", f.agent, map[string]any{"version": old, "departmentId": nil}, http.StatusBadRequest)),
		change("unknown agent", f.agent, map[string]any{"version": old, "assigneeId": "nadie"}, http.StatusBadRequest),
		change("unknown department", f.agent, map[string]any{"version": old, "departmentId": "ninguno"}, http.StatusBadRequest),
		change("by the requester", f.requester, map[string]any{"version": old, "priority": "high"}, http.StatusForbidden),
		change("wait without status", f.agent, map[string]any{"version": old, "waitingFor": "requester"}, http.StatusBadRequest),
		violating(change("unknown wait", f.agent, map[string]any{"version": old, "status": "waiting", "waitingFor": "nobody"}, http.StatusBadRequest)),
		change("set priority", f.agent, map[string]any{"version": old, "priority": "high"}, http.StatusOK),
		change("old version", f.agent, map[string]any{"version": old, "priority": "low"}, http.StatusConflict),
		change("not signed in", f.newVisitor(), map[string]any{"version": old, "priority": "low"}, http.StatusUnauthorized),
		missing, foreign,
	)
}

func createEntryRequests(f *fixture) []request {
	mine := f.createTicket(f.requester.Visitor).Number
	path := "/tickets/" + mine + "/entries"
	key := []string{"Idempotency-Key", ulid.Make().String()}
	message := map[string]any{"kind": "message", "body": "<p>Otra palabra.</p>"}
	add := func(name string, by caller, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPost, path: path, body: body, want: want}
	}
	keyed := func(r request) request { r.headers = key; return r }
	violating := func(r request) request { r.violation = true; return r }
	spender, open, _ := f.newSpender()
	return append(malformedRequests(f.requester, http.MethodPost, path),
		add("over the quota", spender, message, http.StatusTooManyRequests).on(open),
		keyed(add("a message", f.requester, message, http.StatusCreated)),
		keyed(add("repeated request", f.requester, message, http.StatusCreated)),
		keyed(add("repeated, with an unknown member", f.requester, with(message, "relatedTo", mine), http.StatusCreated)),
		keyed(add("same key, other content", f.requester, with(message, "body", "<p>Otra.</p>"), http.StatusConflict)),
		add("with a file", f.requester, with(message, "attachmentIds", []string{f.uploadFile()}), http.StatusCreated),
		add("a note of a requester", f.requester, with(message, "kind", "note"), http.StatusForbidden),
		violating(add("event", f.requester, with(message, "kind", "event"), http.StatusBadRequest)),
		violating(add("no body", f.requester, map[string]any{"kind": "message"}, http.StatusBadRequest)),
		violating(add("null for a body", f.requester, with(message, "body", nil), http.StatusBadRequest)),
		add("long body", f.requester, with(message, "body", strings.Repeat("m", 65537)), http.StatusBadRequest),
		violating(add("unknown status", f.requester, with(message, "status", "lost"), http.StatusBadRequest)),
		add("another requester's", f.requester, message, http.StatusNotFound).on(f.othersTicket),
		add("unknown id", f.agent, with(with(message, "kind", "note"), "version", 1), http.StatusNotFound).on("PNT000000"),
		add("a response", f.agent, with(with(message, "kind", "response"), "version", f.currentVersion()), http.StatusCreated).on(f.ticket),
		add("old version", f.agent, with(with(message, "kind", "response"), "version", 1), http.StatusConflict).on(f.ticket),
		add("no version", f.agent, with(message, "kind", "response"), http.StatusBadRequest).on(f.ticket),
		add("not signed in", f.newVisitor(), message, http.StatusUnauthorized).on(f.ticket),
	)
}

func notePresenceRequests(f *fixture) []request {
	note := func(name string, by caller, number string, doing any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: "/tickets/" + number + "/presence", body: map[string]any{"doing": doing}, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	return append(malformedRequests(f.agent, http.MethodPut, "/tickets/"+f.ticket+"/presence"),
		note("viewing", f.agent, f.ticket, "viewing", http.StatusOK),
		note("writing, while another person is viewing", f.admin, f.ticket, "writing", http.StatusOK),
		note("leaving", f.agent, f.ticket, "gone", http.StatusOK),
		violating(note("unknown activity", f.agent, f.ticket, "sleeping", http.StatusBadRequest)),
		note("unknown id", f.agent, "PNT000000", "viewing", http.StatusNotFound),
		note("the requester", f.requester, f.ticket, "viewing", http.StatusForbidden),
		note("not signed in", f.newVisitor(), f.ticket, "viewing", http.StatusUnauthorized),
	)
}

func rateTicketRequests(f *fixture) []request {
	rate := func(name string, by caller, number string, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: "/tickets/" + number + "/rating", body: body, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	open, closed := f.createTicket(f.requester.Visitor), f.createTicket(f.requester.Visitor)
	f.requester.Send(f.T, http.MethodPost, "/tickets/"+closed.Number+"/entries", map[string]any{"kind": "message", "body": "Ya quedó.", "status": "closed"}).
		Want(f.T, http.StatusCreated)
	spender, _, spendersTicket := f.newSpender()
	return append(malformedRequests(f.requester, http.MethodPut, "/tickets/"+closed.Number+"/rating"),
		rate("over the quota", spender, spendersTicket, map[string]any{"score": 5}, http.StatusTooManyRequests),
		rate("unresolved ticket", f.requester, open.Number, map[string]any{"score": 5}, http.StatusConflict),
		rate("valid", f.requester, closed.Number, map[string]any{"score": 4, "comment": "Rápido"}, http.StatusOK),
		rate("change", f.requester, closed.Number, map[string]any{"score": 5}, http.StatusOK),
		violating(rate("score 6", f.requester, closed.Number, map[string]any{"score": 6}, http.StatusBadRequest)),
		violating(rate("a long comment", f.requester, closed.Number, map[string]any{"score": 1, "comment": strings.Repeat("c", 1001)}, http.StatusBadRequest)),
		rate("by the agent", f.agent, closed.Number, map[string]any{"score": 5}, http.StatusForbidden),
		rate("another requester's", f.requester, f.othersTicket, map[string]any{"score": 5}, http.StatusNotFound),
		rate("not signed in", f.newVisitor(), closed.Number, map[string]any{"score": 5}, http.StatusUnauthorized),
	)
}

// on returns the request for the thread of another ticket.
func (r request) on(number string) request { r.path = "/tickets/" + number + "/entries"; return r }

// currentVersion returns the current version of the fixture's ticket.
func (f *fixture) currentVersion() int64 {
	var got struct{ Version int64 }
	f.agent.Send(f.T, http.MethodGet, "/tickets/"+f.ticket, nil).Into(f.T, http.StatusOK, &got)
	return got.Version
}
