package assignment_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/oapi-codegen/nullable"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/desk/assignment"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

var (
	ana    = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Departments: []string{"soporte"}}
	bruno  = account.Person{ID: "bruno", Username: "bruno", Name: "Bruno Salas", Email: "bruno@mesa.example", Role: account.Agent, Departments: []string{"solicitudes"}}
	sofia  = account.Person{ID: "sofia", Username: "sofia", Name: "Sofía Méndez", Email: "sofia@mesa.example", Role: account.Supervisor}
	adrian = account.Person{ID: "adrian", Username: "adrian", Name: "Adrián Ruiz", Email: "adrian@mesa.example", Role: account.Admin}
	maria  = account.Person{ID: "maria", Username: "maria", Name: "María López", Email: "maria@infoem.example", Role: account.Requester}
)

// rig sends requests to the four operations on a test table, with a clock that starts at noon in Mexico City.
type rig struct {
	*wiringtest.Stack
	clock *clock.Manual
}

func onTable(t *testing.T, run func(t *testing.T, r rig)) {
	t.Helper()
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		config := settings.Configuration{
			Settings: settingstest.Mexico(),
			Topics: []settings.Topic{
				{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, DepartmentID: "soporte", Active: true, Public: true, Routing: settings.Routing{Method: routing.Fixed, AgentIDs: []string{"ana"}}},
			},
			Departments: []settings.Department{
				{ID: "soporte", Name: settings.Text{Spanish: "Soporte", English: "Support"}},
				{ID: "solicitudes", Name: settings.Text{Spanish: "Solicitudes", English: "Requests"}},
			},
			Teams: []settings.Team{{ID: "guardia", Name: settings.Text{Spanish: "Guardia"}, MemberIDs: []string{"ana", "bruno"}}},
		}
		if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
			t.Fatal(err)
		}
		if err := table.Settings.PutOrganization(t.Context(), account.Organization{ID: "infoem", Name: "Infoem", Shares: true}); err != nil {
			t.Fatal(err)
		}
		manualClock := clock.StartingAt(time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC))
		r := rig{&wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{Clock: manualClock.Clock()}}, manualClock}
		r.SignIn(ana, bruno, sofia, adrian, maria)
		run(t, r)
	})
}

func emptyCondition() api.RoutingCondition {
	return api.RoutingCondition{TopicIds: []string{}, Entities: []string{}, OrganizationIds: []string{}, Words: []string{}}
}

func newRule() api.RoutingRule {
	when := emptyCondition()
	when.Entities = []string{"JALISCO"}
	return api.RoutingRule{Id: "hidalgo", Name: "Hidalgo a Bruno", Enabled: true, When: when, Method: "fixed", AgentIds: []string{"bruno"}, DepartmentId: new("solicitudes")}
}

func (r rig) update(version int64, rules ...api.RoutingRule) (api.RoutingRules, error) {
	r.Helper()
	body := api.RoutingRules{Version: version, Rules: rules}
	return wiringtest.Decode[api.RoutingRules](r.Request("update-routing-rules", adrian, "/routing-rules", body))
}

func (r rig) list() api.RoutingRules {
	r.Helper()
	got, err := wiringtest.Decode[api.RoutingRules](r.Request("list-routing-rules", sofia, "/routing-rules", nil))
	if err != nil {
		r.Fatal(err)
	}
	return got
}

func TestUpdateRoutingRules(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		if diff := cmp.Diff(api.RoutingRules{Rules: []api.RoutingRule{}}, r.list()); diff != "" {
			t.Fatal(diff)
		}
		rest := api.RoutingRule{Id: "rest", Name: "  Lo demás ", When: emptyCondition(), Method: "least-loaded", AgentIds: []string{}, TeamId: new("guardia")}
		if _, err := r.update(0, newRule(), rest); err != nil {
			t.Fatal(err)
		}
		if _, err := r.update(0, rest); !fault.Is(err, fault.Edited) {
			t.Errorf("an update based on an unread version: %v", err)
		}
		rest.Name = "Lo demás"
		want := api.RoutingRules{Version: 2, Rules: []api.RoutingRule{rest, newRule()}}
		if _, err := r.update(1, rest, newRule()); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, r.list()); diff != "" {
			t.Error(diff)
		}
		if _, err := r.update(1, newRule()); !fault.Is(err, fault.Edited) {
			t.Errorf("an update based on an old version: %v", err)
		}
		if diff := cmp.Diff(want, r.list()); diff != "" {
			t.Errorf("a refused update was stored: %s", diff)
		}
	})
}

