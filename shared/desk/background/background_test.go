package background_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"mesa/shared/adapter/mail"
	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/desk/background"
	"mesa/shared/desk/mailing"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

var (
	usuario = account.Person{ID: "usuario", Username: "usuario", Name: "USUARIO MESA", Email: "usuario@inai.example", Role: account.Requester, Language: locale.Spanish}
	ana     = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Departments: []string{"soporte"}}
	bruno   = account.Person{ID: "bruno", Username: "bruno", Name: "Bruno Salas", Email: "bruno@mesa.example", Role: account.Agent, Departments: []string{"soporte"}, Away: true}
	sofia   = account.Person{ID: "sofia", Username: "sofia", Name: "Sofía Méndez", Email: "sofia@mesa.example", Role: account.Supervisor}
)

// rig is what follows from the stream, on a real table. SES is a fake, as the real one cannot be made to fail.
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
		desk := settings.Desk{Settings: settingstest.Mexico(), Topics: []settings.Topic{
			{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, DepartmentID: "soporte", Active: true, Public: true, Routing: settings.Routing{Method: routing.Fixed, AgentIDs: []string{"ana"}}},
			{ID: "vacio", Name: settings.Text{Spanish: "Vacío"}, DepartmentID: "nadie", Active: true, Public: true},
		}, Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Support"}}, {ID: "nadie", Name: settings.Text{Spanish: "Nadie"}}}}
		must(t, table.Settings.PutDesk(t.Context(), desk))
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

// stream does what the table's stream does: it tells route and notify of the entries of a ticket, times over.
func (r *rig) stream(number ticket.Number, times int) ticket.Ticket {
	r.Helper()
	route := background.Route{Desk: r.Table.Settings, Acts: r.Table.Tickets, Loads: r.Table.Index, Index: r.Table.Index, Mentions: r.Table.Index, Clock: r.clock.Clock()}
	tell := background.Notify{Desk: r.Table.Settings, Tickets: r.Table.Tickets, People: r.Table.Accounts, Queue: r, Clock: r.clock.Clock()}
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
	return mailing.SendMail{Desk: r.Table.Settings, Entries: r.Table.Tickets, Ledger: r.Table.Mail, Mailer: mail.Mailer{SES: r.ses, From: "mesa@inai.example"}, SiteURL: "https://mesa.example/", Clock: r.clock.Clock()}
}

func (r *rig) mail() error {
	var errs []error
	for _, m := range r.queued {
		errs = append(errs, r.sender().Handle(wiringtest.Granted(r.T, r.Context(), wiring.Find("send-mail")), m))
	}
	return errors.Join(errs...)
}

func TestRoutedOnceAndMailedOnce(t *testing.T) {
	each(t, func(r *rig) {
		made := r.open("sipot", "soporte")
		routed := r.stream(made.Number, 3)
		if routed.Assignee.ID != "ana" || routed.Version != 2 {
			t.Fatalf("%+v", routed)
		}
		r.save(ticket.AddResponse(routed, ana, ticket.Resolved, r.policy(), r.write("<p>Listo</p>")))
		r.stream(made.Number, 3)
		must(t, r.mail())
		must(t, r.mail())
		want := []string{"ana@mesa.example", "usuario@inai.example", "usuario@inai.example"}
		got := slices.Clone(r.ses.sent)
		slices.Sort(got)
		if len(got) != len(want) {
			t.Fatalf("sent %q", got)
		}
		for i := range got {
			if !strings.HasPrefix(got[i], want[i]) || !strings.Contains(got[i], "[PNT000001]") {
				t.Errorf("sent %q, want %q", got[i], want[i])
			}
		}
		counts, err := r.Index.Counts(r.Context(), ticket.RequesterCounts("usuario"), ticket.AgentCounts("ana"), ticket.DepartmentCounts("soporte"))
		must(t, err)
		for owner, kept := range counts {
			for bucket, n := range kept {
				if want := map[bool]int{true: 1}[bucket == "resolved"]; n != want {
					t.Errorf("%s counts %d %s after repeated batches", owner, n, bucket)
				}
			}
		}
	})
}

func TestWhoIsMentionedIsToldOnce(t *testing.T) {
	each(t, func(r *rig) {
		made := r.open("sipot", "soporte")
		routed := r.stream(made.Number, 1)
		r.queued = nil
		note := r.write("<p>@Bruno Salas, <b>mira</b></p>")
		note.Mentions = []ticket.Ref{{ID: "bruno", Name: "Bruno Salas"}, {ID: "ana", Name: "Ana Torres"}}
		r.save(ticket.AddNote(routed, ana, "", r.policy(), note))
		r.stream(made.Number, 3)
		must(t, r.mail())
		must(t, r.mail())
		told := slices.DeleteFunc(slices.Clone(r.ses.sent), func(s string) bool { return !strings.Contains(s, "mencion") })
		if len(told) != 1 || !strings.HasPrefix(told[0], "bruno@mesa.example") {
			t.Errorf("told %q of %q", told, r.ses.sent)
		}
		counts, err := r.Index.Counts(r.Context(), ticket.AgentCounts("bruno"), ticket.AgentCounts("ana"))
		must(t, err)
		if b, a := counts[ticket.AgentCounts("bruno")][ticket.MentionsBucket], counts[ticket.AgentCounts("ana")][ticket.MentionsBucket]; b != 1 || a != 0 {
			t.Errorf("unread: %d of Bruno's, %d of the author's", b, a)
		}
	})
}

func TestRulesComeBeforeTheTopic(t *testing.T) {
	each(t, func(r *rig) {
		must(t, r.Settings.SaveRoutingRules(r.Context(), routing.Rules{Version: 1, List: []routing.Rule{
			{ID: "off", Name: "Apagada", When: routing.Condition{Words: []string{"prueba"}}, Method: routing.Fixed, AgentIDs: []string{"ana"}},
			{ID: "prueba", Name: "Pruebas a nadie", Enabled: true, When: routing.Condition{Words: []string{"PRUEBA"}}, DepartmentID: "nadie", Method: routing.LeastLoaded},
		}}))
		made := r.open("sipot", "soporte")
		moved := r.stream(made.Number, 3)
		if !moved.Assignee.Zero() || moved.Department != (ticket.Ref{ID: "nadie", Name: "Nadie"}) || moved.Version != 2 {
			t.Fatalf("%+v", moved)
		}
		_, entries, err := r.Tickets.Thread(r.Context(), made.Number)
		must(t, err)
		reason := entries[1].Why(true).In(locale.Spanish)
		if want := "Sin asignar: la regla «Pruebas a nadie» lo lleva al departamento Nadie, donde nadie está disponible."; reason != want {
			t.Errorf("%q, want %q", reason, want)
		}
		must(t, r.mail())
		if !slices.ContainsFunc(r.ses.sent, func(s string) bool { return strings.HasPrefix(s, "sofia@") }) {
			t.Errorf("the supervisor was not told: %q", r.ses.sent)
		}
	})
}

func TestRoutedAnewWhenItsTopicChanges(t *testing.T) {
	other := ticket.Ref{ID: "vacio", Name: "Vacío"}
	nobody := ticket.Ref{ID: "nadie", Name: "Nadie"}
	brunos := ticket.Ref{ID: bruno.ID, Name: bruno.Name}
	for name, c := range map[string]struct {
		edit     ticket.Edit
		assignee string
		version  int64
	}{
		"and nothing else":       {ticket.Edit{Topic: &other, Department: &nobody}, "", 4},
		"and its agent is kept":  {ticket.Edit{Topic: &other, Department: &nobody, KeepAssignee: true}, "ana", 3},
		"and its agent is named": {ticket.Edit{Topic: &other, Department: &nobody, Assignee: &brunos}, "bruno", 3},
		"to what it was":         {ticket.Edit{Topic: &ticket.Ref{ID: "sipot", Name: "sipot"}, Priority: new(ticket.High)}, "ana", 3},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(r *rig) {
				routed := r.stream(r.open("sipot", "soporte").Number, 1)
				r.save(ticket.Update(routed, sofia, c.edit, r.policy(), r.write("")))
				got := r.stream(routed.Number, 3)
				if got.Assignee.ID != c.assignee || got.Version != c.version || got.Unrouted {
					t.Errorf("%+v", got)
				}
				if c.assignee != "" {
					return
				}
				_, entries, err := r.Tickets.Thread(r.Context(), got.Number)
				must(t, err)
				last := entries[len(entries)-1]
				change, _ := ticket.FindEvent[ticket.Assigned](last)
				if routed, _ := ticket.FindEvent[ticket.Routed](last); change.From.ID != "ana" || !change.To.Zero() || routed.Outcome != routing.Nobody {
					t.Errorf("%+v", last)
				}
			})
		})
	}
}

