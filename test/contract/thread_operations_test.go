//go:build stack

package contract

import (
	"net/http"
	"strings"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/account"
	"mesa/test/running"
)

func listTagsRequests(f *fixture) []request {
	return append(staffGetRequests("/tags")(f),
		request{name: "by prefix", by: f.agent, method: http.MethodGet, path: "/tags?q=si", want: http.StatusOK},
		request{name: "long prefix", by: f.agent, method: http.MethodGet, path: "/tags?q=" + strings.Repeat("a", 81), want: http.StatusBadRequest, violation: true},
		request{name: "control character, which is removed", by: f.agent, method: http.MethodGet, path: "/tags?q=%00", want: http.StatusOK},
	)
}

func addParticipantRequests(f *fixture) []request {
	path := "/tickets/" + f.ticket + "/participants"
	_, colleague := f.newRequester()
	add := func(name string, by caller, login string, want int) request {
		return request{name: name, by: by, method: http.MethodPost, path: path, body: map[string]any{"login": login}, want: want}
	}
	none := add("unknown id", f.agent, "maria.lopez", http.StatusNotFound)
	none.path = "/tickets/PNT000000/participants"
	foreign := add("another requester's", f.requester, "maria.lopez", http.StatusNotFound)
	foreign.path = "/tickets/" + f.othersTicket + "/participants"
	closed := add("closed ticket", f.agent, "maria.lopez", http.StatusConflict)
	closed.path = "/tickets/" + f.closedTicket() + "/participants"
	long := add("too long", f.agent, strings.Repeat("a", 255), http.StatusBadRequest)
	long.violation = true
	var organization account.Organization
	spender, spendersTicket, _ := f.newSpender(func(p *account.Person) { organization = p.Organization })
	_, fellow := f.stack.NewPerson(f.T, func(p *account.Person) { p.Organization = organization })
	over := add("over the quota", spender, fellow.Username, http.StatusTooManyRequests)
	over.path = "/tickets/" + spendersTicket + "/participants"
	return append(malformedRequests(f.agent, http.MethodPost, path),
		over,
		add("unknown login", f.agent, "nadie.nunca", http.StatusBadRequest),
		add("by staff", f.agent, colleague.Username, http.StatusOK),
		add("repeated", f.agent, colleague.Email, http.StatusOK),
		add("by their requester, of another organization", f.requester, "maria.lopez", http.StatusBadRequest),
		add("not signed in", f.newVisitor(), "maria.lopez", http.StatusUnauthorized),
		none, foreign, closed, long,
	)
}

func removeParticipantRequests(f *fixture) []request {
	ticket := f.createTicket(f.requester.Visitor).Number
	remove := func(name string, by caller, number, id string, want int) request {
		return request{name: name, by: by, method: http.MethodDelete, path: "/tickets/" + number + "/participants/" + id, want: want}
	}
	f.agent.Send(f.T, http.MethodPost, "/tickets/"+ticket+"/participants", map[string]any{"login": "maria.lopez"}).Want(f.T, http.StatusOK)
	return []request{
		remove("by the requester, of another organization", f.requester, ticket, "maria-lopez", http.StatusForbidden),
		remove("by staff", f.agent, ticket, "maria-lopez", http.StatusNoContent),
		remove("repeated", f.agent, ticket, "maria-lopez", http.StatusNoContent),
		remove("another requester's", f.requester, f.othersTicket, "maria-lopez", http.StatusNotFound),
		remove("not signed in", f.newVisitor(), ticket, "maria-lopez", http.StatusUnauthorized),
	}
}

// closedTicket returns a new ticket that an agent has closed.
func (f *fixture) closedTicket() string {
	created := f.createTicket(f.requester.Visitor)
	for {
		var now struct{ Version int64 }
		f.agent.Send(f.T, http.MethodGet, "/tickets/"+created.Number, nil).Into(f.T, http.StatusOK, &now)
		answer := f.agent.Send(f.T, http.MethodPatch, "/tickets/"+created.Number, map[string]any{"status": "closed", "version": now.Version})
		if answer.Status != http.StatusConflict { // otherwise route has changed the ticket; retry
			answer.Want(f.T, http.StatusOK)
			return created.Number
		}
	}
}

func listLinksRequests(f *fixture) []request {
	get := func(name string, by caller, number string, want int) request {
		return request{name: name, by: by, method: http.MethodGet, path: "/tickets/" + number + "/links", want: want}
	}
	return []request{
		get("own", f.requester, f.ticket, http.StatusOK),
		get("as staff", f.agent, f.ticket, http.StatusOK),
		get("another requester's", f.requester, f.othersTicket, http.StatusNotFound),
		get("unknown id", f.agent, "PNT000000", http.StatusNotFound),
		get("not signed in", f.newVisitor(), f.ticket, http.StatusUnauthorized),
	}
}