func TestUpdateRoutingRulesValidates(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		rule := func(change func(*api.RoutingRule)) []api.RoutingRule {
			rule := newRule()
			change(&rule)
			return []api.RoutingRule{rule}
		}
		for want, rules := range map[string][]api.RoutingRule{
			"rules.0.name":                   rule(func(r *api.RoutingRule) { r.Name = " " }),
			"rules.0.id":                     rule(func(r *api.RoutingRule) { r.Id = "" }),
			"rules.1.id":                     {newRule(), newRule()},
			"rules.0.method":                 rule(func(r *api.RoutingRule) { r.Method = "dice" }),
			"rules.0.agentIds":               rule(func(r *api.RoutingRule) { r.AgentIds = nil }),
			"rules.0.agentIds.1":             rule(func(r *api.RoutingRule) { r.AgentIds = []string{"bruno", "maria"} }),
			"rules.0.departmentId":           rule(func(r *api.RoutingRule) { r.DepartmentId = new("nada") }),
			"rules.0.teamId":                 rule(func(r *api.RoutingRule) { r.TeamId = new("nada") }),
			"rules.0.when.topicIds.0":        rule(func(r *api.RoutingRule) { r.When.TopicIds = []string{"nada"} }),
			"rules.0.when.entities.0":        rule(func(r *api.RoutingRule) { r.When.Entities = []string{"TEXAS"} }),
			"rules.0.when.organizationIds.0": rule(func(r *api.RoutingRule) { r.When.OrganizationIds = []string{"nada"} }),
			"rules.0.when.words.1":           rule(func(r *api.RoutingRule) { r.When.Words = []string{"sí", "—"} }),
			"rules.0.when.words":             rule(func(r *api.RoutingRule) { r.When.Words = slices.Repeat([]string{"x"}, 21) }),
			"rules.0.when.topicIds":          rule(func(r *api.RoutingRule) { r.When.TopicIds = slices.Repeat([]string{"sipot"}, 34) }),
			"rules":                          slices.Repeat(rule(func(*api.RoutingRule) {}), 101),
		} {
			_, err := r.update(0, rules...)
			if !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), " "+want+": ") {
				t.Errorf("%s: %v", want, err)
			}
		}
		if stored := r.list(); stored.Version != 0 {
			t.Errorf("invalid rules were stored: %+v", stored)
		}
	})
}

// try sends a trial of the routing rules.
func (r rig) try(language locale.Language, body api.RoutingQuestion) (api.RoutingAnswer, error) {
	r.Helper()
	return wiringtest.Decode[api.RoutingAnswer](r.Request("try-routing", sofia, "/routing-rules/trial", body, "Accept-Language", string(language)))
}

func TestTryRouting(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		off := newRule()
		off.Id, off.Enabled = "off", false
		if _, err := r.update(0, off, newRule()); err != nil {
			t.Fatal(err)
		}
		fromJalisco := api.RoutingQuestion{TopicId: "sipot", Subject: "Carga", Entity: new("JALISCO"), OrganizationId: new("infoem")}
		want := api.RoutingAnswer{
			RuleId: new("hidalgo"), Department: api.Department{Id: "solicitudes", Name: "Requests"},
			Assignee:   nullable.NewNullableWithValue(api.Party{Id: "bruno", Name: "Bruno Salas"}),
			Reason:     "Assigned to Bruno Salas by the rule “Hidalgo a Bruno”: fixed agent.",
			Considered: []api.ConsideredRule{{RuleId: "off", Unmet: new(api.ConsideredRuleUnmet("disabled"))}, {RuleId: "hidalgo"}},
		}
		for range 2 { // a trial does not increment the turn
			got, err := r.try(locale.English, fromJalisco)
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Fatal(diff, err)
			}
		}
		got, err := r.try(locale.Spanish, api.RoutingQuestion{TopicId: "sipot"})
		if err != nil || got.RuleId != nil || got.Department.Name != "Soporte" || got.Reason != "Asignado a Ana Torres por la regla del tema SIPOT: agente fijo." {
			t.Errorf("%+v, %v", got, err)
		}
		if err := r.Table.Accounts.SaveAvailability(t.Context(), "bruno", true, "2026-11-26"); err != nil {
			t.Fatal(err)
		}
		if got, err = r.try(locale.Spanish, fromJalisco); err != nil || !got.Assignee.IsNull() || *got.RuleId != "hidalgo" {
			t.Errorf("no agent is available: %+v, %v", got, err)
		}
		r.clock.Advance(48 * time.Hour)
		if got, err = r.try(locale.Spanish, fromJalisco); err != nil || got.Assignee.IsNull() {
			t.Errorf("the agent is available again: %+v, %v", got, err)
		}
		for field, body := range map[string]api.RoutingQuestion{
			"topicId": {TopicId: "nada"}, "entity": {TopicId: "sipot", Entity: new("TEXAS")},
			"organizationId": {TopicId: "sipot", OrganizationId: new("nada")}, "subject": {TopicId: "sipot", Subject: strings.Repeat("x", 201)},
		} {
			if _, err := r.try(locale.Spanish, body); !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), " "+field+": ") {
				t.Errorf("%s: %v", field, err)
			}
		}
	})
}

