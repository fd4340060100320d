package views_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/views"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

var (
	ana    = account.Person{ID: "ana", Role: account.Agent, Departments: []string{"soporte"}}
	bruno  = account.Person{ID: "bruno", Role: account.Agent, Departments: []string{"solicitudes"}}
	sofia  = account.Person{ID: "sofia", Role: account.Supervisor, Departments: []string{"soporte"}}
	adrian = account.Person{ID: "adrian", Role: account.Admin}
)

// office performs the four operations on a test table.
type office struct {
	t     *testing.T
	table storetest.Table
	clock *clock.Manual
}

func each(t *testing.T, run func(t *testing.T, o office)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		desk := settings.Desk{Settings: settings.Default(), Departments: []settings.Department{{ID: "soporte"}, {ID: "solicitudes"}}}
		if err := table.Settings.PutDesk(t.Context(), desk); err != nil {
			t.Fatal(err)
		}
		run(t, office{t, table, clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC))})
	})
}

func (o office) as(who account.Person) context.Context {
	return caller.With(o.t.Context(), caller.Caller{Person: who})
}

func urgent(changes ...func(*api.NewView)) api.NewView {
	body := api.NewView{
		Name: "Urgentes", Audience: api.ViewAudienceMe, Columns: []api.Column{api.ColumnStatus, api.ColumnDue},
		Query: api.ViewQuery{Queue: new(api.QueueAll), Priority: &api.PriorityFilters{api.PriorityFilterHigh}, Status: &api.StatusFilters{api.StatusFilterOpen, api.StatusFilterWaiting}},
	}
	for _, change := range changes {
		change(&body)
	}
	return body
}

func named(name string) func(*api.NewView) { return func(v *api.NewView) { v.Name = name } }
func everyone(v *api.NewView)              { v.Audience = api.ViewAudienceEveryone }
func of(department string) func(*api.NewView) {
	return func(v *api.NewView) { v.Audience, v.DepartmentId = api.ViewAudienceDepartment, &department }
}

func (o office) create(ctx context.Context, key string, body api.NewView) (api.View, error) {
	ctx = wiringtest.Granted(o.t, ctx, wiring.Find("create-view"))
	got, err := views.CreateView{Desk: o.table.Settings, Views: o.table.Views, Clock: o.clock.Clock()}.
		CreateView(ctx, api.CreateViewRequestObject{Params: api.CreateViewParams{IdempotencyKey: key}, Body: &body})
	if err != nil {
		return api.View{}, err
	}
	return api.View(got.(api.CreateView201JSONResponse)), nil
}

func (o office) update(ctx context.Context, id string, version int64, body api.NewView) (api.View, error) {
	ctx = wiringtest.Granted(o.t, ctx, wiring.Find("update-view"))
	change := api.ViewChange{Name: body.Name, Audience: body.Audience, DepartmentId: body.DepartmentId, Query: body.Query, Columns: body.Columns, Version: version}
	got, err := views.UpdateView{Desk: o.table.Settings, Views: o.table.Views, Clock: o.clock.Clock()}.UpdateView(ctx, api.UpdateViewRequestObject{Id: id, Body: &change})
	if err != nil {
		return api.View{}, err
	}
	return api.View(got.(api.UpdateView200JSONResponse)), nil
}

func (o office) remove(ctx context.Context, id string, version int64) error {
	ctx = wiringtest.Granted(o.t, ctx, wiring.Find("delete-view"))
	_, err := views.DeleteView{Views: o.table.Views}.DeleteView(ctx, api.DeleteViewRequestObject{Id: id, Params: api.DeleteViewParams{Version: version}})
	return err
}

func (o office) names(who account.Person) []string {
	o.t.Helper()
	got, err := views.ListViews{Views: o.table.Views}.ListViews(o.as(who), api.ListViewsRequestObject{})
	if err != nil {
		o.t.Fatal(err)
	}
	names := []string{}
	for _, one := range got.(api.ListViews200JSONResponse) {
		name := one.Name + " for " + string(one.Audience)
		if one.Editable {
			name += ", editable"
		}
		names = append(names, name)
	}
	return names
}

