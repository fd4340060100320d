package canned_test

import (
	"fmt"
	"strings"
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
	ana   = account.Person{ID: "ana", Username: "ana", Email: "ana@mesa.example", Role: account.Agent}
	bruno = account.Person{ID: "bruno", Username: "bruno", Email: "bruno@mesa.example", Role: account.Agent}
	sofia = account.Person{ID: "sofia", Username: "sofia", Email: "sofia@mesa.example", Role: account.Supervisor}
)

// rig sends requests to the four operations on a test table.
type rig struct{ *wiringtest.Stack }

func onTable(t *testing.T, run func(t *testing.T, r rig)) {
	t.Helper()
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		config := settings.Configuration{Settings: settings.Default(), Topics: []settings.Topic{{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, Active: true}}}
		if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
			t.Fatal(err)
		}
		manualClock := clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC))
		r := rig{&wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{Clock: manualClock.Clock()}}}
		r.SignIn(ana, bruno, sofia)
		run(t, r)
	})
}

func newResponse(changes ...func(*api.NewCannedResponse)) api.NewCannedResponse {
	body := api.NewCannedResponse{Title: "Acuse", Category: new("Inicio"), Language: api.Es, TopicIds: new([]string{"sipot"}), Body: "<p>Hola, {{solicitante}}:</p>"}
	for _, change := range changes {
		change(&body)
	}
	return body
}

func shared(n *api.NewCannedResponse) { n.Shared = true }

func (r rig) create(by account.Person, key string, body api.NewCannedResponse) (api.CannedResponse, error) {
	r.Helper()
	return wiringtest.Decode[api.CannedResponse](r.Request("create-canned-response", by, "/canned-responses", body, "Idempotency-Key", key))
}

func change(version int64, body string) api.CannedResponseChange {
	return api.CannedResponseChange{Title: "Acuse", Category: new("Inicio"), Language: api.Es, TopicIds: new([]string{"sipot"}), Body: body, Version: version}
}

func (r rig) update(by account.Person, id string, version int64, body string) (api.CannedResponse, error) {
	r.Helper()
	return wiringtest.Decode[api.CannedResponse](r.Request("update-canned-response", by, "/canned-responses/"+id, change(version, body)))
}

func (r rig) remove(by account.Person, id string, version int64) error {
	r.Helper()
	return r.Request("delete-canned-response", by, fmt.Sprintf("/canned-responses/%s?version=%d", id, version), nil).Err()
}

// titles describes the canned responses that a person sees.
func (r rig) titles(by account.Person) []string {
	r.Helper()
	listed, err := wiringtest.Decode[[]api.CannedResponse](r.Request("list-canned-responses", by, "/canned-responses", nil))
	if err != nil {
		r.Fatal(err)
	}
	titles := []string{}
	for _, response := range listed {
		title := response.Title
		if response.Shared {
			title += " (shared)"
		}
		if response.Editable {
			title += " (editable)"
		}
		titles = append(titles, title)
	}
	return titles
}

func TestSharedAndPersonalResponses(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		if _, err := r.create(sofia, "llave-uno", newResponse(shared, func(n *api.NewCannedResponse) { n.Title = "De todos" })); err != nil {
			t.Fatal(err)
		}
		own, err := r.create(ana, "llave-dos", newResponse())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]api.CannedVariable{api.Solicitante}, own.Variables); diff != "" || own.Version != 1 || own.Shared {
			t.Errorf("%+v", own)
		}
		if _, err := r.create(ana, "llave-tres", newResponse(shared)); !fault.Is(err, fault.Forbidden) {
			t.Errorf("an agent creates a shared response: %v", err)
		}
		for person, want := range map[*account.Person][]string{
			&ana:   {"Acuse (editable)", "De todos (shared)"},
			&bruno: {"De todos (shared)"},
			&sofia: {"De todos (shared) (editable)"},
		} {
			if diff := cmp.Diff(want, r.titles(*person)); diff != "" {
				t.Errorf("%s: %s", person.ID, diff)
			}
		}
		if _, err := r.update(bruno, own.Id, 1, "<p>Ajena.</p>"); !fault.Is(err, fault.NotFound) {
			t.Errorf("change of another person's response: %v", err)
		}
		if err := r.remove(bruno, own.Id, 1); !fault.Is(err, fault.NotFound) {
			t.Errorf("deletion of another person's response: %v", err)
		}
	})
}

