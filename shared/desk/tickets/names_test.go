package tickets_test

import (
	"strings"
	"testing"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/wiring/wiringtest"
)

// TestNamesAreInTheReadersLanguage checks that an English reader sees English names, and that everyone sees the current names
// (E1).
func TestNamesAreInTheReadersLanguage(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		rename := func(topic, department settings.Text) {
			config := settings.Configuration{
				Settings:    settingstest.Mexico(),
				Topics:      []settings.Topic{{ID: "sipot", Name: topic, DepartmentID: "soporte", Public: true, Active: true, Routing: settings.Routing{Method: routing.LeastLoaded}}},
				Departments: []settings.Department{{ID: "soporte", Name: department}},
			}
			if err := r.Table.Settings.PutConfiguration(t.Context(), config); err != nil {
				t.Fatal(err)
			}
			r.emptyCaches()
		}
		rename(settings.Text{Spanish: "Correo", English: "Mail"}, settings.Text{Spanish: "Soporte", English: "Support"})
		opened := r.create(jorge, newTicketBody())
		r.route(opened.Number)
		check := func(card api.TicketCard, where, topic, department string) {
			t.Helper()
			if card.Topic.Name != topic || card.Department.Name != department {
				t.Errorf("%s: %q, %q; want %q, %q", where, card.Topic.Name, card.Department.Name, topic, department)
			}
		}
		firstCard := func(a wiringtest.Response) api.TicketCard {
			t.Helper()
			page := read[api.TicketPage](r, a, 200)
			if len(page.Items) != 1 {
				t.Fatalf("%d tickets", len(page.Items))
			}
			return page.Items[0]
		}
		cardOf := func(t api.Ticket) api.TicketCard {
			return api.TicketCard{Topic: t.Topic, Department: t.Department}
		}
		list := func() wiringtest.Response { return r.Request("list-tickets", jorge, "/tickets", nil) }
		check(cardOf(opened), "a new ticket in English", "Mail", "Support")
		check(cardOf(r.get(jorge, opened.Number)), "a ticket in English", "Mail", "Support")
		check(cardOf(r.get(sofia, opened.Number)), "a ticket in Spanish", "Correo", "Soporte")
		check(firstCard(list()), "the list in English", "Mail", "Support")
		check(firstCard(r.Request("list-tickets", jorge, "/tickets?q=prueba", nil)), "a search in English", "Mail", "Support")
		rename(settings.Text{Spanish: "Buzones", English: "Mailboxes"}, settings.Text{Spanish: "Ayuda", English: "Help"})
		check(cardOf(r.get(jorge, opened.Number)), "a ticket whose topic was renamed", "Mailboxes", "Help")
		renamed := list()
		check(firstCard(renamed), "a list with a renamed topic", "Mailboxes", "Help")
		if renamed.Cost.Rounds > 3 {
			t.Errorf("a list costs %d rounds", renamed.Cost.Rounds)
		}
		for _, entry := range r.get(sofia, opened.Number).Entries {
			if reason := api.Given(entry.Reason); strings.Contains(reason, "Correo") || entry.Kind == api.EntryKindEvent && !strings.Contains(reason, "Buzones") {
				t.Errorf("the history explains the routing as %q", reason)
			}
		}
	})
}

// TestRenamedParties checks that every operation that returns a ticket shows the current names of organizations (E1) and the current
// attributes of people (A6), while the history shows the names of that time (D7).
func TestRenamedParties(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		const renamed = "Infoem, nuevo nombre"
		old := r.create(maria, newTicketBody())
		r.route(old.Number)
		other := r.create(maria, newTicketBody())
		for _, id := range []string{"infoem", "inai"} {
			if err := r.Table.Settings.PutOrganization(t.Context(), account.Organization{ID: id, Name: renamed, Shares: true}); err != nil {
				t.Fatal(err)
			}
		}
		current := map[string]account.Person{}
		for _, person := range []account.Person{maria, jorge, usuario, ana} {
			before := person
			person.Name, person.Phone, person.Language = person.Name+", nuevo nombre", "5512345678", locale.English
			if _, err := r.Table.Accounts.SaveProfile(t.Context(), before, person); err != nil {
				t.Fatal(err)
			}
			current[person.ID] = person
		}
		r.emptyCaches()
		check := func(operation string, response wiringtest.Response, status int) {
			t.Helper()
			shown := read[api.Ticket](r, response, status)
			if api.Given(shown.Organization) != renamed {
				t.Errorf("%s shows %q", operation, api.Given(shown.Organization))
			}
			if requester := shown.Requester; requester.Name != current["maria"].Name || api.Given(requester.Phone) != current["maria"].Phone || api.Given(requester.Language) != "en" {
				t.Errorf("%s shows the requester %+v", operation, requester)
			}
			if assignee, assigned := shown.Assignee.Get(); assigned == nil && assignee.Id == "ana" && assignee.Name != current["ana"].Name {
				t.Errorf("%s shows the assignee %+v", operation, assignee)
			}
			if first := shown.Entries[0]; first.Author.Id == "maria" && first.Author.Name != maria.Name && operation == "get-ticket" {
				t.Errorf("%s shows the author %+v", operation, first.Author)
			}
			for _, participant := range shown.Participants {
				if participant.Name != current[participant.Id].Name {
					t.Errorf("%s shows the participant %+v", operation, participant)
				}
				if api.Given(participant.Organization) != renamed {
					t.Errorf("%s shows the participant %+v", operation, participant)
				}
			}
			limit := 4
			if operation == "get-ticket" {
				limit = 3
			}
			if response.Cost.Rounds > limit {
				t.Errorf("%s costs %+v", operation, response.Cost)
			}
		}
		path := "/tickets/" + old.Number
		r.Request("list-tickets", ana, "/tickets?queue=open", nil) // fills the cache of the settings
		check("get-ticket", r.Request("get-ticket", ana, path, nil), 200)
		r.emptyCaches()
		r.Request("list-topics", maria, "/topics", nil) // fills the cache of the settings and the extra fields
		check("update-ticket", r.Request("update-ticket", ana, path, map[string]any{"priority": "high", "assigneeId": "ana", "version": r.get(ana, old.Number).Version}), 200)
		check("add-participant", r.Request("add-participant", ana, path+"/participants", map[string]any{"login": "jorge"}), 200)
		r.emptyCaches()
		r.Request("list-topics", maria, "/topics", nil)
		check("add-participant of another organization", r.Request("add-participant", ana, path+"/participants", map[string]any{"login": "usuario"}), 200)
		check("split-ticket", r.Request("split-ticket", ana, path+"/split", map[string]any{
			"subject": "Parte", "topicId": "sipot", "entryIds": []string{old.Entries[0].Id}, "version": r.get(ana, old.Number).Version,
		}, "Idempotency-Key", "renombrada-1"), 201)
		check("merge-ticket", r.Request("merge-ticket", sofia, "/tickets/"+other.Number+"/merge", map[string]any{"into": old.Number, "acrossOrganizations": true, "version": r.get(ana, other.Number).Version}), 200)
		check("update-ticket", r.Request("update-ticket", ana, path, map[string]any{"status": "resolved", "version": r.get(ana, old.Number).Version}), 200)
		check("rate-ticket", r.Request("rate-ticket", maria, path+"/rating", map[string]any{"score": 5}), 200)
		check("create-ticket", r.Request("create-ticket", maria, "/tickets", newTicketBody(), "Idempotency-Key", "renombrada-2"), 201)
		check("create-ticket, repeated", r.Request("create-ticket", maria, "/tickets", newTicketBody(), "Idempotency-Key", "renombrada-2"), 201)
	})
}
