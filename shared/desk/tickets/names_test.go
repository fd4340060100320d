package tickets_test

import (
	"strings"
	"testing"

	"mesa/shared/api"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/wiring/wiringtest"
)

// TestNamesAreInTheReadersLanguage checks that an English reader sees English names, and that everyone sees the current names
// (E1).
func TestNamesAreInTheReadersLanguage(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
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
