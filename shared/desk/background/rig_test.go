package background_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"

	"mesa/shared/adapter/mail"
	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table"
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

// rig runs the background functions on a test table. The mail service is a fake, so that tests can make it fail.
type rig struct {
	*wiringtest.Stack
	storetest.Table
	clock  *clock.Manual
	queued []notify.Mail
	// delayed are the mails that the queue delivers later.
	mu      sync.Mutex
	delayed []notify.Mail
	ses     *ses
	// lastID is the number in the identifier of the last entry.
	lastID int64
}

// ses is a fake mail service. If fail is set, each call fails with it.
type ses struct {
	mu   sync.Mutex
	fail error
	sent []string
	// raw holds the whole messages.
	raw []string
}

func (s *ses) SendEmail(_ context.Context, in *sesv2.SendEmailInput, _ ...func(*sesv2.Options)) (*sesv2.SendEmailOutput, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail != nil {
		return nil, s.fail
	}
	s.raw = append(s.raw, strings.ReplaceAll(string(in.Content.Raw.Data), "=\r\n", ""))
	unfolded := strings.ReplaceAll(string(in.Content.Raw.Data), "\r\n ", " ")
	subject, _, _ := strings.Cut(unfolded[strings.Index(unfolded, "Subject:"):], "\r\n")
	s.sent = append(s.sent, in.Destination.ToAddresses[0]+" "+subject)
	return &sesv2.SendEmailOutput{MessageId: aws.String("ses-1")}, nil
}

// Send adds a mail to the queue of the rig.
func (r *rig) Send(_ context.Context, m notify.Mail) error {
	r.queued = append(r.queued, m)
	return nil
}

// SendAfter adds a mail to the delayed mails of the rig, or to its queue if there is no delay.
func (r *rig) SendAfter(ctx context.Context, m notify.Mail, delay time.Duration) error {
	if delay <= 0 {
		return r.Send(ctx, m)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.delayed = append(r.delayed, m)
	return nil
}

// onTable runs a test with a new rig on a table of the first engine.
func onTable(t *testing.T, run func(r *rig)) {
	t.Helper()
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		r := &rig{Table: table, clock: clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)), ses: &ses{}}
		r.Stack = &wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{
			Clock: r.clock.Clock(), MailQueue: r, Mailer: mail.Mailer{SES: r.ses, From: "mesa@inai.example"}, SiteURL: "https://mesa.example/",
		}}
		config := settings.Configuration{Settings: settingstest.Mexico(), Topics: []settings.Topic{
			{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, DepartmentID: "soporte", Active: true, Public: true, Routing: settings.Routing{Method: routing.Fixed, AgentIDs: []string{"ana"}}},
			{ID: "vacio", Name: settings.Text{Spanish: "Vacío"}, DepartmentID: "nadie", Active: true, Public: true},
		}, Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Support"}}, {ID: "nadie", Name: settings.Text{Spanish: "Nadie"}}}}
		requireNoError(t, table.Settings.PutConfiguration(t.Context(), config))
		for _, person := range []account.Person{usuario, ana, bruno, sofia} {
			requireNoError(t, table.Accounts.AddPerson(t.Context(), person, ""))
		}
		run(r)
	})
}

func requireNoError(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (r *rig) write(body string) ticket.Write {
	r.clock.Advance(time.Second)
	r.lastID++
	return ticket.Write{ID: fmt.Sprintf("01KAVJ00000000000000%06d", r.lastID), Body: body, At: r.clock.Clock().Now()}
}

func (r *rig) policy() ticket.Policy { return settingstest.Mexico().Policy() }

func (r *rig) open(topic, department string) ticket.Ticket {
	r.Helper()
	n, err := r.Tickets.NextNumber(r.Context(), 1)
	requireNoError(r.TB, err)
	t, e := ticket.Create(ticket.NewTicket{
		Number: settingstest.Mexico().Numbering.Format(n), Subject: "Ticket de Prueba", Entity: "FEDERACION",
		Topic: ticket.Ref{ID: topic, Name: topic}, Department: ticket.Ref{ID: department, Name: department},
	}, usuario, r.policy(), r.write("<p>Favor de revisar</p>"))
	requireNoError(r.TB, r.Tickets.Create(r.Context(), ticket.Act{Ticket: t, Entry: e}))
	return t
}

func (r *rig) save(t ticket.Ticket, e ticket.Entry, err error) ticket.Ticket {
	r.Helper()
	requireNoError(r.TB, err)
	requireNoError(r.TB, r.Tickets.Save(r.Context(), ticket.Act{Ticket: t, Entry: e, Alarm: t.Alarm(r.policy())}))
	return t
}

// stream sends the items of a ticket to route and notify, several times, because the stream may repeat a batch.
func (r *rig) stream(number ticket.Number, times int) ticket.Ticket {
	r.Helper()
	route, notify := r.Start("route"), r.Start("notify")
	for range times {
		stored, _ := r.items(number)
		unrelated := r.Partition(r.TB, "DESK")[0]
		_, err := route.Stream(stored, stored, unrelated)
		requireNoError(r.TB, err)
		_, entries := r.items(number)
		for _, entry := range entries {
			_, err := route.Stream(entry)
			requireNoError(r.TB, err)
			_, err = notify.Stream(entry)
			requireNoError(r.TB, err)
		}
	}
	t, _, err := r.Tickets.Thread(r.Context(), number)
	requireNoError(r.TB, err)
	return t
}

// items returns the items of a ticket and of its entries.
func (r *rig) items(number ticket.Number) (table.Item, []table.Item) {
	r.Helper()
	items := r.Partition(r.TB, table.TicketPartition(number))
	last := len(items) - 1 // the key of the ticket follows those of the entries
	return items[last], items[:last]
}

// mail sends the queued mails to the function send-mail. It returns the mails that go back to the queue.
func (r *rig) mail() []notify.Mail {
	r.Helper()
	return r.Start("send-mail").Mails(r.queued...)
}

// mailAll sends the queued mails to the function send-mail, which must not fail.
func (r *rig) mailAll() {
	r.Helper()
	if failed := r.mail(); len(failed) > 0 {
		r.Fatalf("these mails go back to the queue: %+v", failed)
	}
}

// dueAlarms returns the tickets whose alarm of a kind is due.
func (r *rig) dueAlarms(kind ticket.AlarmKind) ([]ticket.Number, error) {
	var due []ticket.Number
	for page, err := range r.Tickets.Alarms(r.Context(), kind, r.clock.Clock().Now()) {
		if err != nil {
			return nil, err
		}
		due = append(due, page...)
	}
	return due, nil
}

// run runs a function that a schedule invokes.
func (r *rig) run(function string) {
	r.Helper()
	_, err := r.Start(function).Run()
	requireNoError(r.TB, err)
}
