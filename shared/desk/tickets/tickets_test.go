package tickets_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/wiring/wiringtest"
)

func TestCreateTicket(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		first := r.create(usuario, newTicketBody())
		if first.Number != "PNT000001" || first.Status != "open" || !first.Priority.IsNull() || first.Department.Name != "Support" || len(first.Entries) != 1 {
			t.Errorf("%+v", first)
		}
		warm := r.Request("create-ticket", usuario, "/tickets", newTicketBody(), "Idempotency-Key", "llave-de-prueba")
		created := read[api.Ticket](r, warm, 201)
		if warm.Header().Get("Location") != "/api/tickets/"+created.Number {
			t.Errorf("Location: %q", warm.Header().Get("Location"))
		}
		// A creation takes at most 4 rounds including the session lookup, and 14 write units for a text of 1 KB (Q1).
		if warm.Cost.Rounds > 4 || warm.Cost.WriteUnits > 14 {
			t.Errorf("a creation cost %+v", warm.Cost)
		}
		again := r.Request("create-ticket", usuario, "/tickets", newTicketBody(), "Idempotency-Key", "llave-de-prueba")
		if repeated := read[api.Ticket](r, again, 201); repeated.Number != created.Number {
			t.Errorf("requests with the same key created %s and %s", created.Number, repeated.Number)
		}
		other := r.Request("create-ticket", usuario, "/tickets", newTicketBody(func(n *api.NewTicket) { n.Subject = "Otro" }), "Idempotency-Key", "llave-de-prueba")
		if read[api.Problem](r, other, 409).Type != "urn:mesa:problem:idempotency" {
			t.Errorf("%s", other.Body)
		}
		foreign := r.Request("create-ticket", maria, "/tickets", newTicketBody(), "Idempotency-Key", "llave-de-prueba")
		if read[api.Ticket](r, foreign, 201).Number == created.Number {
			t.Error("the same key of another person returned the first person's ticket")
		}
		if next := r.create(usuario, newTicketBody()); next.Number != "PNT000004" {
			t.Errorf("the next number is %s: a repeated request used up a number", next.Number)
		}
	})
}

func TestConcurrentCreation(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		numbers := make([]string, 200)
		var wait sync.WaitGroup
		queue := make(chan int)
		for range 25 {
			wait.Go(func() {
				for i := range queue {
					a := r.Request("create-ticket", usuario, "/tickets", newTicketBody(), "Idempotency-Key", fmt.Sprintf("concurrente-%d", i))
					if a.Code == 201 {
						numbers[i] = a.Header().Get("Location")
					} else {
						t.Errorf("%d: %s", a.Code, a.Body)
					}
				}
			})
		}
		for i := range numbers {
			queue <- i
		}
		close(queue)
		wait.Wait()
		slices.Sort(numbers)
		for i, location := range numbers {
			if want := fmt.Sprintf("/api/tickets/PNT%06d", i+1); location != want {
				t.Fatalf("number %d is %s, want %s", i, location, want)
			}
		}
	})
}