func TestVersionsAndRetries(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		created, err := r.create(sofia, "llave-uno", newResponse(shared))
		if err != nil {
			t.Fatal(err)
		}
		if repeated, err := r.create(sofia, "llave-uno", newResponse(shared)); err != nil || repeated.Id != created.Id {
			t.Errorf("a repeated request: %+v, %v", repeated, err)
		}
		if _, err := r.create(sofia, "llave-uno", newResponse(shared, func(n *api.NewCannedResponse) { n.Title = "Otra" })); !fault.Is(err, fault.Idempotency) {
			t.Errorf("another response with the same key: %v", err)
		}
		changed, err := r.update(sofia, created.Id, 1, "<p>Buenas tardes, {{numero}}.</p>")
		if err != nil || changed.Version != 2 || changed.Body != "<p>Buenas tardes, {{número}}.</p>" {
			t.Fatalf("%+v, %v", changed, err)
		}
		if same, err := r.update(sofia, created.Id, 1, "<p>Buenas tardes, {{numero}}.</p>"); err != nil || same.Version != 2 {
			t.Errorf("a repeated change: %+v, %v", same, err)
		}
		if _, err := r.update(sofia, created.Id, 1, "<p>A destiempo.</p>"); !fault.Is(err, fault.Edited) {
			t.Errorf("a change based on an old version: %v", err)
		}
		if err := r.remove(sofia, created.Id, 1); !fault.Is(err, fault.Edited) {
			t.Errorf("a deletion based on an old version: %v", err)
		}
		if err := r.remove(ana, created.Id, 2); !fault.Is(err, fault.Forbidden) {
			t.Errorf("an agent deletes a shared response: %v", err)
		}
		if err := r.remove(sofia, created.Id, 2); err != nil {
			t.Error(err)
		}
		if titles := r.titles(sofia); len(titles) != 0 {
			t.Errorf("%v", titles)
		}
		if _, err := r.update(sofia, created.Id, 2, "<p>Ya no está.</p>"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
	})
}

func TestResponsesAreValidated(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		for field, change := range map[string]func(*api.NewCannedResponse){
			"title":    func(n *api.NewCannedResponse) { n.Title = " " },
			"category": func(n *api.NewCannedResponse) { n.Category = new(strings.Repeat("c", 61)) },
			"language": func(n *api.NewCannedResponse) { n.Language = "fr" },
			"topicIds": func(n *api.NewCannedResponse) { n.TopicIds = new([]string{"no-hay"}) },
			"body":     func(n *api.NewCannedResponse) { n.Body = "<p>Su clave es {{contraseña}}</p>" },
		} {
			_, err := r.create(ana, "llave-"+field, newResponse(change))
			if !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), " "+field+": ") {
				t.Errorf("%s: %v", field, err)
			}
		}
		for name, body := range map[string]string{
			"no text":                   "<p> </p>",
			"too long":                  "<p>" + strings.Repeat("x", 20001) + "</p>",
			"too long after sanitizing": strings.Repeat("<blockquote>", 600) + strings.Repeat("<ol>", 8) + strings.Repeat("<li>a", 9000),
		} {
			if _, err := r.create(ana, "llave-"+name, newResponse(func(n *api.NewCannedResponse) { n.Body = body })); !fault.Is(err, fault.Invalid) {
				t.Errorf("%s: %v", name, err)
			}
		}
		sanitized, err := r.create(ana, "llave-buena", newResponse(func(n *api.NewCannedResponse) { n.Body = `<p onclick="x()">Hola<script>x()</script></p>` }))
		if err != nil || sanitized.Body != "<p>Hola</p>" {
			t.Errorf("%q, %v", sanitized.Body, err)
		}
	})
}

// TestRounds checks the maximum number of rounds of each operation, including the round of the session lookup.
func TestRounds(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		check := func(operation string, maxRounds int, response wiringtest.Response) {
			t.Helper()
			if err := response.Err(); err != nil {
				t.Errorf("%s: %v", operation, err)
			}
			if response.Cost.Rounds > maxRounds {
				t.Errorf("%s: %+v", operation, response.Cost)
			}
		}
		response := r.Request("create-canned-response", sofia, "/canned-responses", newResponse(shared), "Idempotency-Key", "llave-uno")
		check("create", 3, response)
		created, err := wiringtest.Decode[api.CannedResponse](response)
		if err != nil {
			t.Fatal(err)
		}
		path := "/canned-responses/" + created.Id
		check("list", 2, r.Request("list-canned-responses", sofia, "/canned-responses", nil))
		check("update", 3, r.Request("update-canned-response", sofia, path, change(1, "<p>Otra.</p>")))
		check("delete", 3, r.Request("delete-canned-response", sofia, path+"?version=2", nil))
	})
}
