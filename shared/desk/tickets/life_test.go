package tickets_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring/wiringtest"
)

type body = map[string]any

func (r *rig) patch(person account.Person, number string, change body, want int) wiringtest.Response {
	r.Helper()
	a := r.Request("update-ticket", person, "/tickets/"+number, change)
	if a.Code != want {
		r.Fatalf("%v by %s: %d, want %d: %s", change, person.ID, a.Code, want, a.Body)
	}
	return a
}

func (r *rig) write(person account.Person, number string, entry body, want int) wiringtest.Response {
	r.Helper()
	a := r.Request("create-entry", person, "/tickets/"+number+"/entries", entry)
	if a.Code != want {
		r.Fatalf("%v by %s: %d, want %d: %s", entry, person.ID, a.Code, want, a.Body)
	}
	return a
}

func (r *rig) checkRounds(a wiringtest.Response, rounds int) {
	r.Helper()
	if a.Cost.Rounds > rounds {
		r.Errorf("%d rounds of the table, more than %d", a.Cost.Rounds, rounds)
	}
}

func TestWaiting(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.create(usuario, newTicketBody())
		r.patch(ana, created.Number, body{"version": 1, "priority": "high"}, 200)
		r.clock.Advance(time.Hour)
		r.write(ana, created.Number, body{"kind": "response", "body": "¿Qué archivo?", "status": "waiting", "waitingFor": "requester", "waitingReason": " el archivo ", "version": 2}, 201)
		for _, person := range []account.Person{usuario, ana} {
			got := r.get(person, created.Number)
			if got.Wait == nil || got.Wait.For != "requester" || got.Wait.Reason == nil || *got.Wait.Reason != "el archivo" {
				t.Fatalf("%s gets the wait %+v", person.ID, got.Wait)
			}
			if staff := person.Role.IsStaff(); (got.FirstResponse != nil) != staff || (got.WorkMinutesLeft != nil) != staff {
				t.Errorf("%s gets the first response %+v and the minutes left %v", person.ID, got.FirstResponse, got.WorkMinutesLeft)
			}
		}
		seen := r.get(ana, created.Number)
		if seen.FirstResponse.State != "met" || *seen.WorkMinutesLeft != 17*60 {
			t.Errorf("first response %+v, %d minutes left, want 17 hours", seen.FirstResponse, *seen.WorkMinutesLeft)
		}
		r.clock.Advance(5 * time.Hour) // to 16:00 on the same day
		if got := r.get(ana, created.Number); *got.WorkMinutesLeft != 17*60 {
			t.Errorf("the deadline clock does not stop in En espera: %d minutes left", *got.WorkMinutesLeft)
		}
		other := body{"status": "waiting", "waitingFor": "third-party", "waitingReason": "el proveedor"}
		other["version"] = 3
		r.checkRounds(r.patch(ana, created.Number, other, 200), 4)
		r.write(usuario, created.Number, body{"kind": "message", "body": "¿Ya?"}, 201)
		if got := r.get(usuario, created.Number); got.Status != "waiting" || got.Wait.For != "third-party" {
			t.Errorf("a message ended the wait for a third party: %s, %+v", got.Status, got.Wait)
		}
		other["waitingFor"], other["version"] = "requester", 5
		r.patch(ana, created.Number, other, 200)
		r.write(usuario, created.Number, body{"kind": "message", "body": "Aquí está"}, 201)
		got := r.get(ana, created.Number)
		if got.Status != "open" || got.Wait != nil || *got.WorkMinutesLeft != 17*60 {
			t.Errorf("after the requester's message: %s, %+v, %d minutes left", got.Status, got.Wait, *got.WorkMinutesLeft)
		}
		last := got.Entries[len(got.Entries)-1]
		if !slices.ContainsFunc(last.Changes, func(c api.Change) bool { return c.Field == "dueAt" }) {
			t.Errorf("the moved deadline is not in the history: %+v", last.Changes)
		}
		for name, invalid := range map[string]body{
			"without the status": {"waitingFor": "requester", "version": 7},
			"an unknown party":   {"status": "waiting", "waitingFor": "nadie", "version": 7},
			"too long":           {"status": "waiting", "waitingReason": strings.Repeat("ñ", 201), "version": 7},
		} {
			if a := r.patch(ana, created.Number, invalid, 400); !strings.Contains(a.Body.String(), `"field":"waiting`) {
				t.Errorf("%s: %s", name, a.Body)
			}
		}
	})
}

