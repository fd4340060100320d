package background_test

import (
	"slices"
	"strings"
	"testing"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/ticket"
)

var (
	usuario = account.Person{ID: "usuario", Username: "usuario", Name: "USUARIO MESA", Email: "usuario@inai.example", Role: account.Requester, Language: locale.Spanish}
	ana     = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Departments: []string{"soporte"}}
	bruno   = account.Person{ID: "bruno", Username: "bruno", Name: "Bruno Salas", Email: "bruno@mesa.example", Role: account.Agent, Departments: []string{"soporte"}, Away: true}
	sofia   = account.Person{ID: "sofia", Username: "sofia", Name: "Sofía Méndez", Email: "sofia@mesa.example", Role: account.Supervisor}
)

func TestRepeatedBatchesRouteAndMailOnce(t *testing.T) {
	onTable(t, func(r *rig) {
		opened := r.open("sipot", "soporte")
		routed := r.stream(opened.Number, 3)
		if routed.Assignee.ID != "ana" || routed.Version != 2 {
			t.Fatalf("%+v", routed)
		}
		r.save(ticket.AddResponse(routed, ana, ticket.Resolved, r.policy(), r.write("<p>Listo</p>")))
		r.stream(opened.Number, 3)
		r.mailAll()
		r.mailAll()
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
		requireNoError(t, err)
		for owner, buckets := range counts {
			for bucket, n := range buckets {
				if want := map[bool]int{true: 1}[bucket == "resolved"]; n != want {
					t.Errorf("%s: counter %d of %s after repeated batches", owner, n, bucket)
				}
			}
		}
	})
}

func TestRulesPrecedeTheTopic(t *testing.T) {
	onTable(t, func(r *rig) {
		requireNoError(t, r.Settings.SaveRoutingRules(r.Context(), routing.Rules{Version: 1, List: []routing.Rule{
			{ID: "off", Name: "Apagada", When: routing.Condition{Words: []string{"prueba"}}, Method: routing.Fixed, AgentIDs: []string{"ana"}},
			{ID: "prueba", Name: "Pruebas a nadie", Enabled: true, When: routing.Condition{Words: []string{"PRUEBA"}}, DepartmentID: "nadie", Method: routing.LeastLoaded},
		}}))
		opened := r.open("sipot", "soporte")
		moved := r.stream(opened.Number, 3)
		if !moved.Assignee.Zero() || moved.Department != (ticket.Ref{ID: "nadie", Name: "Nadie"}) || moved.Version != 2 {
			t.Fatalf("%+v", moved)
		}
		_, entries, err := r.Tickets.Thread(r.Context(), opened.Number)
		requireNoError(t, err)
		reason := entries[1].Explanation(true).In(locale.Spanish)
		if want := "Sin asignar: la regla «Pruebas a nadie» lo lleva al departamento Nadie, donde nadie está disponible."; reason != want {
			t.Errorf("%q, want %q", reason, want)
		}
		r.mailAll()
		if !slices.ContainsFunc(r.ses.sent, func(s string) bool { return strings.HasPrefix(s, "sofia@") }) {
			t.Errorf("the supervisor got no mail: %q", r.ses.sent)
		}
	})
}

