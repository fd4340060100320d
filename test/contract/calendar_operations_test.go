//go:build stack

package contract

import "net/http"

func getCalendarRequests(f *fixture) []request {
	get := func(name string, by caller, want int) request {
		return request{name: name, by: by, method: http.MethodGet, path: "/calendar", want: want}
	}
	return []request{
		get("admin", f.admin, http.StatusOK), get("agent", f.agent, http.StatusForbidden),
		get("requester", f.requester, http.StatusForbidden), get("not signed in", f.newVisitor(), http.StatusUnauthorized),
	}
}

// currentCalendar returns the desk's current calendar as the body of a request.
func (f *fixture) currentCalendar() map[string]any {
	var now map[string]any
	f.admin.Send(f.T, http.MethodGet, "/calendar", nil).Into(f.T, http.StatusOK, &now)
	delete(now, "holidays")
	delete(now, "preview")
	return now
}

func updateCalendarRequests(f *fixture) []request {
	now := f.currentCalendar()
	change := func(name string, by caller, body map[string]any, want int) request {
		return request{name: name, by: by, method: http.MethodPut, path: "/calendar", body: body, want: want}
	}
	return append(refusedCalendars(f, http.MethodPut, "/calendar", now),
		change("unchanged", f.admin, now, http.StatusOK),
		change("repeated request", f.admin, now, http.StatusOK),
		change("old version", f.admin, with(now, "closed", []any{map[string]any{"date": "2030-01-02"}}), http.StatusConflict),
	)
}

func previewCalendarRequests(f *fixture) []request {
	now := f.currentCalendar()
	return append(refusedCalendars(f, http.MethodPost, "/calendar/preview", now),
		request{name: "unchanged", by: f.admin, method: http.MethodPost, path: "/calendar/preview", body: now, want: http.StatusOK},
	)
}

func refusedCalendars(f *fixture, method, path string, now map[string]any) []request {
	send := func(name string, by caller, body map[string]any, want int) request {
		return request{name: name, by: by, method: method, path: path, body: body, want: want}
	}
	violating := func(r request) request { r.violation = true; return r }
	return append(malformedRequests(f.admin, method, path),
		send("unknown time zone", f.admin, with(now, "timeZone", "Marte/Olimpo"), http.StatusBadRequest),
		send("week without hours", f.admin, with(now, "week", [7][]string{{}, {}, {}, {}, {}, {}, {}}), http.StatusBadRequest),
		send("invalid date", f.admin, with(now, "closed", []map[string]any{{"date": "2026-02-30"}}), http.StatusBadRequest),
		violating(send("week of one day", f.admin, with(now, "week", [1][]string{{}}), http.StatusBadRequest)),
		violating(send("warning at 0 %", f.admin, with(now, "warnAt", 0), http.StatusBadRequest)),
		violating(send("no targets", f.admin, with(now, "targets", nil), http.StatusBadRequest)),
		send("agent", f.agent, now, http.StatusForbidden),
		send("not signed in", f.newVisitor(), now, http.StatusUnauthorized),
	)
}
