package views_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

var (
	ana    = account.Person{ID: "ana", Username: "ana", Email: "ana@mesa.example", Role: account.Agent, Departments: []string{"soporte"}}
	bruno  = account.Person{ID: "bruno", Username: "bruno", Email: "bruno@mesa.example", Role: account.Agent, Departments: []string{"solicitudes"}}
	sofia  = account.Person{ID: "sofia", Username: "sofia", Email: "sofia@mesa.example", Role: account.Supervisor, Departments: []string{"soporte"}}
	adrian = account.Person{ID: "adrian", Username: "adrian", Email: "adrian@mesa.example", Role: account.Admin}
)

// rig sends requests to the four operations on a test table.
type rig struct{ *wiringtest.Stack }

func onTable(t *testing.T, run func(t *testing.T, r rig)) {
	t.Helper()
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		config := settings.Configuration{Settings: settings.Default(), Departments: []settings.Department{{ID: "soporte"}, {ID: "solicitudes"}}}
		if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
			t.Fatal(err)
		}
		manualClock := clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC))
		r := rig{&wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{Clock: manualClock.Clock()}}}
		r.SignIn(ana, bruno, sofia, adrian)
		run(t, r)
	})
}

func newView(changes ...func(*api.NewView)) api.NewView {
	body := api.NewView{
		Name: "Urgentes", Audience: api.ViewAudienceMe, Columns: []api.Column{api.ColumnStatus, api.ColumnDue},
		Query: api.ViewQuery{Queue: new(api.QueueAll), Priority: &api.PriorityFilters{api.PriorityFilterHigh}, Status: &api.StatusFilters{api.StatusFilterOpen, api.StatusFilterWaiting}},
	}
	for _, change := range changes {
		change(&body)
	}
	return body
}

func withName(name string) func(*api.NewView) { return func(v *api.NewView) { v.Name = name } }
func forEveryone(v *api.NewView)              { v.Audience = api.ViewAudienceEveryone }
func forDepartment(department string) func(*api.NewView) {
	return func(v *api.NewView) { v.Audience, v.DepartmentId = api.ViewAudienceDepartment, &department }
}

func (r rig) create(by account.Person, key string, body api.NewView) (api.View, error) {
	r.Helper()
	return wiringtest.Decode[api.View](r.Request("create-view", by, "/views", body, "Idempotency-Key", key))
}

func (r rig) update(by account.Person, id string, version int64, body api.NewView) (api.View, error) {
	r.Helper()
	change := api.ViewChange{Name: body.Name, Audience: body.Audience, DepartmentId: body.DepartmentId, Query: body.Query, Columns: body.Columns, Version: version}
	return wiringtest.Decode[api.View](r.Request("update-view", by, "/views/"+id, change))
}

func (r rig) remove(by account.Person, id string, version int64) error {
	r.Helper()
	return r.Request("delete-view", by, fmt.Sprintf("/views/%s?version=%d", id, version), nil).Err()
}

// names describes the views that a person sees.
func (r rig) names(by account.Person) []string {
	r.Helper()
	listed, err := wiringtest.Decode[[]api.View](r.Request("list-views", by, "/views", nil))
	if err != nil {
		r.Fatal(err)
	}
	names := []string{}
	for _, v := range listed {
		name := v.Name + " for " + string(v.Audience)
		if v.Editable {
			name += ", editable"
		}
		names = append(names, name)
	}
	return names
}

func (r rig) require(v api.View, err error) api.View {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
	return v
}

func TestAudiences(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		own := r.require(r.create(ana, "una", newView(withName("mías"))))
		r.require(r.create(sofia, "dos", newView(forDepartment("soporte"), withName("de Soporte"))))
		r.require(r.create(adrian, "tres", newView(forEveryone, withName("Ábaco"))))
		if diff := cmp.Diff(newView().Query, own.Query); diff != "" || own.Version != 1 || len(own.Columns) != 2 {
			t.Errorf("%+v %s", own, diff)
		}
		for name, c := range map[string]struct {
			by   account.Person
			body api.NewView
		}{
			"agent, own department":          {ana, newView(forDepartment("soporte"))},
			"agent, everyone":                {ana, newView(forEveryone)},
			"supervisor, everyone":           {sofia, newView(forEveryone)},
			"supervisor, another department": {sofia, newView(forDepartment("solicitudes"))},
		} {
			if _, err := r.create(c.by, name, c.body); !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s: %v", name, err)
			}
		}
		for person, want := range map[*account.Person][]string{
			&ana:    {"Ábaco for everyone", "de Soporte for department", "mías for me, editable"},
			&bruno:  {"Ábaco for everyone"},
			&sofia:  {"Ábaco for everyone", "de Soporte for department, editable"},
			&adrian: {"Ábaco for everyone, editable", "de Soporte for department, editable"},
		} {
			if diff := cmp.Diff(want, r.names(*person)); diff != "" {
				t.Errorf("%s: %s", person.ID, diff)
			}
		}
		if _, err := r.update(bruno, own.Id, 1, newView()); !fault.Is(err, fault.NotFound) {
			t.Errorf("change of another person's view: %v", err)
		}
		if err := r.remove(bruno, own.Id, 1); !fault.Is(err, fault.NotFound) {
			t.Errorf("deletion of another person's view: %v", err)
		}
	})
}

