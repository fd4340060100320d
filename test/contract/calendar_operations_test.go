//go:build stack

package contract

import "net/http"

func calendars(s *scene) []request {
	get := func(what string, by caller, want int) request {
		return request{what: what, by: by, method: http.MethodGet, path: "/calendar", want: want}
	}
	return []request{
		get("admin", s.admin, http.StatusOK), get("agent", s.agent, http.StatusForbidden),
		get("requester", s.requester, http.StatusForbidden), get("anyone", s.stranger(), http.StatusUnauthorized),
	}
}

// calendar returns the desk's current calendar as the body of a request.
func (s *scene) calendar() map[string]any {
	var now map[string]any
	s.admin.Send(s.T, http.MethodGet, "/calendar", nil).Into(s.T, http.StatusOK, &now)
	delete(now, "holidays")
	delete(now, "preview")
	return now
}

func calendarsChanged(s *scene) []request {
	now := s.calendar()
	change := func(what string, by caller, body map[string]any, want int) request {
		return request{what: what, by: by, method: http.MethodPut, path: "/calendar", body: body, want: want}
	}
	return append(calendarsRefused(s, http.MethodPut, "/calendar", now),
		change("the same", s.admin, now, http.StatusOK),
		change("the same once more, as after a lost answer", s.admin, now, http.StatusOK),
		change("an old version", s.admin, with(now, "closed", []any{map[string]any{"date": "2030-01-02"}}), http.StatusConflict),
	)
}

func calendarsPreviewed(s *scene) []request {
	now := s.calendar()
	return append(calendarsRefused(s, http.MethodPost, "/calendar/preview", now),
		request{what: "the same", by: s.admin, method: http.MethodPost, path: "/calendar/preview", body: now, want: http.StatusOK},
	)
}

func calendarsRefused(s *scene, method, path string, now map[string]any) []request {
	send := func(what string, by caller, body map[string]any, want int) request {
		return request{what: what, by: by, method: method, path: path, body: body, want: want}
	}
	unfit := func(r request) request { r.unfit = true; return r }
	return append(refusals(s.admin, method, path),
		send("a zone of elsewhere", s.admin, with(now, "timeZone", "Marte/Olimpo"), http.StatusBadRequest),
		send("a week without hours", s.admin, with(now, "week", [7][]string{{}, {}, {}, {}, {}, {}, {}}), http.StatusBadRequest),
		send("a day that is none", s.admin, with(now, "closed", []map[string]any{{"date": "2026-02-30"}}), http.StatusBadRequest),
		unfit(send("a week of a day", s.admin, with(now, "week", [1][]string{{}}), http.StatusBadRequest)),
		unfit(send("a warning at once", s.admin, with(now, "warnAt", 0), http.StatusBadRequest)),
		unfit(send("no targets", s.admin, with(now, "targets", nil), http.StatusBadRequest)),
		send("agent", s.agent, now, http.StatusForbidden),
		send("anyone", s.stranger(), now, http.StatusUnauthorized),
	)
}