// TestWhatRoutingCosts: one round for the directory and the rules, which are kept for seconds, and one for loads and turn.
func TestWhatRoutingCosts(t *testing.T) {
	each(t, func(r *rig) {
		route := background.Route{Desk: r.Table.Settings, Acts: r.Table.Tickets, Loads: r.Table.Index, Index: r.Table.Index, Clock: r.clock.Clock()}
		for i, want := range []int{10, 7} { // desk, thread, (staff and rules), loads and turn, save, and the index
			number := r.open("sipot", "soporte").Number
			ctx, meter := observe.Metered(r.Context())
			must(t, route.Handle(ctx, []ticket.Image{{Number: number}}))
			if got := meter.Cost().Rounds; got != want {
				t.Errorf("ticket %d took %d rounds, want %d", i, got, want)
			}
		}
	})
}

func TestNobodyToGiveItTo(t *testing.T) {
	each(t, func(r *rig) {
		made := r.open("vacio", "nadie")
		if left := r.stream(made.Number, 3); !left.Assignee.Zero() || left.Version != 2 {
			t.Fatalf("%+v", left)
		}
		must(t, r.mail())
		if !slices.ContainsFunc(r.ses.sent, func(s string) bool { return strings.HasPrefix(s, "sofia@") }) {
			t.Errorf("the supervisor was not told: %q", r.ses.sent)
		}
		waiting, _, err := r.Index.Tickets(r.Context(), ticket.List{By: ticket.ByUnassigned, Owners: []string{"nadie"}, Statuses: []ticket.Status{ticket.Open}}, "", 10)
		if err != nil || len(waiting) != 1 {
			t.Errorf("%+v, %v", waiting, err)
		}
	})
}

