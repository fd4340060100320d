package articles_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

// rig serves the endpoints of the knowledge base on a test table.
type rig struct {
	t       *testing.T
	table   storetest.Table
	clock   *clock.Manual
	cookies map[string]string
}

var (
	nobody = account.Person{}
	maria  = account.Person{ID: "maria", Username: "maria", Name: "María López", Email: "maria@mesa.example", Role: account.Requester, Language: locale.Spanish}
	ana    = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Language: locale.Spanish}
	bruno  = account.Person{ID: "bruno", Username: "bruno", Name: "Bruno Salas", Email: "bruno@mesa.example", Role: account.Agent, Language: locale.Spanish}
	sofia  = account.Person{ID: "sofia", Username: "sofia", Name: "Sofía Méndez", Email: "sofia@mesa.example", Role: account.Supervisor, Language: locale.Spanish}
)

func each(t *testing.T, run func(t *testing.T, r *rig)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		r := &rig{t: t, table: table, clock: clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)), cookies: map[string]string{}}
		config := settings.Configuration{Settings: settings.Default(), Categories: []settings.Category{
			{ID: "acceso", Name: settings.Text{Spanish: "Acceso", English: "Access"}, Order: 1}, {ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, Order: 2},
		}}
		if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
			t.Fatal(err)
		}
		for _, person := range []account.Person{maria, ana, bruno, sofia} {
			r.cookies[person.ID] = r.table.SignIn(t, person)
		}
		run(t, r)
	})
}

// rounds returns the maximum number of rounds of a request, including the session lookup.
func rounds(method string) int {
	if method == http.MethodGet {
		return 3
	}
	return 4
}

// call sends a request and checks the number of rounds.
func (r *rig) call(operation string, who account.Person, path string, body any) *httptest.ResponseRecorder {
	r.t.Helper()
	method := wiring.Find(operation).Endpoint.Method
	endpoint := wiringtest.Mount(r.t, operation, wiring.Parts{Stores: r.table.Again(), Clock: r.clock.Clock()}) // with an empty cache
	sent, err := json.Marshal(body)
	if err != nil {
		r.t.Fatal(err)
	}
	ctx, meter := observe.Metered(r.t.Context())
	request := httptest.NewRequestWithContext(ctx, method, "/api"+path, bytes.NewReader(sent))
	request.Header.Set("Content-Type", "application/json")
	if cookie := r.cookies[who.ID]; cookie != "" {
		request.AddCookie(&http.Cookie{Name: httpapi.SessionCookie, Value: cookie})
	}
	recorder := httptest.NewRecorder()
	endpoint.ServeHTTP(recorder, request)
	if cost := meter.Cost(); cost.Rounds > rounds(method) {
		r.t.Errorf("%s took %d rounds, at most %d wanted", operation, cost.Rounds, rounds(method))
	}
	return recorder
}

// want sends a request and checks the status of the response.
func (r *rig) want(status int, operation string, who account.Person, path string, body any) {
	r.t.Helper()
	if got := r.call(operation, who, path, body); got.Code != status {
		r.t.Errorf("%s by %q answers %d, want %d: %s", operation, who.ID, got.Code, status, got.Body)
	}
}

// got sends a request and decodes the response, which must be successful.
func got[T any](r *rig, operation string, who account.Person, path string, body any) T {
	r.t.Helper()
	var v T
	answer := r.call(operation, who, path, body)
	if answer.Code != http.StatusOK {
		r.t.Fatalf("%s by %q answers %d: %s", operation, who.ID, answer.Code, answer.Body)
	}
	if err := json.Unmarshal(answer.Body.Bytes(), &v); err != nil {
		r.t.Fatal(err)
	}
	return v
}