func TestRequesterClosesAndReopens(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.create(maria, newTicketBody())
		for name, change := range map[string]body{
			"a priority": {"priority": "high"}, "a status and a priority": {"status": "closed", "priority": "high"}, "an agent": {"status": "closed", "assigneeId": "ana"},
			"a wait": {"status": "waiting"}, "resolved": {"status": "resolved"}, "a reason": {"status": "closed", "waitingReason": "x"}, "nothing": {},
		} {
			change["version"] = 1
			if a := r.Request("update-ticket", maria, "/tickets/"+created.Number, change); a.Code != 403 {
				t.Errorf("a requester changes %s: %d %s", name, a.Code, a.Body)
			}
		}
		r.patch(jorge, created.Number, body{"status": "closed", "version": 1}, 403) // a colleague who may read the ticket
		r.patch(maria, created.Number, body{"status": "closed", "version": 9}, 409)
		r.checkRounds(r.patch(maria, created.Number, body{"status": "closed", "version": 1}, 200), 4)
		r.write(maria, created.Number, body{"kind": "message", "body": "Algo más"}, 409)

		other := r.create(maria, newTicketBody())
		r.write(ana, other.Number, body{"kind": "response", "body": "Listo", "status": "resolved", "version": 1}, 201)
		if got := r.get(jorge, other.Number); !slices.Equal(got.Actions, []api.Action{"message"}) {
			t.Errorf("actions of a colleague: %v", got.Actions)
		}
		r.patch(maria, other.Number, body{"status": "open", "version": 2}, 200)
		r.write(maria, other.Number, body{"kind": "message", "body": "Ya quedó", "status": "closed"}, 201)
		got := r.get(maria, other.Number)
		if got.Status != "closed" || !slices.Equal(got.Actions, []api.Action{"rate"}) {
			t.Errorf("%s, actions %v", got.Status, got.Actions)
		}
	})
}

func TestRating(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.create(usuario, newTicketBody())
		path := "/tickets/" + created.Number + "/rating"
		rate := func(person account.Person, rating body, want int) wiringtest.Response {
			t.Helper()
			a := r.Request("rate-ticket", person, path, rating)
			if a.Code != want {
				t.Fatalf("%v by %s: %d, want %d: %s", rating, person.ID, a.Code, want, a.Body)
			}
			return a
		}
		rate(usuario, body{"score": 5}, 409)
		r.write(ana, created.Number, body{"kind": "response", "body": "Listo", "status": "resolved", "version": 1}, 201)
		rate(maria, body{"score": 5}, 404)
		rate(ana, body{"score": 5}, 403)
		rate(usuario, body{"score": 6}, 400)
		rate(usuario, body{"score": 0}, 400)
		rate(usuario, body{"score": 3, "comment": strings.Repeat("c", 1001)}, 400)
		r.checkRounds(rate(usuario, body{"score": 3, "comment": "Tardó\nun poco"}, 200), 4)
		rate(usuario, body{"score": 3, "comment": "Tardó un poco"}, 200) // a repeated rating changes nothing
		r.clock.Advance(24 * time.Hour)
		rate(usuario, body{"score": 4}, 200)
		got := r.get(ana, created.Number)
		if got.Rating == nil || got.Rating.Score != 4 || got.Rating.Comment != nil || len(got.Entries) != 4 {
			t.Errorf("%+v, %d entries", got.Rating, len(got.Entries))
		}
		r.clock.Advance(7 * 24 * time.Hour)
		rate(usuario, body{"score": 1}, 409)
	})
}

func TestRelatedTicket(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		closed, foreign := r.create(usuario, newTicketBody()), r.create(maria, newTicketBody())
		r.patch(usuario, closed.Number, body{"status": "closed", "version": 1}, 200)
		followUpOf := func(number string) func(*api.NewTicket) {
			return func(n *api.NewTicket) { n.RelatedTo = &number }
		}
		created := r.create(usuario, newTicketBody(followUpOf(closed.Number)))
		if got := r.get(usuario, created.Number); got.RelatedTo == nil || *got.RelatedTo != closed.Number {
			t.Errorf("related to %v", got.RelatedTo)
		}
		if change := created.Entries[0].Changes; len(change) != 1 || change[0].Field != "relatedTo" {
			t.Errorf("the history has %+v", change)
		}
		for _, number := range []string{foreign.Number, "PNT999999", "nada"} {
			a := r.Request("create-ticket", usuario, "/tickets", newTicketBody(followUpOf(number)), "Idempotency-Key", "relacionado-"+number)
			if a.Code != 400 || !strings.Contains(a.Body.String(), `"field":"relatedTo"`) {
				t.Errorf("%s: %d %s", number, a.Code, a.Body)
			}
		}
		a := r.Request("create-ticket", usuario, "/tickets", newTicketBody(followUpOf(closed.Number)), "Idempotency-Key", "relacionado-otra-vez")
		if want := (observe.Cost{Rounds: 4}); a.Code != 201 || a.Cost.Rounds > want.Rounds || a.Cost.WriteUnits > 14 {
			t.Errorf("%d, cost %+v", a.Code, a.Cost)
		}
	})
}
