package mailing_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

// mailer is a fake that stores the last notice.
type mailer struct{ sent notify.Notice }

func (m *mailer) Send(_ context.Context, n notify.Notice) (string, error) {
	m.sent = n
	return "", nil
}

// TestNamesAreInTheRecipientsLanguage checks that a mail has the current names in its recipient's language, the current names of
// people, and times in the desk's time zone unless the recipient chose another one (A6, C4, E1).
func TestNamesAreInTheRecipientsLanguage(t *testing.T) {
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		config := settings.Configuration{
			Settings:    settings.Default(),
			Topics:      []settings.Topic{{ID: "correo", Name: settings.Text{Spanish: "Buzones", English: "Mailboxes"}, DepartmentID: "soporte"}},
			Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Soporte", English: "Support"}}},
		}
		config.TimeZone = "Europe/Madrid"
		if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
			t.Fatal(err)
		}
		now := time.Unix(0, 0).UTC()
		stored := ticket.Act{
			Ticket: ticket.Ticket{Number: "1", Version: 1, CreatedAt: now, UpdatedAt: now, Status: ticket.Open, Topic: ticket.Ref{ID: "correo", Name: "Correo"}, Department: ticket.Ref{ID: "soporte", Name: "Soporte"}, Assignee: ticket.Ref{ID: "ana", Name: "Ana"}, Requester: ticket.Requester{ID: "maria", Organization: account.Organization{ID: "inai", Name: "INAI"}}},
			Entry:  ticket.Entry{ID: "01JD", Version: 1, At: now, Events: []ticket.Event{ticket.Routed{Explanation: routing.Explanation{Outcome: routing.ByFixed, Plan: "Correo", TopicID: "correo", Agent: "Ana"}}}},
		}
		if err := table.Tickets.Create(t.Context(), stored); err != nil {
			t.Fatal(err)
		}
		ana := account.Person{ID: "ana", Username: "ana", Name: "Ana Lía Torres", Role: account.Agent}
		if err := table.Accounts.AddPerson(t.Context(), ana, "hash"); err != nil {
			t.Fatal(err)
		}
		var mailer mailer
		stack := wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{Mailer: &mailer, Clock: clock.Fixed(now)}}
		for language, want := range map[locale.Language][]string{
			locale.Spanish: {"Buzones", "Soporte", "Ana Lía Torres", "Asignado a Ana por la regla del tema Buzones: agente fijo."},
			locale.English: {"Mailboxes", "Support", "Ana Lía Torres", "Assigned to Ana by the rule of the topic Mailboxes: fixed agent."},
		} {
			mail := notify.Mail{ID: string(language), Kind: notify.Assigned, To: notify.Recipient{ID: string(language), Language: language, Staff: true}, Number: "1", EntryID: "01JD"}
			if failed := stack.Start("send-mail").Mails(mail); len(failed) > 0 {
				t.Fatalf("the mail in %s was not sent", language)
			}
			got := []string{mailer.sent.Ticket.Topic, mailer.sent.Ticket.Department, mailer.sent.Ticket.Assignee, mailer.sent.Reason.In(language)}
			if diff := cmp.Diff(want, got); diff != "" || mailer.sent.To.TimeZone != "Europe/Madrid" {
				t.Errorf("%s: %s, zone %q", language, diff, mailer.sent.To.TimeZone)
			}
		}
	})
}