func TestCreateTicketValidates(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		long := strings.Repeat("á", 201)
		for _, c := range []struct {
			name   string
			body   any
			status int
			fields []string
		}{
			{"no fields", `{}`, 400, []string{"detail", "entity", "subject", "topicId"}},
			{"blanks", newTicketBody(func(n *api.NewTicket) { n.Subject, n.Detail = "  ", "<p> &nbsp;</p>" }), 400, []string{"subject", "detail"}},
			{"too long", newTicketBody(func(n *api.NewTicket) { n.Subject = long }), 400, []string{"subject"}},
			{"the maximum length of a subject", newTicketBody(func(n *api.NewTicket) { n.Subject = long[2:] }), 201, nil},
			{"a text over the maximum length", newTicketBody(func(n *api.NewTicket) { n.Detail = strings.Repeat("x", 65537) }), 400, []string{"detail"}},
			{"a long log", newTicketBody(func(n *api.NewTicket) { n.Detail = "<p>" + strings.Repeat("&lt;error&gt; ", 6550) + "x</p>" }), 201, nil},
			{"invisible characters", newTicketBody(func(n *api.NewTicket) { n.Subject = "\x00\u202a" }), 400, []string{"subject"}},
			{"an unknown topic", newTicketBody(func(n *api.NewTicket) { n.TopicId = "nada" }), 400, []string{"topicId"}},
			{"a topic that is not public", newTicketBody(func(n *api.NewTicket) { n.TopicId = "interno" }), 400, []string{"topicId"}},
			{"an unknown entity", newTicketBody(func(n *api.NewTicket) { n.Entity = "TEXAS" }), 400, []string{"entity"}},
			{"a number instead of a text", `{"topicId":"sipot","subject":7,"detail":"x","entity":"FEDERACION"}`, 400, []string{"subject"}},
			{"a text instead of a list", `{"topicId":"sipot","subject":"x","detail":"x","entity":"FEDERACION","attachmentIds":"x"}`, 400, []string{"attachmentIds"}},
			{"invalid file identifiers", newTicketBody(func(n *api.NewTicket) { n.AttachmentIds = &[]string{"x", ""} }), 400, []string{"attachmentIds.1"}},
			{"an unknown file", newTicketBody(func(n *api.NewTicket) { n.AttachmentIds = &[]string{"01ARZ3NDEKTSV4RRFFQ69G5FAV"} }), 400, []string{"attachmentIds.0"}},
			{"invalid JSON", `{"topicId":`, 400, nil},
			{"more than one value", `{}{}`, 400, nil},
			{"latin-1", "{\"subject\":\"\xe1\"}", 400, nil},
			{"null", `null`, 400, []string{"detail", "entity", "subject", "topicId"}},
			{"an array", `[]`, 400, nil},
			{"half a megabyte", `{"detail":"` + strings.Repeat("x", 600<<10) + `"}`, 413, nil},
		} {
			a := r.Request("create-ticket", usuario, "/tickets", c.body, "Idempotency-Key", "clave-"+fmt.Sprint(len(c.name))+"-"+strings.ReplaceAll(c.name, " ", ""))
			if a.Code != c.status {
				t.Errorf("%s: %d %s", c.name, a.Code, a.Body)
				continue
			}
			if c.status == 201 {
				continue
			}
			problem := read[api.Problem](r, a, c.status)
			if a.Header().Get("Content-Type") != "application/problem+json" || problem.Title == "" || problem.Detail == nil {
				t.Errorf("%s: %s", c.name, a.Body)
			}
			if got := fieldsOf(problem); !slices.Equal(got, c.fields) {
				t.Errorf("%s: fields %v, want %v", c.name, got, c.fields)
			}
		}
		for headers, status := range map[[2]string]int{
			{"Idempotency-Key", ""}:                         400,
			{"Idempotency-Key", "con espacios y más"}:       400,
			{"Content-Type", "text/plain"}:                  415,
			{"Content-Type", "application/json; charset=x"}: 415,
		} {
			if a := r.Request("create-ticket", usuario, "/tickets", newTicketBody(), headers[0], headers[1]); a.Code != status {
				t.Errorf("%v: %d %s", headers, a.Code, a.Body)
			}
		}
		crossSite := r.Request("create-ticket", usuario, "/tickets", newTicketBody(), "Sec-Fetch-Site", "cross-site", "Idempotency-Key", "desde-otro-sitio")
		if read[api.Problem](r, crossSite, 403).Type != "urn:mesa:problem:cross-site" {
			t.Errorf("%s", crossSite.Body)
		}
		if nobody := r.Request("create-ticket", account.Person{}, "/tickets", newTicketBody(), "Idempotency-Key", "sin-sesion"); nobody.Code != 401 {
			t.Errorf("%d %s", nobody.Code, nobody.Body)
		}
	})
}

func fieldsOf(p api.Problem) []string {
	if p.Errors == nil {
		return nil
	}
	var names []string
	for _, field := range *p.Errors {
		names = append(names, field.Field)
		if field.Message == "" {
			names = append(names, "without a message")
		}
	}
	return names
}

func TestTextIsSanitized(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.create(usuario, newTicketBody(func(n *api.NewTicket) {
			n.Subject = `<script>alert(1)</script>`
			n.Detail = `<p onclick="x()">hola</p><script>alert(1)</script><a href="javascript:alert(1)">a</a><a href="data:text/html,x">b</a>` +
				`<svg><style><img src=x onerror=alert(1)></style></svg><p style="position:fixed">c</p><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">`
		}))
		body := *r.get(usuario, created.Number).Entries[0].Body
		for _, forbidden := range []string{"<script", "onclick", "onerror=a", "javascript:", "data:", "<svg", "<math", "style=", "<img"} {
			if strings.Contains(strings.ToLower(body), forbidden) {
				t.Errorf("stored %q with %s", body, forbidden)
			}
		}
		if !strings.Contains(body, "hola") {
			t.Errorf("the text was removed: %q", body)
		}
	})
}

func TestTicketOfAnotherPersonIsNotFound(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		foreign, shared := r.create(usuario, newTicketBody()), r.create(maria, newTicketBody())
		checkSame := func(foreign, missing wiringtest.Response) {
			t.Helper()
			format := func(a wiringtest.Response) string { return fmt.Sprint(a.Code, a.Body.String()) }
			if foreign.Code != 404 || format(foreign) != format(missing) {
				t.Errorf("foreign: %s, missing: %s", format(foreign), format(missing))
			}
		}
		const none = "PNT999999"
		checkSame(r.Request("get-ticket", maria, "/tickets/"+foreign.Number, nil), r.Request("get-ticket", maria, "/tickets/"+none, nil))
		comment := api.NewEntry{Kind: "message", Body: "hola"}
		checkSame(r.Request("create-entry", maria, "/tickets/"+foreign.Number+"/entries", comment), r.Request("create-entry", maria, "/tickets/"+none+"/entries", comment))
		change := map[string]any{"status": "closed", "version": 1}
		checkSame(r.Request("update-ticket", maria, "/tickets/"+foreign.Number, change), r.Request("update-ticket", maria, "/tickets/"+none, change))
		if got := r.get(jorge, shared.Number); got.Number != shared.Number {
			t.Error("a colleague in an organization that shares tickets cannot read the ticket")
		}
	})
}