func (o office) must(v api.View, err error) api.View {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
	return v
}

func TestWhomViewsAreFor(t *testing.T) {
	each(t, func(t *testing.T, o office) {
		own := o.must(o.create(o.as(ana), "una", urgent(named("mías"))))
		o.must(o.create(o.as(sofia), "dos", urgent(of("soporte"), named("de Soporte"))))
		o.must(o.create(o.as(adrian), "tres", urgent(everyone, named("Ábaco"))))
		if diff := cmp.Diff(urgent().Query, own.Query); diff != "" || own.Version != 1 || len(own.Columns) != 2 {
			t.Errorf("%+v %s", own, diff)
		}
		for name, c := range map[string]struct {
			by   account.Person
			body api.NewView
		}{
			"an agent, for their department":         {ana, urgent(of("soporte"))},
			"an agent, for everyone":                 {ana, urgent(everyone)},
			"a supervisor, for everyone":             {sofia, urgent(everyone)},
			"a supervisor, for another's department": {sofia, urgent(of("solicitudes"))},
		} {
			if _, err := o.create(o.as(c.by), name, c.body); !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s: %v", name, err)
			}
		}
		for who, want := range map[*account.Person][]string{
			&ana:    {"Ábaco for everyone", "de Soporte for department", "mías for me, editable"},
			&bruno:  {"Ábaco for everyone"},
			&sofia:  {"Ábaco for everyone", "de Soporte for department, editable"},
			&adrian: {"Ábaco for everyone, editable", "de Soporte for department, editable"},
		} {
			if diff := cmp.Diff(want, o.names(*who)); diff != "" {
				t.Errorf("%s: %s", who.ID, diff)
			}
		}
		if _, err := o.update(o.as(bruno), own.Id, 1, urgent()); !fault.Is(err, fault.NotFound) {
			t.Errorf("another's own is there to change: %v", err)
		}
		if err := o.remove(o.as(bruno), own.Id, 1); !fault.Is(err, fault.NotFound) {
			t.Errorf("another's own is there to remove: %v", err)
		}
	})
}