// TestDecideTakesOneRound checks that the cost of a decision does not depend on the number of rules and agents.
func TestDecideTakesOneRound(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		config, err := r.Table.Settings.Configuration(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		staff, err := r.Table.Settings.Staff(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var rules routing.Rules
		for range 99 {
			rules.List = append(rules.List, routing.Rule{ID: "no", Enabled: true, When: routing.Condition{Words: []string{"nada"}}})
		}
		rules.List = append(rules.List, routing.Rule{ID: "sí", Name: "Turnos", Enabled: true, Method: routing.RoundRobin, AgentIDs: []string{"ana", "bruno"}})
		topic, _ := config.Topic("sipot")
		for i, want := range []string{"ana", "bruno", "ana"} {
			ctx, meter := observe.WithNewMeter(t.Context())
			got, err := assignment.Decide(ctx, config, staff, rules, r.Table.Index, topic, routing.Facts{TopicID: "sipot"}, "2026-11-24")
			if err != nil || got.Assignee.ID != want {
				t.Fatalf("turn %d: %+v, %v", i, got, err)
			}
			if cost := meter.Cost(); cost.Rounds != 1 || cost.Calls != 2 || cost.WriteUnits != 1 {
				t.Errorf("%+v", cost)
			}
		}
	})
}

func TestUpdateAvailability(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		update := func(by account.Person, personID string, body api.Availability) error {
			return r.Request("update-availability", by, "/agents/"+personID+"/availability", body).Err()
		}
		away := func(day string) api.Availability {
			return api.Availability{Away: true, BackOn: nullable.NewNullableWithValue(day)}
		}
		availability := func(personID string) string {
			t.Helper()
			staff, err := r.Table.Reopen().Settings.Staff(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(staff, func(p account.Person) bool { return p.ID == personID })
			if !staff[i].Away {
				return "available"
			}
			return "away " + staff[i].BackOn
		}
		for _, c := range []struct {
			name     string
			by       account.Person
			personID string
			body     api.Availability
			kind     fault.Kind
			want     string
		}{
			{"own, without an end", ana, "ana", api.Availability{Away: true}, "", "away "},
			{"own, until a date", ana, "ana", away("2026-11-25"), "", "away 2026-11-25"},
			{"until today", ana, "ana", away("2026-11-24"), fault.Invalid, "away 2026-11-25"},
			{"until an invalid date", ana, "ana", away("2026-13-01"), fault.Invalid, "away 2026-11-25"},
			{"another agent", bruno, "ana", api.Availability{}, fault.Forbidden, "away 2026-11-25"},
			{"an agent, by a supervisor", sofia, "ana", api.Availability{BackOn: nullable.NewNullableWithValue("2026-12-24")}, "", "available"},
			{"a requester", sofia, "maria", api.Availability{Away: true}, fault.NotFound, ""},
			{"an unknown person", sofia, "nadie", api.Availability{Away: true}, fault.NotFound, ""},
		} {
			if err := update(c.by, c.personID, c.body); fault.KindOf(err) != c.kind {
				t.Errorf("%s: %v, want %q", c.name, err, c.kind)
			}
			if c.want != "" && availability(c.personID) != c.want {
				t.Errorf("%s: %q, want %q", c.name, availability(c.personID), c.want)
			}
		}
	})
}