func TestRespondAndResolve(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.create(usuario, newTicketBody())
		r.route(created.Number)
		seen := r.get(ana, created.Number)
		if assignee, err := seen.Assignee.Get(); err != nil || assignee.Id != "ana" {
			t.Fatalf("assigned to %+v, %v", assignee, err)
		}
		prioritized := r.Request("update-ticket", ana, "/tickets/"+created.Number, map[string]any{"priority": "high", "version": seen.Version})
		got := read[api.Ticket](r, prioritized, 200)
		// 16:00 UTC is 10:00 in Mexico City. The day is a Tuesday, so two working days later is Thursday, 10:00.
		if due, err := got.DueAt.Get(); err != nil || !due.Equal(time.Date(2026, 11, 26, 16, 0, 0, 0, time.UTC)) {
			t.Errorf("due %s, %v", due, err)
		}
		r.clock.Advance(time.Hour)
		answered := r.Request("create-entry", ana, "/tickets/"+created.Number+"/entries",
			map[string]any{"kind": "response", "body": "<p>Quedó listo.</p>", "status": "resolved", "version": got.Version})
		if entry := read[api.Entry](r, answered, 201); entry.Kind != "response" || len(entry.Changes) != 1 {
			t.Errorf("%+v", entry)
		}
		if answered.Cost.Rounds > 3 || prioritized.Cost.Rounds > 4 {
			t.Errorf("rounds: %+v, %+v", answered.Cost, prioritized.Cost)
		}
		read[api.Entry](r, r.Request("create-entry", ana, "/tickets/"+created.Number+"/entries",
			map[string]any{"kind": "note", "body": "solo entre nosotros", "version": got.Version + 1}), 201)
		forRequester := r.get(usuario, created.Number)
		if forRequester.Status != "resolved" || !slices.Contains(forRequester.Actions, "reopen") {
			t.Errorf("%s, actions %v", forRequester.Status, forRequester.Actions)
		}
		for _, entry := range forRequester.Entries {
			if entry.Kind == "note" || entry.Reason != nil {
				t.Errorf("the requester can see %+v", entry)
			}
		}
		unaware := map[string]any{"kind": "message", "body": "Sigue igual", "version": got.Version}
		problem := read[api.Problem](r, r.Request("create-entry", usuario, "/tickets/"+created.Number+"/entries", unaware), 409)
		if problem.Version == nil || *problem.Version != forRequester.Version || len(*problem.Changes) != 1 {
			t.Errorf("a message whose author has not read that the ticket is Atendido: %+v", problem)
		}
		unaware["version"] = forRequester.Version
		read[api.Entry](r, r.Request("create-entry", usuario, "/tickets/"+created.Number+"/entries", unaware), 201)
		reopening := map[string]any{"kind": "message", "body": "El problema continúa", "status": "open"}
		read[api.Entry](r, r.Request("create-entry", usuario, "/tickets/"+created.Number+"/entries", reopening), 201)
		if reopened := r.get(usuario, created.Number); reopened.Status != "open" {
			t.Errorf("still %s", reopened.Status)
		}
	})
}

func TestConflict(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.create(usuario, newTicketBody())
		responses := make([]wiringtest.Response, 2)
		var wait sync.WaitGroup
		for i, person := range []account.Person{ana, bruno} {
			wait.Go(func() {
				responses[i] = r.Request("create-entry", person, "/tickets/"+created.Number+"/entries",
					map[string]any{"kind": "response", "body": "respuesta de " + person.Name, "version": created.Version})
			})
		}
		wait.Wait()
		slices.SortFunc(responses, func(a, b wiringtest.Response) int { return a.Code - b.Code })
		read[api.Entry](r, responses[0], 201)
		refused := read[api.Problem](r, responses[1], 409)
		if refused.Type != "urn:mesa:problem:stale" || refused.Version == nil || *refused.Version != 2 || refused.Changes == nil || len(*refused.Changes) != 1 {
			t.Errorf("%s", responses[1].Body)
		}
		stale := r.Request("update-ticket", ana, "/tickets/"+created.Number, map[string]any{"priority": "low", "version": 1})
		if read[api.Problem](r, stale, 409).Changes == nil {
			t.Errorf("%s", stale.Body)
		}
	})
}
