package tickets_test

import (
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/presence"
	"mesa/shared/wiring/wiringtest"
)

func (r *rig) at(person account.Person, number, doing string) wiringtest.Response {
	r.Helper()
	return r.Request("note-presence", person, "/tickets/"+number+"/presence", map[string]any{"doing": doing})
}

// TestPresence checks the presence of two agents on one ticket, and the cost of a poll (D8).
func TestPresence(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.create(usuario, prueba())
		alone := read[api.Company](r, r.at(ana, made.Number, "viewing"), 200)
		if len(alone.People) != 0 || alone.Version != 1 || alone.Status != api.StatusOpen {
			t.Errorf("%+v", alone)
		}
		told := r.at(bruno, made.Number, "writing")
		if with := read[api.Company](r, told, 200); len(with.People) != 1 || with.People[0].Name != "Ana Torres" || with.People[0].Doing != "viewing" {
			t.Errorf("%+v", with)
		}
		// A poll takes at most 3 rounds including the session lookup, and one write. Its reads do not grow with the thread
		// (Q1).
		if told.Cost.Rounds > 3 || told.Cost.WriteUnits > 1 || told.Cost.ReadUnits > 4 {
			t.Errorf("staying at a ticket costs %+v", told.Cost)
		}
		if with := read[api.Company](r, r.at(ana, made.Number, "viewing"), 200); len(with.People) != 1 || with.People[0].Doing != "writing" {
			t.Errorf("%+v", with)
		}
		r.Request("create-entry", usuario, "/tickets/"+made.Number+"/entries", api.NewEntry{Kind: "message", Body: "<p>Algo más.</p>"})
		if changed := read[api.Company](r, r.at(ana, made.Number, "viewing"), 200); changed.Version != 2 {
			t.Errorf("the requester wrote, and the version is %d", changed.Version)
		}
		read[api.Company](r, r.at(bruno, made.Number, "gone"), 200)
		if left := read[api.Company](r, r.at(ana, made.Number, "viewing"), 200); len(left.People) != 0 {
			t.Errorf("%+v", left)
		}
		read[api.Company](r, r.at(bruno, made.Number, "viewing"), 200)
		r.clock.Advance(presence.ValidFor + time.Second)
		if later := read[api.Company](r, r.at(ana, made.Number, "viewing"), 200); len(later.People) != 0 {
			t.Errorf("who said nothing for long is still there: %+v", later)
		}
	})
}

func TestPresenceRefused(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.create(usuario, prueba())
		for _, c := range []struct {
			name, number, doing string
			by                  account.Person
			want                int
		}{
			{"the requester", made.Number, "viewing", usuario, 403},
			{"nobody", made.Number, "viewing", account.Person{}, 401},
			{"no such ticket", "PNT999999", "viewing", ana, 404},
			{"doing what", made.Number, "sleeping", ana, 400},
		} {
			if got := r.at(c.by, c.number, c.doing); got.Code != c.want {
				t.Errorf("%s: %d, want %d: %s", c.name, got.Code, c.want, got.Body)
			}
		}
	})
}