func TestMailUnderFaults(t *testing.T) {
	each(t, func(r *rig) {
		r.stream(r.open("sipot", "soporte").Number, 1)
		r.queued = r.queued[:1]
		r.ses.fail = &types.TooManyRequestsException{}
		if err := r.mail(); !errors.Is(err, r.ses.fail) || errors.Is(err, notify.ErrRefused) {
			t.Fatalf("%v", err)
		}
		r.ses.fail = nil
		var wait sync.WaitGroup
		for range 8 {
			wait.Go(func() { _ = r.mail() })
		}
		wait.Wait()
		must(t, r.mail())
		if len(r.ses.sent) != 1 {
			t.Errorf("throttled, then eight functions at once: sent %q", r.ses.sent)
		}

		r.queued, r.ses.sent = []notify.Mail{r.queued[0]}, nil
		r.queued[0].ID += ".otro"
		if state, err := r.Mail.Claim(r.Context(), r.queued[0].ID, r.clock.Clock().Now(), time.Minute); err != nil || state != notify.MailClaimed {
			t.Fatal(state, err)
		}
		if err := r.mail(); !errors.Is(err, notify.ErrClaimed) || len(r.ses.sent) != 0 {
			t.Errorf("sent while another was sending: %v, %q", err, r.ses.sent)
		}
		r.clock.Advance(time.Minute)
		if must(t, r.mail()); len(r.ses.sent) != 1 {
			t.Errorf("what a dead function left was not sent: %q", r.ses.sent)
		}

		r.queued[0].ID, r.ses.sent, r.ses.fail = "01REFUSED", nil, &types.MessageRejected{}
		for range 2 {
			if err := r.mail(); !errors.Is(err, notify.ErrRefused) {
				t.Errorf("a refusal became %v", err)
			}
		}
	})
}
