package tickets_test

import (
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/presence"
	"mesa/shared/wiring/wiringtest"
)

func (r *rig) notePresence(person account.Person, number, doing string) wiringtest.Response {
	r.Helper()
	return r.Request("note-presence", person, "/tickets/"+number+"/presence", map[string]any{"doing": doing})
}

// TestPresence checks the presence of two agents on one ticket, and the cost of a poll (D8).
func TestPresence(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.create(usuario, newTicketBody())
		alone := read[api.Company](r, r.notePresence(ana, created.Number, "viewing"), 200)
		if len(alone.People) != 0 || alone.Version != 1 || alone.Status != api.StatusOpen {
			t.Errorf("%+v", alone)
		}
		response := r.notePresence(bruno, created.Number, "writing")
		if company := read[api.Company](r, response, 200); len(company.People) != 1 || company.People[0].Name != "Ana Torres" || company.People[0].Doing != "viewing" {
			t.Errorf("%+v", company)
		}
		// A poll takes at most 3 rounds including the session lookup, and one write. Its reads do not grow with the thread
		// (Q1).
		if response.Cost.Rounds > 3 || response.Cost.WriteUnits > 1 || response.Cost.ReadUnits > 4 {
			t.Errorf("a poll costs %+v", response.Cost)
		}
		if company := read[api.Company](r, r.notePresence(ana, created.Number, "viewing"), 200); len(company.People) != 1 || company.People[0].Doing != "writing" {
			t.Errorf("%+v", company)
		}
		r.Request("create-entry", usuario, "/tickets/"+created.Number+"/entries", api.NewEntry{Kind: "message", Body: "<p>Algo más.</p>"})
		if changed := read[api.Company](r, r.notePresence(ana, created.Number, "viewing"), 200); changed.Version != 2 {
			t.Errorf("version %d after a message", changed.Version)
		}
		read[api.Company](r, r.notePresence(bruno, created.Number, "gone"), 200)
		if afterLeaving := read[api.Company](r, r.notePresence(ana, created.Number, "viewing"), 200); len(afterLeaving.People) != 0 {
			t.Errorf("%+v", afterLeaving)
		}
		read[api.Company](r, r.notePresence(bruno, created.Number, "viewing"), 200)
		r.clock.Advance(presence.ValidFor + time.Second)
		if later := read[api.Company](r, r.notePresence(ana, created.Number, "viewing"), 200); len(later.People) != 0 {
			t.Errorf("an outdated presence is shown: %+v", later)
		}
	})
}

func TestNotePresenceIsRefused(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.create(usuario, newTicketBody())
		for _, c := range []struct {
			name, number, doing string
			by                  account.Person
			want                int
		}{
			{"the requester", created.Number, "viewing", usuario, 403},
			{"nobody", created.Number, "viewing", account.Person{}, 401},
			{"no such ticket", "PNT999999", "viewing", ana, 404},
			{"unknown activity", created.Number, "sleeping", ana, 400},
		} {
			if got := r.notePresence(c.by, c.number, c.doing); got.Code != c.want {
				t.Errorf("%s: %d, want %d: %s", c.name, got.Code, c.want, got.Body)
			}
		}
	})
}
