package background_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"mesa/shared/desk/background"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

var (
	usuario = account.Person{ID: "usuario", Username: "usuario", Name: "USUARIO MESA", Email: "usuario@inai.example", Role: account.Requester, Language: locale.Spanish}
	ana     = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Departments: []string{"soporte"}}
	bruno   = account.Person{ID: "bruno", Username: "bruno", Name: "Bruno Salas", Email: "bruno@mesa.example", Role: account.Agent, Departments: []string{"soporte"}, Away: true}
	sofia   = account.Person{ID: "sofia", Username: "sofia", Name: "Sofía Méndez", Email: "sofia@mesa.example", Role: account.Supervisor}
)

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

func TestMentionIsMailedOnce(t *testing.T) {
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

func TestRulesPrecedeTheTopic(t *testing.T) {
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

func TestRoutedAgainAfterAChangeOfTopic(t *testing.T) {
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

// TestCostOfRouting checks the number of rounds. Staff and rules take one round and are cached for seconds; loads and turn take
// another round.
func TestCostOfRouting(t *testing.T) {
	each(t, func(r *rig) {
		route := background.Route{Settings: r.Settings, Acts: r.Tickets, Loads: r.Index, Index: r.Index, Clock: r.clock.Clock()}
		for i, want := range []int{10, 7} { // rounds: desk, thread, (staff and rules), loads and turn, save, and the index
			number := r.open("sipot", "soporte").Number
			ctx, meter := observe.Metered(r.Context())
			must(t, route.Handle(ctx, []ticket.Image{{Number: number}}))
			if got := meter.Cost().Rounds; got != want {
				t.Errorf("ticket %d took %d rounds, want %d", i, got, want)
			}
		}
	})
}

func TestNobodyAvailable(t *testing.T) {
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
