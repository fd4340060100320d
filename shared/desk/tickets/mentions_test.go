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

// addNote adds an internal note to the current version of a ticket.
func (r *rig) addNote(by account.Person, number, body string) wiringtest.Response {
	r.Helper()
	current := r.get(by, number)
	return r.Request("create-entry", by, "/tickets/"+number+"/entries", map[string]any{"kind": "note", "body": body, "version": current.Version})
}

func (r *rig) mentionsOf(person account.Person, query string) api.MentionPage {
	r.Helper()
	a := r.Request("list-mentions", person, "/mentions"+query, nil)
	if a.Cost.Rounds > 2 || a.Cost.ReadUnits > 3 {
		r.Errorf("mentions cost %+v", a.Cost)
	}
	return read[api.MentionPage](r, a, 200)
}

func (r *rig) unreadMentions(person account.Person) int {
	r.Helper()
	page := read[api.TicketPage](r, r.Request("list-tickets", person, "/tickets?queue=mine", nil), 200)
	return (*page.Counts)["mentions"]
}

func TestMentionsAreValidated(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		manyMentions := ""
		for i := range 21 {
			id := fmt.Sprintf("a%d", i)
			if err := r.Table.Accounts.AddPerson(t.Context(), account.Person{ID: id, Username: id, Name: id, Email: id + "@mesa.example", Role: account.Agent}, ""); err != nil {
				t.Fatal(err)
			}
			manyMentions += mention(id, id)
		}
		created := r.routed()
		disabled := account.Person{ID: "gone", Username: "gone", Name: "Ex Agente", Email: "gone@mesa.example", Role: account.Agent, Disabled: true}
		if err := r.Table.Accounts.AddPerson(t.Context(), disabled, ""); err != nil {
			t.Fatal(err)
		}
		response := r.addNote(ana, created.Number, "<p>"+mention("bruno", "Sofía")+" "+mention("usuario", "USUARIO")+" "+mention("gone", "Ex")+" "+mention("nadie", "Nadie")+"</p>")
		entry := read[api.Entry](r, response, 201)
		if want := "<p>" + mention("bruno", "Bruno Salas") + " @USUARIO @Ex @Nadie</p>"; *entry.Body != want || response.Cost.Rounds > 3 {
			t.Errorf("%s, cost %+v", *entry.Body, response.Cost)
		}
		r.route(created.Number)
		for person, want := range map[*account.Person]int{&bruno: 1, &ana: 0, &sofia: 0} {
			if got := r.mentionsOf(*person, ""); len(got.Items) != want || r.unreadMentions(*person) != want {
				t.Errorf("%s: %+v, %d unread", person.ID, got.Items, r.unreadMentions(*person))
			}
		}
		for _, entry := range r.get(usuario, created.Number).Entries {
			if entry.Kind == api.EntryKindNote {
				t.Errorf("the requester can see %+v", entry)
			}
		}
		if refused := r.Request("list-mentions", usuario, "/mentions", nil); refused.Code != 403 {
			t.Errorf("mentions of a requester: %d", refused.Code)
		}

		current := r.get(ana, created.Number)
		answered := read[api.Entry](r, r.Request("create-entry", ana, "/tickets/"+created.Number+"/entries",
			map[string]any{"kind": "response", "body": mention("bruno", "Bruno Salas") + " le ayudará", "version": current.Version}), 201)
		if *answered.Body != "@Bruno Salas le ayudará" {
			t.Errorf("a response has a mention: %s", *answered.Body)
		}
		if fields := fieldsOf(read[api.Problem](r, r.addNote(sofia, created.Number, manyMentions), 400)); !slices.Equal(fields, []string{"body"}) {
			t.Errorf("21 mentions: %v", fields)
		}
	})
}

func TestListAndReadMentions(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.routed()
		first := read[api.Entry](r, r.addNote(ana, created.Number, "<p>"+mention("bruno", "Bruno")+", mira <b>esto</b> "+strings.Repeat("largo ", 60)+"</p>"), 201)
		r.route(created.Number)
		r.route(created.Number)
		got := r.mentionsOf(bruno, "").Items
		if len(got) != 1 || !got[0].Unread || got[0].Author != "Ana Torres" || got[0].Subject != "Ticket de Prueba" || got[0].Version != first.Version ||
			!strings.HasPrefix(*got[0].Excerpt, "@Bruno Salas, mira esto largo") || len([]rune(*got[0].Excerpt)) > 170 || r.unreadMentions(bruno) != 1 {
			t.Fatalf("%+v, %d unread", got, r.unreadMentions(bruno))
		}
		readUpTo := func(version int64) wiringtest.Response {
			return r.Request("read-mention", bruno, "/tickets/"+created.Number+"/mention", map[string]any{"version": version})
		}
		second := read[api.Entry](r, r.addNote(sofia, created.Number, mention("bruno", "Bruno")), 201)
		r.route(created.Number)
		if a := readUpTo(first.Version); a.Code != 204 || a.Cost.Rounds > 2 || r.unreadMentions(bruno) != 1 {
			t.Errorf("a later mention was marked as read: %d, cost %+v, %d unread", a.Code, a.Cost, r.unreadMentions(bruno))
		}
		for range 2 {
			if a := readUpTo(second.Version); a.Code != 204 || r.unreadMentions(bruno) != 0 {
				t.Errorf("%d, %d unread", a.Code, r.unreadMentions(bruno))
			}
		}
		r.route(created.Number) // repeating the batch does not mark the mention as unread again
		if got := r.mentionsOf(bruno, "").Items; len(got) != 1 || got[0].Unread || got[0].Author != "Sofía Méndez" || r.unreadMentions(bruno) != 0 {
			t.Errorf("%+v, %d unread", got, r.unreadMentions(bruno))
		}
		if a := r.Request("read-mention", ana, "/tickets/"+created.Number+"/mention", map[string]any{"version": 9}); a.Code != 204 || r.unreadMentions(ana) != 0 {
			t.Errorf("a person who is not mentioned: %d", a.Code)
		}
		if fields := fieldsOf(read[api.Problem](r, readUpTo(0), 400)); !slices.Equal(fields, []string{"version"}) {
			t.Errorf("version 0: %v", fields)
		}

		other := r.routed()
		r.addNote(ana, other.Number, mention("bruno", "Bruno"))
		r.route(other.Number)
		page := r.mentionsOf(bruno, "?limit=1")
		next, err := page.Next.Get()
		if err != nil || len(page.Items) != 1 || page.Items[0].Number != other.Number {
			t.Fatalf("%+v", page)
		}
		if rest := r.mentionsOf(bruno, "?limit=1&cursor="+next); len(rest.Items) != 1 || rest.Items[0].Number != created.Number {
			t.Errorf("%+v", rest)
		}
		if list := read[api.TicketPage](r, r.Request("list-tickets", bruno, "/tickets?queue=all", nil), 200); len(list.Items) > 2 {
			t.Errorf("a mention is in a list of tickets: %+v", list.Items)
		}
	})
}