func TestAViewIsSharedAndTakenBack(t *testing.T) {
	each(t, func(t *testing.T, o office) {
		own := o.must(o.create(o.as(sofia), "una", urgent()))
		shared := o.must(o.update(o.as(sofia), own.Id, 1, urgent(of("soporte"))))
		if shared.Id != own.Id || shared.Version != 2 || *shared.DepartmentId != "soporte" {
			t.Errorf("%+v", shared)
		}
		if diff := cmp.Diff([]string{"Urgentes for department"}, o.names(ana)); diff != "" {
			t.Error(diff)
		}
		if _, err := o.update(o.as(ana), own.Id, 2, urgent(named("De Ana"))); !fault.Is(err, fault.Forbidden) {
			t.Errorf("an agent changes what is shared: %v", err)
		}
		o.must(o.update(o.as(sofia), own.Id, 2, urgent()))
		if diff := cmp.Diff([]string{}, o.names(ana)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{"Urgentes for me, editable"}, o.names(sofia)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestVersionsAndRetries(t *testing.T) {
	each(t, func(t *testing.T, o office) {
		made := o.must(o.create(o.as(ana), "una", urgent()))
		again := o.must(o.create(o.as(ana), "una", urgent()))
		if diff := cmp.Diff(made, again); diff != "" {
			t.Error(diff)
		}
		if _, err := o.create(o.as(ana), "una", urgent(named("Otra"))); !fault.Is(err, fault.Idempotency) {
			t.Errorf("another with the key: %v", err)
		}
		o.must(o.update(o.as(ana), made.Id, 1, urgent(named("Críticos"))))
		if got := o.must(o.update(o.as(ana), made.Id, 1, urgent(named("Críticos")))); got.Version != 2 {
			t.Errorf("a repeated change makes version %d", got.Version)
		}
		_, err := o.update(o.as(ana), made.Id, 1, urgent(named("A destiempo")))
		if !fault.Is(err, fault.Edited) {
			t.Fatalf("a change of an old version: %v", err)
		}
		var problem api.Problem
		explained, ok := errors.AsType[interface {
			error
			Explain(*api.Problem)
		}](err)
		if !ok {
			t.Fatal("the conflict does not say what changed")
		}
		if explained.Explain(&problem); problem.View.Name != "Críticos" || *problem.Version != 2 {
			t.Errorf("%+v", problem)
		}
		if err := o.remove(o.as(ana), made.Id, 1); !fault.Is(err, fault.Edited) {
			t.Errorf("an old version is removed: %v", err)
		}
		if err := o.remove(o.as(ana), made.Id, 2); err != nil {
			t.Error(err)
		}
		if err := o.remove(o.as(ana), made.Id, 2); !fault.Is(err, fault.NotFound) {
			t.Errorf("what is gone is removed again: %v", err)
		}
		shared := o.must(o.create(o.as(adrian), "llave-compartida", urgent(everyone)))
		if err := o.remove(o.as(adrian), shared.Id, 1); err != nil {
			t.Errorf("a shared view: %v", err)
		}
	})
}

func TestWhatAViewMayBe(t *testing.T) {
	each(t, func(t *testing.T, o office) {
		o.must(o.create(o.as(ana), "una", urgent()))
		query := func(change func(*api.ViewQuery)) api.NewView {
			body := urgent(named("Otra"))
			change(&body.Query)
			return body
		}
		for name, c := range map[string]struct {
			body  api.NewView
			field string
		}{
			"no name":            {urgent(named(" ")), "name"},
			"the same name":      {urgent(named("URGÉNTES")), "name"},
			"no such audience":   {urgent(func(v *api.NewView) { v.Audience = "nadie" }), "audience"},
			"no such department": {urgent(of("ninguno")), "departmentId"},
			"no such column":     {urgent(func(v *api.NewView) { v.Columns = []api.Column{"color"} }), "columns"},
			"a column twice":     {urgent(func(v *api.NewView) { v.Columns = []api.Column{api.ColumnDue, api.ColumnDue} }), "columns"},
			"no queue nor words": {query(func(q *api.ViewQuery) { q.Queue = nil }), "query.queue"},
			"a queue and words":  {query(func(q *api.ViewQuery) { q.Q = new("acuse") }), "query.queue"},
			"no such status":     {query(func(q *api.ViewQuery) { q.Status = &api.StatusFilters{"perdido"} }), "query.status"},
			"too many departments": {query(func(q *api.ViewQuery) {
				q.Department = &[]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"}
			}), "query.department"},
			"too many days": {query(func(q *api.ViewQuery) { q.CreatedWithin = new(367) }), "query.createdWithin"},
		} {
			_, err := o.create(o.as(ana), name, c.body)
			failure, ok := errors.AsType[*fault.Error](err)
			if !ok || failure.Kind != fault.Invalid || len(failure.Fields) != 1 || failure.Fields[0].Name != c.field {
				t.Errorf("%s: %v", name, err)
			}
		}
		o.must(o.create(o.as(ana), "palabras", query(func(q *api.ViewQuery) { q.Queue, q.Q = nil, new("acuse") })))
	})
}

// TestRounds checks the number of rounds of each operation, without the round of the session lookup.
func TestRounds(t *testing.T) {
	each(t, func(t *testing.T, o office) {
		made := o.must(o.create(o.as(ana), "antes", urgent(named("Antes"))))
		for name, c := range map[string]struct {
			most int
			do   func(ctx context.Context) error
		}{
			"list": {1, func(ctx context.Context) error {
				_, err := views.ListViews{Views: o.table.Views}.ListViews(ctx, api.ListViewsRequestObject{})
				return err
			}},
			"create": {2, func(ctx context.Context) error { _, err := o.create(ctx, "una", urgent()); return err }},
			"update": {2, func(ctx context.Context) error {
				_, err := o.update(ctx, made.Id, 1, urgent(named("Después")))
				return err
			}},
		} {
			ctx, meter := observe.Metered(o.as(ana))
			if err := c.do(ctx); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if cost := meter.Cost(); cost.Rounds > c.most {
				t.Errorf("%s: %+v", name, cost)
			}
		}
	})
}
