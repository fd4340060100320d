package mailing

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/clock"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// parts implements everything that SendMail reads and writes, for one ticket and one entry.
type parts struct {
	notify.Ledger
	config settings.Configuration
	of     ticket.Ticket
	entry  ticket.Entry
	sent   notify.Notice
}

func (p *parts) Configuration(context.Context) (settings.Configuration, error) { return p.config, nil }
func (p *parts) Entry(context.Context, ticket.Number, string) (ticket.Ticket, ticket.Entry, error) {
	return p.of, p.entry, nil
}

func (p *parts) Claim(context.Context, string, time.Time, time.Duration) (notify.MailState, error) {
	return notify.MailClaimed, nil
}

func (p *parts) Finish(context.Context, string, notify.MailState, string, time.Time) error {
	return nil
}

func (p *parts) Send(_ context.Context, n notify.Notice) (string, error) {
	p.sent = n
	return "", nil
}

// TestNamesAreInTheRecipientsLanguage checks that a mail has the current names in its recipient's language, and times in the
// desk's time zone unless the recipient chose another one (C4, E1).
func TestNamesAreInTheRecipientsLanguage(t *testing.T) {
	p := &parts{
		config: settings.Configuration{
			Settings:    settings.Settings{TimeZone: "Europe/Madrid"},
			Topics:      []settings.Topic{{ID: "correo", Name: settings.Text{Spanish: "Buzones", English: "Mailboxes"}}},
			Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Soporte", English: "Support"}}},
		},
		of:    ticket.Ticket{Topic: ticket.Ref{ID: "correo", Name: "Correo"}, Department: ticket.Ref{ID: "soporte", Name: "Soporte"}},
		entry: ticket.Entry{Events: []ticket.Event{ticket.Routed{Explanation: routing.Explanation{Outcome: routing.ByFixed, Plan: "Correo", TopicID: "correo", Agent: "Ana"}}}},
	}
	send := SendMail{Settings: p, Entries: p, Ledger: p, Mailer: p, Clock: clock.Fixed(time.Unix(0, 0))}
	for language, want := range map[locale.Language][]string{
		locale.Spanish: {"Buzones", "Soporte", "Asignado a Ana por la regla del tema Buzones: agente fijo."},
		locale.English: {"Mailboxes", "Support", "Assigned to Ana by the rule of the topic Mailboxes: fixed agent."},
	} {
		to := notify.Recipient{Language: language, Staff: true}
		if err := send.Handle(t.Context(), notify.Mail{Kind: notify.Assigned, To: to}); err != nil {
			t.Fatal(err)
		}
		got := []string{p.sent.Ticket.Topic, p.sent.Ticket.Department, p.sent.Reason.In(language)}
		if diff := cmp.Diff(want, got); diff != "" || p.sent.To.TimeZone != "Europe/Madrid" {
			t.Errorf("%s: %s, zone %q", language, diff, p.sent.To.TimeZone)
		}
	}
}