func TestChangeOfAudience(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		own := r.require(r.create(sofia, "una", newView()))
		shared := r.require(r.update(sofia, own.Id, 1, newView(forDepartment("soporte"))))
		if shared.Id != own.Id || shared.Version != 2 || *shared.DepartmentId != "soporte" {
			t.Errorf("%+v", shared)
		}
		if diff := cmp.Diff([]string{"Urgentes for department"}, r.names(ana)); diff != "" {
			t.Error(diff)
		}
		if _, err := r.update(ana, own.Id, 2, newView(withName("De Ana"))); !fault.Is(err, fault.Forbidden) {
			t.Errorf("an agent changes a shared view: %v", err)
		}
		r.require(r.update(sofia, own.Id, 2, newView()))
		if diff := cmp.Diff([]string{}, r.names(ana)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{"Urgentes for me, editable"}, r.names(sofia)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestVersionsAndRetries(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		created := r.require(r.create(ana, "una", newView()))
		repeated := r.require(r.create(ana, "una", newView()))
		if diff := cmp.Diff(created, repeated); diff != "" {
			t.Error(diff)
		}
		if _, err := r.create(ana, "una", newView(withName("Otra"))); !fault.Is(err, fault.Idempotency) {
			t.Errorf("another view with the same key: %v", err)
		}
		r.require(r.update(ana, created.Id, 1, newView(withName("Críticos"))))
		if got := r.require(r.update(ana, created.Id, 1, newView(withName("Críticos")))); got.Version != 2 {
			t.Errorf("a repeated change returns version %d", got.Version)
		}
		_, err := r.update(ana, created.Id, 1, newView(withName("A destiempo")))
		if !fault.Is(err, fault.Edited) {
			t.Fatalf("a change based on an old version: %v", err)
		}
		problem, ok := errors.AsType[*wiringtest.Problem](err)
		if !ok || problem.View.Name != "Críticos" || *problem.Version != 2 {
			t.Errorf("the conflict does not contain the stored view: %+v", problem)
		}
		if err := r.remove(ana, created.Id, 1); !fault.Is(err, fault.Edited) {
			t.Errorf("a deletion based on an old version: %v", err)
		}
		if err := r.remove(ana, created.Id, 2); err != nil {
			t.Error(err)
		}
		if err := r.remove(ana, created.Id, 2); !fault.Is(err, fault.NotFound) {
			t.Errorf("a repeated deletion: %v", err)
		}
		shared := r.require(r.create(adrian, "llave-compartida", newView(forEveryone)))
		if err := r.remove(adrian, shared.Id, 1); err != nil {
			t.Errorf("deletion of a shared view: %v", err)
		}
	})
}

func TestViewsAreValidated(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		r.require(r.create(ana, "una", newView()))
		query := func(change func(*api.ViewQuery)) api.NewView {
			body := newView(withName("Otra"))
			change(&body.Query)
			return body
		}
		for name, c := range map[string]struct {
			body  api.NewView
			field string
		}{
			"empty name":                    {newView(withName(" ")), "name"},
			"the same name":                 {newView(withName("URGÉNTES")), "name"},
			"unknown audience":              {newView(func(v *api.NewView) { v.Audience = "nadie" }), "audience"},
			"unknown department":            {newView(forDepartment("ninguno")), "departmentId"},
			"unknown column":                {newView(func(v *api.NewView) { v.Columns = []api.Column{"color"} }), "columns"},
			"duplicate column":              {newView(func(v *api.NewView) { v.Columns = []api.Column{api.ColumnDue, api.ColumnDue} }), "columns"},
			"neither queue nor search text": {query(func(q *api.ViewQuery) { q.Queue = nil }), "query.queue"},
			"queue and search text":         {query(func(q *api.ViewQuery) { q.Q = new("acuse") }), "query.queue"},
			"unknown status":                {query(func(q *api.ViewQuery) { q.Status = &api.StatusFilters{"perdido"} }), "query.status"},
			"too many departments": {query(func(q *api.ViewQuery) {
				q.Department = &[]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"}
			}), "query.department"},
			"too many days": {query(func(q *api.ViewQuery) { q.CreatedWithin = new(367) }), "query.createdWithin"},
		} {
			_, err := r.create(ana, name, c.body)
			failure, ok := errors.AsType[*fault.Error](err)
			if !ok || failure.Kind != fault.Invalid || len(failure.Fields) != 1 || failure.Fields[0].Name != c.field {
				t.Errorf("%s: %v", name, err)
			}
		}
		r.require(r.create(ana, "palabras", query(func(q *api.ViewQuery) { q.Queue, q.Q = nil, new("acuse") })))
	})
}

// TestRounds checks the maximum number of rounds of each operation, including the round of the session lookup.
func TestRounds(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		created := r.require(r.create(ana, "llave-antes", newView(withName("Antes"))))
		changed := newView(withName("Después"))
		change := api.ViewChange{Name: changed.Name, Audience: changed.Audience, Query: changed.Query, Columns: changed.Columns, Version: 1}
		for name, c := range map[string]struct {
			maxRounds int
			request   func() wiringtest.Response
		}{
			"list": {2, func() wiringtest.Response { return r.Request("list-views", ana, "/views", nil) }},
			"create": {3, func() wiringtest.Response {
				return r.Request("create-view", ana, "/views", newView(), "Idempotency-Key", "llave-una")
			}},
			"update": {3, func() wiringtest.Response { return r.Request("update-view", ana, "/views/"+created.Id, change) }},
		} {
			response := c.request()
			if err := response.Err(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if response.Cost.Rounds > c.maxRounds {
				t.Errorf("%s: %+v", name, response.Cost)
			}
		}
	})
}