func TestChangeOfTopicRoutesAgain(t *testing.T) {
	other := ticket.Ref{ID: "vacio", Name: "Vacío"}
	nobody := ticket.Ref{ID: "nadie", Name: "Nadie"}
	toBruno := ticket.Ref{ID: bruno.ID, Name: bruno.Name}
	for name, c := range map[string]struct {
		edit     ticket.Edit
		assignee string
		version  int64
	}{
		"only the topic":     {ticket.Edit{Topic: &other, Department: &nobody}, "", 4},
		"assignee unchanged": {ticket.Edit{Topic: &other, Department: &nobody, KeepAssignee: true}, "ana", 3},
		"another agent":      {ticket.Edit{Topic: &other, Department: &nobody, Assignee: &toBruno}, "bruno", 3},
		"the same topic":     {ticket.Edit{Topic: &ticket.Ref{ID: "sipot", Name: "sipot"}, Priority: new(ticket.High)}, "ana", 3},
	} {
		t.Run(name, func(t *testing.T) {
			onTable(t, func(r *rig) {
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
				requireNoError(t, err)
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
	onTable(t, func(r *rig) {
		route := r.Start("route")
		for i, want := range []int{10, 7} { // for thread, loads and turn, save, index; for the first ticket also settings, staff and rules
			stored, _ := r.items(r.open("sipot", "soporte").Number)
			cost, err := route.Stream(stored)
			requireNoError(t, err)
			if cost.Rounds != want {
				t.Errorf("ticket %d took %d rounds, want %d", i, cost.Rounds, want)
			}
		}
	})
}

func TestUnassignedIfNobodyIsAvailable(t *testing.T) {
	onTable(t, func(r *rig) {
		opened := r.open("vacio", "nadie")
		if routed := r.stream(opened.Number, 3); !routed.Assignee.Zero() || routed.Version != 2 {
			t.Fatalf("%+v", routed)
		}
		r.mailAll()
		if !slices.ContainsFunc(r.ses.sent, func(s string) bool { return strings.HasPrefix(s, "sofia@") }) {
			t.Errorf("the supervisor got no mail: %q", r.ses.sent)
		}
		waiting, _, err := r.Index.Tickets(r.Context(), ticket.List{Dimension: ticket.ByUnassigned, Owners: []string{"nadie"}, Statuses: []ticket.Status{ticket.Open}}, "", 10)
		if err != nil || len(waiting) != 1 {
			t.Errorf("%+v, %v", waiting, err)
		}
	})
}

func TestUnavailableAssigneeIsReplaced(t *testing.T) {
	type act func(ticket.Ticket, *rig) (ticket.Ticket, ticket.Entry, error)
	message := func(to ticket.Status) act {
		return func(tk ticket.Ticket, r *rig) (ticket.Ticket, ticket.Entry, error) {
			return ticket.AddMessage(tk, usuario, to, r.policy(), r.write("<p>Sigue igual</p>"))
		}
	}
	response := func(to ticket.Status) act {
		return func(tk ticket.Ticket, r *rig) (ticket.Ticket, ticket.Entry, error) {
			return ticket.AddResponse(tk, sofia, to, r.policy(), r.write("<p>Va</p>"))
		}
	}
	disabled := account.Person{ID: "dora", Username: "dora", Name: "Dora Luna", Email: "dora@mesa.example", Role: account.Agent, Departments: []string{"soporte"}, Disabled: true}
	for name, c := range map[string]struct {
		topic, department string
		assignee          account.Person
		acts              []act
		want              string
		reason            string
		mails             []string
	}{
		"a comment, assignee away":                      {"sipot", "soporte", bruno, []act{message("")}, "ana", "Bruno Salas no está disponible; el ticket se asignó a Ana Torres.", []string{"assigned ana", "commented ana"}},
		"a comment, assignee disabled":                  {"sipot", "soporte", disabled, []act{message("")}, "ana", "Dora Luna no está disponible; el ticket se asignó a Ana Torres.", []string{"assigned ana", "commented ana"}},
		"a comment, assignee available":                 {"sipot", "soporte", ana, []act{message("")}, "ana", "", []string{"commented ana"}},
		"a comment, nobody available":                   {"vacio", "nadie", bruno, []act{message("")}, "", "Sin asignar: Bruno Salas no está disponible, ni nadie más del departamento Nadie.", []string{"commented sofia", "unassigned sofia"}},
		"reopened, assignee away":                       {"sipot", "soporte", bruno, []act{response(ticket.Resolved), message(ticket.Open)}, "ana", "Bruno Salas no está disponible; el ticket se asignó a Ana Torres.", []string{"assigned ana", "reopened ana", "resolved usuario"}},
		"a comment on a resolved ticket, assignee away": {"sipot", "soporte", bruno, []act{response(ticket.Resolved), message("")}, "bruno", "", []string{"commented bruno", "commented sofia", "resolved usuario"}},
		"a response by a colleague, assignee available": {"sipot", "soporte", ana, []act{response("")}, "ana", "", []string{"answered usuario", "assisted ana"}},
		"a response by a colleague, assignee away":      {"sipot", "soporte", bruno, []act{response("")}, "bruno", "", []string{"answered usuario"}},
	} {
		t.Run(name, func(t *testing.T) {
			onTable(t, func(r *rig) {
				requireNoError(t, r.Accounts.AddPerson(r.Context(), disabled, ""))
				routed := r.stream(r.open(c.topic, c.department).Number, 1)
				if c.assignee.ID != routed.Assignee.ID {
					to := ticket.Ref{ID: c.assignee.ID, Name: c.assignee.Name}
					routed = r.save(ticket.Update(routed, sofia, ticket.Edit{Assignee: &to}, r.policy(), r.write("")))
				}
				r.stream(routed.Number, 1)
				before := len(r.queued)
				known := map[string]bool{}
				for _, mail := range r.queued[:before] {
					known[mail.ID] = true
				}
				for _, act := range c.acts {
					next, entry, err := act(routed, r)
					routed = r.save(next, entry, err)
				}
				got := r.stream(routed.Number, 3)
				if got.Assignee.ID != c.want || got.Department.ID != c.department {
					t.Errorf("assigned to %+v in %+v", got.Assignee, got.Department)
				}
				_, entries, err := r.Tickets.Thread(r.Context(), got.Number)
				requireNoError(t, err)
				reason := ""
				for _, entry := range entries {
					if routed, _ := ticket.FindEvent[ticket.Routed](entry); routed.Replaced != "" {
						reason = entry.Explanation(true).In(locale.Spanish)
					}
				}
				if reason != c.reason {
					t.Errorf("reason %q", reason)
				}
				var mails []string
				for _, mail := range r.queued[before:] {
					if !known[mail.ID] {
						mails = append(mails, string(mail.Kind)+" "+mail.To.ID)
					}
				}
				slices.Sort(mails)
				if mails = slices.Compact(mails); !slices.Equal(mails, c.mails) {
					t.Errorf("mails %q, want %q", mails, c.mails)
				}
			})
		})
	}
}
