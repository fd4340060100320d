package canned_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/canned"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

var (
	ana   = account.Person{ID: "ana", Role: account.Agent}
	bruno = account.Person{ID: "bruno", Role: account.Agent}
	sofia = account.Person{ID: "sofia", Role: account.Supervisor}
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
		desk := settings.Desk{Settings: settings.Default(), Topics: []settings.Topic{{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, Active: true}}}
		if err := table.Settings.PutDesk(t.Context(), desk); err != nil {
			t.Fatal(err)
		}
		run(t, office{t, table, clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC))})
	})
}

func (o office) as(who account.Person) context.Context {
	return caller.With(o.t.Context(), caller.Caller{Person: who})
}

func text(changes ...func(*api.NewCannedResponse)) api.NewCannedResponse {
	body := api.NewCannedResponse{Title: "Acuse", Category: new("Inicio"), Language: api.Es, TopicIds: new([]string{"sipot"}), Body: "<p>Hola, {{solicitante}}:</p>"}
	for _, change := range changes {
		change(&body)
	}
	return body
}

func shared(n *api.NewCannedResponse) { n.Shared = true }

func (o office) create(ctx context.Context, key string, body api.NewCannedResponse) (api.CannedResponse, error) {
	ctx = wiringtest.Granted(o.t, ctx, wiring.Find("create-canned-response"))
	create := canned.CreateCannedResponse{Desk: o.table.Settings, Responses: o.table.Canned, Sanitizer: sanitize.HTML{}, Clock: o.clock.Clock()}
	got, err := create.CreateCannedResponse(ctx, api.CreateCannedResponseRequestObject{Params: api.CreateCannedResponseParams{IdempotencyKey: key}, Body: &body})
	if err != nil {
		return api.CannedResponse{}, err
	}
	return api.CannedResponse(got.(api.CreateCannedResponse201JSONResponse)), nil
}

func (o office) update(ctx context.Context, id string, version int64, body string) (api.CannedResponse, error) {
	ctx = wiringtest.Granted(o.t, ctx, wiring.Find("update-canned-response"))
	update := canned.UpdateCannedResponse{Desk: o.table.Settings, Responses: o.table.Canned, Sanitizer: sanitize.HTML{}, Clock: o.clock.Clock()}
	change := api.CannedResponseChange{Title: "Acuse", Category: new("Inicio"), Language: api.Es, TopicIds: new([]string{"sipot"}), Body: body, Version: version}
	got, err := update.UpdateCannedResponse(ctx, api.UpdateCannedResponseRequestObject{Id: id, Body: &change})
	if err != nil {
		return api.CannedResponse{}, err
	}
	return api.CannedResponse(got.(api.UpdateCannedResponse200JSONResponse)), nil
}

func (o office) remove(ctx context.Context, id string, version int64) error {
	ctx = wiringtest.Granted(o.t, ctx, wiring.Find("delete-canned-response"))
	_, err := canned.DeleteCannedResponse{Responses: o.table.Canned}.DeleteCannedResponse(ctx, api.DeleteCannedResponseRequestObject{Id: id, Params: api.DeleteCannedResponseParams{Version: version}})
	return err
}

func (o office) titles(who account.Person) []string {
	o.t.Helper()
	got, err := canned.ListCannedResponses{Responses: o.table.Canned}.ListCannedResponses(o.as(who), api.ListCannedResponsesRequestObject{})
	if err != nil {
		o.t.Fatal(err)
	}
	titles := []string{}
	for _, one := range got.(api.ListCannedResponses200JSONResponse) {
		title := one.Title
		if one.Shared {
			title += " (shared)"
		}
		if one.Editable {
			title += " (editable)"
		}
		titles = append(titles, title)
	}
	return titles
}

func TestSharedAndOnesOwn(t *testing.T) {
	each(t, func(t *testing.T, o office) {
		if _, err := o.create(o.as(sofia), "llave-uno", text(shared, func(n *api.NewCannedResponse) { n.Title = "De todos" })); err != nil {
			t.Fatal(err)
		}
		own, err := o.create(o.as(ana), "llave-dos", text())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]api.CannedVariable{api.Solicitante}, own.Variables); diff != "" || own.Version != 1 || own.Shared {
			t.Errorf("%+v", own)
		}
		if _, err := o.create(o.as(ana), "llave-tres", text(shared)); !fault.Is(err, fault.Forbidden) {
			t.Errorf("an agent keeps a shared one: %v", err)
		}
		for who, want := range map[*account.Person][]string{
			&ana:   {"Acuse (editable)", "De todos (shared)"},
			&bruno: {"De todos (shared)"},
			&sofia: {"De todos (shared) (editable)"},
		} {
			if diff := cmp.Diff(want, o.titles(*who)); diff != "" {
				t.Errorf("%s: %s", who.ID, diff)
			}
		}
		if _, err := o.update(o.as(bruno), own.Id, 1, "<p>Ajena.</p>"); !fault.Is(err, fault.NotFound) {
			t.Errorf("another's own is there to change: %v", err)
		}
		if err := o.remove(o.as(bruno), own.Id, 1); !fault.Is(err, fault.NotFound) {
			t.Errorf("another's own is there to remove: %v", err)
		}
	})
}

