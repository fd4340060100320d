package tickets_test

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/ticket"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

// rig serves the ticket endpoints on a test table. Only S3 is a fake: every file in the table counts as uploaded, except those
// in uploads.missing.
type rig struct {
	*wiringtest.Stack
	clock   *clock.Manual
	uploads *uploads
}

type uploads struct {
	wiring.Files
	missing map[string]bool
	// falseContent contains the files whose content does not agree with their media type, and the extension of their content.
	falseContent map[string]string
	// claims counts the claims of each file.
	claims sync.Map
}

func (u *uploads) Claim(_ context.Context, file ticket.Attachment) (string, error) {
	id := file.ID
	if u.missing[id] {
		return "", nil
	}
	if extension, refused := u.falseContent[id]; refused {
		return "", ticket.FalseContentError{Extension: extension}
	}
	u.claims.Store(id, u.claimsOf(id)+1)
	return "tag-of-" + id, nil
}

// claimsOf returns how often a file was claimed.
func (u *uploads) claimsOf(id string) int {
	count, _ := u.claims.Load(id)
	number, _ := count.(int)
	return number
}

func (u *uploads) UploadRequest(_ context.Context, file ticket.Attachment) (ticket.UploadRequest, error) {
	return ticket.UploadRequest{URL: "https://files.example/" + file.ID, Headers: map[string]string{"If-None-Match": "*"}}, nil
}

func (u *uploads) DownloadURL(_ context.Context, file ticket.Upload) (string, error) {
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

// onTable runs a test with a new rig on a table of the first engine.
func onTable(t *testing.T, run func(t *testing.T, r *rig)) {
	t.Helper()
	storetest.First(t, func(t *testing.T, table storetest.Table) { run(t, newRig(t, table)) })
}

func newRig(t *testing.T, table storetest.Table) *rig {
	t.Helper()
	manualClock := clock.StartingAt(time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC))
	r := &rig{clock: manualClock, uploads: &uploads{missing: map[string]bool{}, falseContent: map[string]string{}}}
	r.Stack = &wiringtest.Stack{TB: t, Table: table, Warm: true, Parts: wiring.Parts{Files: r.uploads, Clock: manualClock.Clock()}}
	desk := settingstest.Mexico()
	desk.RequesterQuota.Tickets = 1000 // some tests open hundreds of tickets
	config := settings.Configuration{Settings: desk, Topics: []settings.Topic{
		{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, DepartmentID: "soporte", Public: true, Active: true, Routing: settings.Routing{Method: routing.LeastLoaded}},
		{ID: "sisai", Name: settings.Text{Spanish: "SISAI"}, DepartmentID: "solicitudes", Public: true, Active: true, Routing: settings.Routing{Method: routing.Fixed, AgentIDs: []string{"bruno"}}},
		{ID: "interno", Name: settings.Text{Spanish: "Interno"}, DepartmentID: "soporte", Active: true},
	}, Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Support"}}, {ID: "solicitudes", Name: settings.Text{Spanish: "Solicitudes"}}}}
	if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
		t.Fatal(err)
	}
	r.SignIn(usuario, maria, jorge, ana, bruno, sofia)
	return r
}

// emptyCaches makes the next calls read the settings again.
func (r *rig) emptyCaches() { r.Table.Stores = r.Table.Reopen() }

// read decodes a response, which must have the given status.
func read[T any](r *rig, response wiringtest.Response, status int) T {
	r.Helper()
	var v T
	if response.Code != status {
		r.Fatalf("%d, want %d: %s", response.Code, status, response.Body)
	}
	if err := json.Unmarshal(response.Body.Bytes(), &v); err != nil {
		r.Fatal(err)
	}
	return v
}

func newTicketBody(changes ...func(*api.NewTicket)) api.NewTicket {
	body := api.NewTicket{TopicId: "sipot", Subject: "Ticket de Prueba", Detail: "<p>" + strings.Repeat("texto de prueba ", 62) + "</p>", Entity: "FEDERACION"}
	for _, change := range changes {
		change(&body)
	}
	return body
}

var keys int

func (r *rig) create(person account.Person, body api.NewTicket) api.Ticket {
	r.Helper()
	keys++
	return read[api.Ticket](r, r.Request("create-ticket", person, "/tickets", body, "Idempotency-Key", "key-"+strconv.Itoa(keys)+"-abcdefg"), 201)
}

func (r *rig) get(person account.Person, number string) api.Ticket {
	r.Helper()
	return read[api.Ticket](r, r.Request("get-ticket", person, "/tickets/"+number, nil), 200)
}

// route sends the items of tickets to the function route, as the stream would.
func (r *rig) route(numbers ...string) {
	r.Helper()
	route := r.Start("route")
	for _, number := range numbers {
		items := r.Table.Partition(r.TB, table.TicketPartition(ticket.Number(number)))
		for range 2 { // the stream invokes route again for the assignment that route stored; route reads the current ticket
			if _, err := route.Stream(items...); err != nil {
				r.Fatal(err)
			}
		}
	}
}