func linkTicketRequests(f *fixture) []request {
	path := "/tickets/" + f.ticket + "/links"
	link := func(name string, by caller, number, kind string, want int) request {
		return request{name: name, by: by, method: http.MethodPost, path: path, body: map[string]any{"number": number, "kind": kind}, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	none := link("unknown id", f.agent, f.othersTicket, "related", http.StatusNotFound)
	none.path = "/tickets/PNT000000/links"
	return append(malformedRequests(f.agent, http.MethodPost, path),
		link("a duplicate", f.agent, f.othersTicket, "duplicate-of", http.StatusNoContent),
		link("repeated", f.agent, strings.ToLower(f.othersTicket), "duplicate-of", http.StatusNoContent),
		link("itself", f.agent, f.ticket, "related", http.StatusBadRequest),
		link("unknown target", f.agent, "PNT000000", "related", http.StatusBadRequest),
		link("malformed number", f.agent, "ninguno", "related", http.StatusBadRequest),
		violating(link("unknown kind", f.agent, f.othersTicket, "merged-into", http.StatusBadRequest)),
		link("by the requester", f.requester, f.othersTicket, "related", http.StatusForbidden),
		link("not signed in", f.newVisitor(), f.othersTicket, "related", http.StatusUnauthorized),
		none,
	)
}

func unlinkTicketRequests(f *fixture) []request {
	unlink := func(name string, by caller, number, other string, want int) request {
		return request{name: name, by: by, method: http.MethodDelete, path: "/tickets/" + number + "/links/" + other, want: want}
	}
	return []request{
		unlink("linked", f.agent, f.ticket, f.othersTicket, http.StatusNoContent),
		unlink("repeated", f.agent, f.ticket, f.othersTicket, http.StatusNoContent),
		unlink("not linked", f.agent, f.ticket, "PNT000000", http.StatusNotFound),
		unlink("unknown id", f.agent, "PNT000000", f.ticket, http.StatusNotFound),
		unlink("by the requester", f.requester, f.ticket, f.othersTicket, http.StatusForbidden),
		unlink("not signed in", f.newVisitor(), f.ticket, f.othersTicket, http.StatusUnauthorized),
	}
}

func mergeTicketRequests(f *fixture) []request {
	source, closed := f.createTicket(f.requester.Visitor), f.closedTicket()
	path := "/tickets/" + source.Number + "/merge"
	// The version is 1 until route has assigned the ticket, so version 1 is outdated in the requests below.
	version := f.routedVersion(source.Number)
	merge := func(name string, by caller, into string, version int64, want int) request {
		return request{name: name, by: by, method: http.MethodPost, path: path, body: map[string]any{"into": into, "version": version}, want: want}
	}
	none := merge("unknown id", f.agent, f.ticket, 1, http.StatusNotFound)
	none.path = "/tickets/PNT000000/merge"
	invalid := merge("version zero", f.agent, f.ticket, 0, http.StatusBadRequest)
	invalid.violation = true
	return append(malformedRequests(f.agent, http.MethodPost, path),
		merge("into itself", f.agent, source.Number, version, http.StatusBadRequest),
		merge("unknown target", f.agent, "PNT000000", version, http.StatusBadRequest),
		merge("closed target", f.agent, closed, version, http.StatusBadRequest),
		merge("old version", f.agent, f.ticket, 1, http.StatusConflict),
		merge("by the requester", f.requester, f.ticket, version, http.StatusForbidden),
		merge("not signed in", f.newVisitor(), f.ticket, version, http.StatusUnauthorized),
		invalid, none,
		merge("into another", f.agent, f.ticket, version, http.StatusOK),
		merge("merged already", f.agent, f.ticket, version+1, http.StatusBadRequest),
	)
}

func undoMergeRequests(f *fixture) []request {
	source := f.createTicket(f.requester.Visitor)
	path := "/tickets/" + source.Number + "/merge"
	merging := map[string]any{"into": f.ticket, "version": f.routedVersion(source.Number)}
	f.agent.Send(f.T, http.MethodPost, path, merging).Into(f.T, http.StatusOK, &struct{}{})
	undo := func(name string, by caller, number string, want int) request {
		return request{name: name, by: by, method: http.MethodDelete, path: "/tickets/" + number + "/merge", want: want}
	}
	return []request{
		undo("unknown id", f.agent, "PNT000000", http.StatusNotFound),
		undo("by the requester", f.requester, source.Number, http.StatusForbidden),
		undo("not signed in", f.newVisitor(), source.Number, http.StatusUnauthorized),
		undo("undone", f.agent, source.Number, http.StatusOK),
		undo("undone already", f.agent, source.Number, http.StatusConflict),
	}
}

// routedVersion returns the version of a ticket after route has assigned it.
func (f *fixture) routedVersion(number string) int64 {
	var version int64
	running.Eventually(f.T, 30*time.Second, "the ticket is routed", func() (bool, any) {
		var got struct{ Version int64 }
		f.agent.Send(f.T, http.MethodGet, "/tickets/"+number, nil).Into(f.T, http.StatusOK, &got)
		version = got.Version
		return version > 1, got
	})
	return version
}

func listMentionsRequests(f *fixture) []request {
	return append(staffGetRequests("/mentions")(f),
		request{name: "a short page", by: f.agent, method: http.MethodGet, path: "/mentions?limit=1", want: http.StatusOK},
		request{name: "a page too long", by: f.agent, method: http.MethodGet, path: "/mentions?limit=101", want: http.StatusBadRequest, violation: true},
		request{name: "malformed cursor", by: f.agent, method: http.MethodGet, path: "/mentions?cursor=x", want: http.StatusBadRequest},
	)
}

func readMentionRequests(f *fixture) []request {
	path := "/tickets/" + f.ticket + "/mention"
	read := func(name string, by caller, version int, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: path, body: map[string]any{"version": version}, want: want}
	}
	invalid := read("version zero", f.agent, 0, http.StatusBadRequest)
	invalid.violation = true
	return append(malformedRequests(f.agent, http.MethodPut, path),
		read("read", f.agent, 1, http.StatusNoContent),
		read("repeated", f.agent, 1, http.StatusNoContent),
		read("by the requester", f.requester, 1, http.StatusForbidden),
		read("not signed in", f.newVisitor(), 1, http.StatusUnauthorized),
		invalid,
	)
}

func splitTicketRequests(f *fixture) []request {
	source, closed := f.createTicket(f.requester.Visitor), f.closedTicket()
	path := "/tickets/" + source.Number + "/split"
	version := f.routedVersion(source.Number)
	var now struct{ Entries []struct{ ID string } }
	f.agent.Send(f.T, http.MethodGet, "/tickets/"+source.Number, nil).Into(f.T, http.StatusOK, &now)
	key := ulid.Make().String()
	good := map[string]any{"entryIds": []string{now.Entries[0].ID}, "subject": "Lo otro", "topicId": newTicket()["topicId"], "version": version}
	split := func(name string, by caller, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPost, path: path, body: body, headers: []string{"Idempotency-Key", key}, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	at := func(r request, path string) request { r.path = path; return r }
	none := split("unknown id", f.agent, good, http.StatusNotFound)
	keyless := violating(split("no key", f.agent, good, http.StatusBadRequest))
	keyless.headers = nil
	return append(malformedRequests(f.agent, http.MethodPost, path),
		split("unknown entry", f.agent, with(good, "entryIds", []string{"01"}), http.StatusBadRequest),
		split("event", f.agent, with(good, "entryIds", []string{now.Entries[1].ID}), http.StatusBadRequest),
		split("unknown topic", f.agent, with(good, "topicId", "nada"), http.StatusBadRequest),
		violating(split("empty", f.agent, with(good, "entryIds", []string{}), http.StatusBadRequest)),
		violating(split("no subject", f.agent, with(good, "subject", ""), http.StatusBadRequest)),
		violating(split("version zero", f.agent, with(good, "version", 0), http.StatusBadRequest)),
		split("old version", f.agent, with(good, "version", 1), http.StatusConflict),
		at(split("closed ticket", f.agent, with(good, "version", 1), http.StatusConflict), "/tickets/"+closed+"/split"),
		split("by the requester", f.requester, good, http.StatusForbidden),
		split("not signed in", f.newVisitor(), good, http.StatusUnauthorized),
		at(none, "/tickets/PNT000000/split"),
		keyless,
		split("valid", f.agent, good, http.StatusCreated),
		split("repeated", f.agent, good, http.StatusCreated),
		split("repeated, with an unknown member", f.agent, with(good, "attachmentIds", []string{"01"}), http.StatusCreated),
		split("same key, other content", f.agent, with(good, "subject", "Otra"), http.StatusConflict),
	)
}