func TestVersionsAndRetries(t *testing.T) {
	each(t, func(t *testing.T, o office) {
		made, err := o.create(o.as(sofia), "llave-uno", text(shared))
		if err != nil {
			t.Fatal(err)
		}
		if again, err := o.create(o.as(sofia), "llave-uno", text(shared)); err != nil || again.Id != made.Id {
			t.Errorf("the same key again: %+v, %v", again, err)
		}
		if _, err := o.create(o.as(sofia), "llave-uno", text(shared, func(n *api.NewCannedResponse) { n.Title = "Otra" })); !fault.Is(err, fault.Idempotency) {
			t.Errorf("the same key for another: %v", err)
		}
		changed, err := o.update(o.as(sofia), made.Id, 1, "<p>Buenas tardes, {{numero}}.</p>")
		if err != nil || changed.Version != 2 || changed.Body != "<p>Buenas tardes, {{número}}.</p>" {
			t.Fatalf("%+v, %v", changed, err)
		}
		if same, err := o.update(o.as(sofia), made.Id, 1, "<p>Buenas tardes, {{numero}}.</p>"); err != nil || same.Version != 2 {
			t.Errorf("the same change again: %+v, %v", same, err)
		}
		if _, err := o.update(o.as(sofia), made.Id, 1, "<p>A destiempo.</p>"); !fault.Is(err, fault.Edited) {
			t.Errorf("on an old version: %v", err)
		}
		if err := o.remove(o.as(sofia), made.Id, 1); !fault.Is(err, fault.Edited) {
			t.Errorf("removed on an old version: %v", err)
		}
		if err := o.remove(o.as(ana), made.Id, 2); !fault.Is(err, fault.Forbidden) {
			t.Errorf("an agent removes a shared one: %v", err)
		}
		if err := o.remove(o.as(sofia), made.Id, 2); err != nil {
			t.Error(err)
		}
		if left := o.titles(sofia); len(left) != 0 {
			t.Errorf("%v", left)
		}
		if _, err := o.update(o.as(sofia), made.Id, 2, "<p>Ya no está.</p>"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
	})
}

func TestWhatIsRefused(t *testing.T) {
	each(t, func(t *testing.T, o office) {
		for field, change := range map[string]func(*api.NewCannedResponse){
			"title":    func(n *api.NewCannedResponse) { n.Title = " " },
			"category": func(n *api.NewCannedResponse) { n.Category = new(strings.Repeat("c", 61)) },
			"language": func(n *api.NewCannedResponse) { n.Language = "fr" },
			"topicIds": func(n *api.NewCannedResponse) { n.TopicIds = new([]string{"no-hay"}) },
			"body":     func(n *api.NewCannedResponse) { n.Body = "<p>Su clave es {{contraseña}}</p>" },
		} {
			_, err := o.create(o.as(ana), "llave-"+field, text(change))
			if !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), " "+field+": ") {
				t.Errorf("%s: %v", field, err)
			}
		}
		for name, body := range map[string]string{"nothing said": "<p> </p>", "too long": "<p>" + strings.Repeat("x", 20001) + "</p>"} {
			if _, err := o.create(o.as(ana), "llave-"+name, text(func(n *api.NewCannedResponse) { n.Body = body })); !fault.Is(err, fault.Invalid) {
				t.Errorf("%s: %v", name, err)
			}
		}
		kept, err := o.create(o.as(ana), "llave-buena", text(func(n *api.NewCannedResponse) { n.Body = `<p onclick="x()">Hola<script>x()</script></p>` }))
		if err != nil || kept.Body != "<p>Hola</p>" {
			t.Errorf("%q, %v", kept.Body, err)
		}
	})
}

// TestRounds checks the maximum number of rounds without the session lookup: 1 for reads, 2 for writes.
func TestRounds(t *testing.T) {
	each(t, func(t *testing.T, o office) {
		rounds := func(what string, most int, act func(ctx context.Context)) {
			ctx, meter := observe.Metered(o.as(sofia))
			act(ctx)
			if cost := meter.Cost(); cost.Rounds > most {
				t.Errorf("%s: %+v", what, cost)
			}
		}
		var made api.CannedResponse
		rounds("create", 2, func(ctx context.Context) { made, _ = o.create(ctx, "llave-uno", text(shared)) })
		rounds("list", 1, func(ctx context.Context) {
			if _, err := (canned.ListCannedResponses{Responses: o.table.Canned}).ListCannedResponses(ctx, api.ListCannedResponsesRequestObject{}); err != nil {
				t.Error(err)
			}
		})
		rounds("update", 2, func(ctx context.Context) {
			if _, err := o.update(ctx, made.Id, 1, "<p>Otra.</p>"); err != nil {
				t.Error(err)
			}
		})
		rounds("delete", 2, func(ctx context.Context) {
			if err := o.remove(ctx, made.Id, 2); err != nil {
				t.Error(err)
			}
		})
	})
}
