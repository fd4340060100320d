package background_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"

	"mesa/shared/adapter/mail"
	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/desk/background"
	"mesa/shared/desk/mailing"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/ticket"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

// rig runs the background use cases on a test table. The mail service is a fake, so that tests can make it fail.
type rig struct {
	*testing.T
	storetest.Table
	clock  *clock.Manual
	queued []notify.Mail
	ses    *ses
	last   int64
}

type ses struct {
	mu   sync.Mutex
	fail error
	sent []string
}

func (s *ses) SendEmail(_ context.Context, in *sesv2.SendEmailInput, _ ...func(*sesv2.Options)) (*sesv2.SendEmailOutput, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail != nil {
		return nil, s.fail
	}
	unfolded := strings.ReplaceAll(string(in.Content.Raw.Data), "\r\n ", " ")
	subject, _, _ := strings.Cut(unfolded[strings.Index(unfolded, "Subject:"):], "\r\n")
	s.sent = append(s.sent, in.Destination.ToAddresses[0]+" "+subject)
	return &sesv2.SendEmailOutput{MessageId: aws.String("ses-1")}, nil
}

func (r *rig) Send(_ context.Context, m notify.Mail) error {
	r.queued = append(r.queued, m)
	return nil
}

func each(t *testing.T, run func(r *rig)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		r := &rig{T: t, Table: table, clock: clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)), ses: &ses{}}
		config := settings.Configuration{Settings: settingstest.Mexico(), Topics: []settings.Topic{
			{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, DepartmentID: "soporte", Active: true, Public: true, Routing: settings.Routing{Method: routing.Fixed, AgentIDs: []string{"ana"}}},
			{ID: "vacio", Name: settings.Text{Spanish: "Vacío"}, DepartmentID: "nadie", Active: true, Public: true},
		}, Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Support"}}, {ID: "nadie", Name: settings.Text{Spanish: "Nadie"}}}}
		must(t, table.Settings.PutConfiguration(t.Context(), config))
		for _, person := range []account.Person{usuario, ana, bruno, sofia} {
			must(t, table.Accounts.AddPerson(t.Context(), person, ""))
		}
		run(r)
	})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (r *rig) write(body string) ticket.Write {
	r.clock.Advance(time.Second)
	r.last++
	return ticket.Write{ID: fmt.Sprintf("01KAVJ00000000000000%06d", r.last), Body: body, At: r.clock.Clock().Now()}
}

func (r *rig) policy() ticket.Policy { return settingstest.Mexico().Policy() }

func (r *rig) open(topic, department string) ticket.Ticket {
	r.Helper()
	n, err := r.Tickets.NextNumber(r.Context(), 1)
	must(r.T, err)
	t, e := ticket.Create(ticket.New{
		Number: settingstest.Mexico().Numbering.Format(n), Subject: "Ticket de Prueba", Entity: "FEDERACION",
		Topic: ticket.Ref{ID: topic, Name: topic}, Department: ticket.Ref{ID: department, Name: department},
	}, usuario, r.policy(), r.write("<p>Favor de revisar</p>"))
	must(r.T, r.Tickets.Create(r.Context(), ticket.Act{Ticket: t, Entry: e}))
	return t
}

func (r *rig) save(t ticket.Ticket, e ticket.Entry, err error) ticket.Ticket {
	r.Helper()
	must(r.T, err)
	must(r.T, r.Tickets.Save(r.Context(), ticket.Act{Ticket: t, Entry: e, Alarm: t.Alarm(r.policy())}))
	return t
}

// stream passes the entries of a ticket to route and notify, several times, because the stream may repeat a batch.
func (r *rig) stream(number ticket.Number, times int) ticket.Ticket {
	r.Helper()
	route := background.Route{Settings: r.Settings, Acts: r.Tickets, Loads: r.Index, Index: r.Index, Mentions: r.Index, Clock: r.clock.Clock()}
	tell := background.Notify{Settings: r.Settings, Tickets: r.Tickets, People: r.Accounts, Queue: r, Clock: r.clock.Clock()}
	routing, telling := wiringtest.Granted(r.T, r.Context(), wiring.Find("route")), wiringtest.Granted(r.T, r.Context(), wiring.Find("notify"))
	for range times {
		must(r.T, route.Handle(routing, []ticket.Image{{Number: number}, {Number: number}, {}}))
		_, entries, err := r.Tickets.Thread(r.Context(), number)
		must(r.T, err)
		for _, entry := range entries {
			must(r.T, route.Handle(routing, []ticket.Image{{Number: number, Entry: &entry}}))
			must(r.T, tell.Handle(telling, []ticket.Image{{Number: number, Entry: &entry}}))
		}
	}
	t, _, err := r.Tickets.Thread(r.Context(), number)
	must(r.T, err)
	return t
}

func (r *rig) sender() mailing.SendMail {
	return mailing.SendMail{Settings: r.Settings, Entries: r.Tickets, Ledger: r.Mail, Mailer: mail.Mailer{SES: r.ses, From: "mesa@inai.example"}, SiteURL: "https://mesa.example/", Lease: wiring.Find("send-mail").Timeout, Clock: r.clock.Clock()}
}

func (r *rig) mail() error {
	var errs []error
	for _, m := range r.queued {
		errs = append(errs, r.sender().Handle(wiringtest.Granted(r.T, r.Context(), wiring.Find("send-mail")), m))
	}
	return errors.Join(errs...)
}
