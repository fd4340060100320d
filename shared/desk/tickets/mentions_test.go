package tickets_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/wiring/wiringtest"
)

func mention(id, name string) string {
	return fmt.Sprintf(`<span data-mention="%s">@%s</span>`, id, name)
}

// note adds an internal note to the current version of a ticket.
func (r *rig) note(by account.Person, number, body string) wiringtest.Response {
	r.Helper()
	now := r.get(by, number)
	return r.Request("create-entry", by, "/tickets/"+number+"/entries", map[string]any{"kind": "note", "body": body, "version": now.Version})
}

func (r *rig) mentionsOf(person account.Person, query string) api.MentionPage {
	r.Helper()
	a := r.Request("list-mentions", person, "/mentions"+query, nil)
	if a.Cost.Rounds > 2 || a.Cost.ReadUnits > 3 {
		r.Errorf("mentions cost %+v", a.Cost)
	}
	return read[api.MentionPage](r, a, 200)
}

func (r *rig) unreadOf(person account.Person) int {
	r.Helper()
	page := read[api.TicketPage](r, r.Request("list-tickets", person, "/tickets?queue=mine", nil), 200)
	return (*page.Counts)["mentions"]
}

func TestMentionsAreValidated(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		crowd := ""
		for i := range 21 {
			id := fmt.Sprintf("a%d", i)
			if err := r.Table.Accounts.AddPerson(t.Context(), account.Person{ID: id, Username: id, Name: id, Email: id + "@mesa.example", Role: account.Agent}, ""); err != nil {
				t.Fatal(err)
			}
			crowd += mention(id, id)
		}
		made := r.routed()
		gone := account.Person{ID: "gone", Username: "gone", Name: "Ex Agente", Email: "gone@mesa.example", Role: account.Agent, Disabled: true}
		if err := r.Table.Accounts.AddPerson(t.Context(), gone, ""); err != nil {
			t.Fatal(err)
		}
		written := r.note(ana, made.Number, "<p>"+mention("bruno", "Sofía")+" "+mention("usuario", "USUARIO")+" "+mention("gone", "Ex")+" "+mention("nadie", "Nadie")+"</p>")
		entry := read[api.Entry](r, written, 201)
		if want := "<p>" + mention("bruno", "Bruno Salas") + " @USUARIO @Ex @Nadie</p>"; *entry.Body != want || written.Cost.Rounds > 3 {
			t.Errorf("%s for %+v", *entry.Body, written.Cost)
		}
		r.settle(made.Number)
		for person, want := range map[*account.Person]int{&bruno: 1, &ana: 0, &sofia: 0} {
			if got := r.mentionsOf(*person, ""); len(got.Items) != want || r.unreadOf(*person) != want {
				t.Errorf("%s: %+v, %d unread", person.ID, got.Items, r.unreadOf(*person))
			}
		}
		for _, one := range r.get(usuario, made.Number).Entries {
			if one.Kind == api.EntryKindNote {
				t.Errorf("the requester reads %+v", one)
			}
		}
		if refused := r.Request("list-mentions", usuario, "/mentions", nil); refused.Code != 403 {
			t.Errorf("a requester's mentions: %d", refused.Code)
		}

		now := r.get(ana, made.Number)
		answered := read[api.Entry](r, r.Request("create-entry", ana, "/tickets/"+made.Number+"/entries",
			map[string]any{"kind": "response", "body": mention("bruno", "Bruno Salas") + " le ayudará", "version": now.Version}), 201)
		if *answered.Body != "@Bruno Salas le ayudará" {
			t.Errorf("an answer mentions: %s", *answered.Body)
		}
		if fields := fieldsOf(read[api.Problem](r, r.note(sofia, made.Number, crowd), 400)); !slices.Equal(fields, []string{"body"}) {
			t.Errorf("a crowd: %v", fields)
		}
	})
}

func TestListAndReadMentions(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.routed()
		first := read[api.Entry](r, r.note(ana, made.Number, "<p>"+mention("bruno", "Bruno")+", mira <b>esto</b> "+strings.Repeat("largo ", 60)+"</p>"), 201)
		r.settle(made.Number)
		r.settle(made.Number)
		got := r.mentionsOf(bruno, "").Items
		if len(got) != 1 || !got[0].Unread || got[0].Author != "Ana Torres" || got[0].Subject != "Ticket de Prueba" || got[0].Version != first.Version ||
			!strings.HasPrefix(*got[0].Excerpt, "@Bruno Salas, mira esto largo") || len([]rune(*got[0].Excerpt)) > 170 || r.unreadOf(bruno) != 1 {
			t.Fatalf("%+v, %d unread", got, r.unreadOf(bruno))
		}
		seen := func(version int64) wiringtest.Response {
			return r.Request("read-mention", bruno, "/tickets/"+made.Number+"/mention", map[string]any{"version": version})
		}
		again := read[api.Entry](r, r.note(sofia, made.Number, mention("bruno", "Bruno")), 201)
		r.settle(made.Number)
		if a := seen(first.Version); a.Code != 204 || a.Cost.Rounds > 2 || r.unreadOf(bruno) != 1 {
			t.Errorf("what came later was read: %d for %+v, %d unread", a.Code, a.Cost, r.unreadOf(bruno))
		}
		for range 2 {
			if a := seen(again.Version); a.Code != 204 || r.unreadOf(bruno) != 0 {
				t.Errorf("%d, %d unread", a.Code, r.unreadOf(bruno))
			}
		}
		r.settle(made.Number) // repeating the batch does not mark the mention as unread again
		if got := r.mentionsOf(bruno, "").Items; len(got) != 1 || got[0].Unread || got[0].Author != "Sofía Méndez" || r.unreadOf(bruno) != 0 {
			t.Errorf("%+v, %d unread", got, r.unreadOf(bruno))
		}
		if a := r.Request("read-mention", ana, "/tickets/"+made.Number+"/mention", map[string]any{"version": 9}); a.Code != 204 || r.unreadOf(ana) != 0 {
			t.Errorf("who was never mentioned: %d", a.Code)
		}
		if fields := fieldsOf(read[api.Problem](r, seen(0), 400)); !slices.Equal(fields, []string{"version"}) {
			t.Errorf("version 0: %v", fields)
		}

		other := r.routed()
		r.note(ana, other.Number, mention("bruno", "Bruno"))
		r.settle(other.Number)
		page := r.mentionsOf(bruno, "?limit=1")
		next, err := page.Next.Get()
		if err != nil || len(page.Items) != 1 || page.Items[0].Number != other.Number {
			t.Fatalf("%+v", page)
		}
		if rest := r.mentionsOf(bruno, "?limit=1&cursor="+next); len(rest.Items) != 1 || rest.Items[0].Number != made.Number {
			t.Errorf("%+v", rest)
		}
		if theirs := read[api.TicketPage](r, r.Request("list-tickets", bruno, "/tickets?queue=all", nil), 200); len(theirs.Items) > 2 {
			t.Errorf("a mention is in a list of tickets: %+v", theirs.Items)
		}
	})
}
