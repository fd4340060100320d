package tickets_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/desk/background"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/ticket"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

// rig serves the ticket endpoints on a test table. Only S3 is a fake: every file in the table counts as uploaded, except those
// in uploads.missing.
type rig struct {
	t       *testing.T
	table   storetest.Table
	clock   *clock.Manual
	uploads *uploads
	mu      sync.Mutex // protects serve
	serve   map[string]http.Handler
	cookies map[string]string
}

type uploads struct {
	wiring.Files
	missing map[string]bool
}

func (u *uploads) Uploaded(_ context.Context, id string, _ int64) (string, error) {
	if u.missing[id] {
		return "", nil
	}
	return "tag-of-" + id, nil
}

func (u *uploads) Upload(_ context.Context, file ticket.Attachment) (ticket.UploadForm, error) {
	return ticket.UploadForm{URL: "https://files.example", Fields: map[string]string{"key": file.ID}}, nil
}

func (u *uploads) Download(_ context.Context, file ticket.Attachment) (string, error) {
	return "https://files.example/" + file.ID, nil
}

var (
	usuario = account.Person{ID: "usuario", Username: "usuario", Name: "USUARIO MESA", Email: "usuario@inai.example", Role: account.Requester, Language: locale.Spanish, Organization: account.Organization{ID: "inai", Name: "INAI"}}
	maria   = account.Person{ID: "maria", Username: "maria", Name: "María López", Email: "maria@infoem.example", Role: account.Requester, Language: locale.Spanish, Organization: account.Organization{ID: "infoem", Name: "Infoem", Shares: true}}
	jorge   = account.Person{ID: "jorge", Username: "jorge", Name: "Jorge Peña", Email: "jorge@infoem.example", Role: account.Requester, Language: locale.English, Organization: account.Organization{ID: "infoem", Name: "Infoem", Shares: true}}
	ana     = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Language: locale.Spanish, Departments: []string{"soporte"}}
	bruno   = account.Person{ID: "bruno", Username: "bruno", Name: "Bruno Salas", Email: "bruno@mesa.example", Role: account.Agent, Language: locale.Spanish, Departments: []string{"solicitudes"}}
	sofia   = account.Person{ID: "sofia", Username: "sofia", Name: "Sofía Méndez", Email: "sofia@mesa.example", Role: account.Supervisor, Language: locale.Spanish, Departments: []string{"soporte"}}
)

func each(t *testing.T, run func(t *testing.T, r *rig)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, table storetest.Table) { run(t, newRig(t, table)) })
}

func newRig(t *testing.T, table storetest.Table) *rig {
	t.Helper()
	at := clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC))
	r := &rig{t: t, table: table, clock: at, uploads: &uploads{missing: map[string]bool{}}, cookies: map[string]string{}}
	config := settings.Configuration{Settings: settingstest.Mexico(), Topics: []settings.Topic{
		{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, DepartmentID: "soporte", Public: true, Active: true, Routing: settings.Routing{Method: routing.LeastLoaded}},
		{ID: "sisai", Name: settings.Text{Spanish: "SISAI"}, DepartmentID: "solicitudes", Public: true, Active: true, Routing: settings.Routing{Method: routing.Fixed, AgentIDs: []string{"bruno"}}},
		{ID: "interno", Name: settings.Text{Spanish: "Interno"}, DepartmentID: "soporte", Active: true},
	}, Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Support"}}, {ID: "solicitudes", Name: settings.Text{Spanish: "Solicitudes"}}}}
	if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
		t.Fatal(err)
	}
	for _, person := range []account.Person{usuario, maria, jorge, ana, bruno, sofia} {
		r.cookies[person.ID] = r.table.SignIn(t, person)
	}
	r.mount()
	return r
}

// mount discards all mounted handlers. The next call of an operation mounts a new handler, like a function that has just
// started.
func (r *rig) mount() { r.serve = map[string]http.Handler{} }

func (r *rig) handler(operation string) http.Handler {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.serve[operation] == nil {
		parts := wiring.Parts{Stores: r.table.Stores, Files: r.uploads, Clock: r.clock.Clock()}
		r.serve[operation] = wiringtest.Mount(r.t, operation, parts)
	}
	return r.serve[operation]
}

// answer is the response to a request, and the cost of the request.
type answer struct {
	status int
	header http.Header
	body   []byte
	cost   observe.Cost
}

func (r *rig) call(operation string, who account.Person, method, path string, body any, headers ...string) answer {
	r.t.Helper()
	var sent []byte
	if raw, ok := body.(string); ok {
		sent = []byte(raw)
	} else if body != nil {
		var err error
		if sent, err = json.Marshal(body); err != nil {
			r.t.Fatal(err)
		}
	}
	ctx, meter := observe.Metered(r.t.Context())
	request := httptest.NewRequestWithContext(ctx, method, path, bytes.NewReader(sent))
	request.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	if cookie := r.cookies[who.ID]; cookie != "" {
		request.AddCookie(&http.Cookie{Name: httpapi.SessionCookie, Value: cookie})
	}
	recorder := httptest.NewRecorder()
	r.handler(operation).ServeHTTP(recorder, request)
	return answer{recorder.Code, recorder.Header(), recorder.Body.Bytes(), meter.Cost()}
}

// read decodes a response, which must have the given status.
func read[T any](r *rig, a answer, status int) T {
	r.t.Helper()
	var v T
	if a.status != status {
		r.t.Fatalf("%d, want %d: %s", a.status, status, a.body)
	}
	if err := json.Unmarshal(a.body, &v); err != nil {
		r.t.Fatal(err)
	}
	return v
}

func prueba(changes ...func(*api.NewTicket)) api.NewTicket {
	body := api.NewTicket{TopicId: "sipot", Subject: "Ticket de Prueba", Detail: "<p>" + strings.Repeat("texto de prueba ", 62) + "</p>", Entity: "FEDERACION"}
	for _, change := range changes {
		change(&body)
	}
	return body
}

var keys int

func (r *rig) create(who account.Person, body api.NewTicket) api.Ticket {
	r.t.Helper()
	keys++
	return read[api.Ticket](r, r.call("create-ticket", who, "POST", "/api/tickets", body, "Idempotency-Key", "key-"+strconv.Itoa(keys)+"-abcdefg"), 201)
}

func (r *rig) get(who account.Person, number string) api.Ticket {
	r.t.Helper()
	return read[api.Ticket](r, r.call("get-ticket", who, "GET", "/api/tickets/"+number, nil), 200)
}

// settle runs the function `route` for tickets, as the stream would.
func (r *rig) settle(numbers ...string) {
	r.t.Helper()
	route := background.Route{Settings: r.table.Settings, Acts: r.table.Tickets, Loads: r.table.Index, Index: r.table.Index, Mentions: r.table.Index, Clock: r.clock.Clock()}
	for _, number := range numbers {
		images := []ticket.Image{{Number: ticket.Number(number)}}
		_, entries, err := r.table.Tickets.Thread(r.t.Context(), ticket.Number(number))
		if err != nil {
			r.t.Fatal(err)
		}
		for _, entry := range entries {
			images = append(images, ticket.Image{Number: ticket.Number(number), Entry: &entry})
		}
		for range 2 { // again, because the stream also contains the assignment that route stored
			if err := route.Handle(wiringtest.Granted(r.t, r.t.Context(), wiring.Find("route")), images); err != nil {
				r.t.Fatal(err)
			}
		}
	}
}
