package articles_test

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

// rig serves the endpoints of the knowledge base on a test table.
type rig struct {
	*wiringtest.Stack
	clock *clock.Manual
}

var (
	nobody = account.Person{}
	maria  = account.Person{ID: "maria", Username: "maria", Name: "María López", Email: "maria@mesa.example", Role: account.Requester, Language: locale.Spanish}
	ana    = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Language: locale.Spanish}
	bruno  = account.Person{ID: "bruno", Username: "bruno", Name: "Bruno Salas", Email: "bruno@mesa.example", Role: account.Agent, Language: locale.Spanish}
	sofia  = account.Person{ID: "sofia", Username: "sofia", Name: "Sofía Méndez", Email: "sofia@mesa.example", Role: account.Supervisor, Language: locale.Spanish}
)

func onTable(t *testing.T, run func(t *testing.T, r *rig)) {
	t.Helper()
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		manualClock := clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC))
		r := &rig{&wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{Clock: manualClock.Clock()}}, manualClock}
		config := settings.Configuration{Settings: settings.Default(), Categories: []settings.Category{
			{ID: "acceso", Name: settings.Text{Spanish: "Acceso", English: "Access"}, Order: 1}, {ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, Order: 2},
		}}
		if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
			t.Fatal(err)
		}
		r.SignIn(maria, ana, bruno, sofia)
		run(t, r)
	})
}

// maxRounds returns the maximum number of rounds of a request, including the session lookup.
func maxRounds(method string) int {
	if method == http.MethodGet {
		return 3
	}
	return 4
}

// call sends a request and checks the number of rounds.
func (r *rig) call(operation string, by account.Person, path string, body any) wiringtest.Response {
	r.Helper()
	response := r.Request(operation, by, path, body)
	if limit := maxRounds(wiring.Find(operation).Endpoint.Method); response.Cost.Rounds > limit {
		r.Errorf("%s took %d rounds, at most %d wanted", operation, response.Cost.Rounds, limit)
	}
	return response
}

// checkStatus sends a request and checks the status of the response.
func (r *rig) checkStatus(status int, operation string, by account.Person, path string, body any) {
	r.Helper()
	if decode := r.call(operation, by, path, body); decode.Code != status {
		r.Errorf("%s by %q returns %d, want %d: %s", operation, by.ID, decode.Code, status, decode.Body)
	}
}

// decode sends a request and decodes the response, which must be successful.
func decode[T any](r *rig, operation string, by account.Person, path string, body any) T {
	r.Helper()
	var v T
	response := r.call(operation, by, path, body)
	if response.Code != http.StatusOK {
		r.Fatalf("%s by %q returns %d: %s", operation, by.ID, response.Code, response.Body)
	}
	if err := json.Unmarshal(response.Body.Bytes(), &v); err != nil {
		r.Fatal(err)
	}
	return v
}
