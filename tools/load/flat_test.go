package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"mesa/shared/adapter/sanitize"
	"mesa/shared/adapter/store/storetest"
	"mesa/shared/api"
	"mesa/shared/desk/background"
	"mesa/shared/desk/tickets"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/observe"
)

var (
	usuario = account.Person{ID: "usuario", Username: "usuario", Name: "USUARIO MESA", Email: "usuario@inai.example", Role: account.Requester, Language: locale.Spanish, Entity: "FEDERACION", Organization: account.Organization{ID: "inai", Name: "INAI"}}
	maria   = account.Person{ID: "maria", Username: "maria", Name: "María López", Email: "maria@infoem.example", Role: account.Requester, Language: locale.Spanish, Entity: "ESTADO_DE_MEXICO", Organization: account.Organization{ID: "infoem", Name: "Infoem", Shares: true}}
	ana     = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Language: locale.Spanish, Departments: []string{"soporte"}}
	bruno   = account.Person{ID: "bruno", Username: "bruno", Name: "Bruno Sal", Email: "bruno@mesa.example", Role: account.Agent, Language: locale.Spanish, Departments: []string{"solicitudes"}}
	sofia   = account.Person{ID: "sofia", Username: "sofia", Name: "Sofía Méndez", Email: "sofia@mesa.example", Role: account.Supervisor, Language: locale.Spanish, Departments: []string{"soporte"}}

	now = time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
)

// filled is a desk with so many tickets, and who has signed in.
type filled struct {
	t       *testing.T
	table   storetest.Table
	tickets int
	cookies map[string]string
}

func fill(t *testing.T, table storetest.Table, count int) *filled {
	t.Helper()
	f := &filled{t: t, table: table, tickets: count, cookies: map[string]string{}}
	desk := settings.Desk{
		Settings: settings.Default(),
		Topics: []settings.Topic{
			{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, DepartmentID: "soporte", Public: true, Active: true, Routing: settings.Routing{Method: routing.LeastLoaded}},
			{ID: "sisai", Name: settings.Text{Spanish: "SISAI"}, DepartmentID: "solicitudes", Public: true, Active: true, Routing: settings.Routing{Method: routing.LeastLoaded}},
		},
		Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Soporte"}}, {ID: "solicitudes", Name: settings.Text{Spanish: "Solicitudes"}}},
	}
	if err := table.PutDesk(t.Context(), desk); err != nil {
		t.Fatal(err)
	}
	for _, person := range []account.Person{usuario, maria, ana, bruno, sofia} {
		f.cookies[person.ID] = f.table.SignIn(t, person)
	}
	began := time.Now()
	if err := load(t.Context(), table.Table, []account.Person{usuario, maria}, now, count, true, func(int) {}); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d tickets loaded in %s", count, time.Since(began).Round(time.Second))
	return f
}

// noFiles is a store of files that has none.
type noFiles struct{}

func (noFiles) Uploaded(context.Context, string, int64) (string, error) { return "", nil }

// endpoints are those of functions that have just started: what the desk is made of is not cached yet, so that costs do not
// hang on how slow the engine is.
func (f *filled) endpoints() map[string]http.Handler {
	table, at := f.table.Again(), clock.Clock(func() time.Time { return now })
	endpoint := func(route string, serve func(*api.ServerInterfaceWrapper, http.ResponseWriter, *http.Request), use api.StrictServerInterface) httpapi.Endpoint {
		return httpapi.Endpoint{Operation: route, Route: route, Access: httpapi.Person, Serve: serve, API: use, Sessions: table}
	}
	create := endpoint("POST /api/tickets", (*api.ServerInterfaceWrapper).CreateTicket, tickets.CreateTicket{Desk: table, Acts: table, Files: noFiles{}, Sanitizer: sanitize.HTML{}, Clock: at})
	create.Ahead = tickets.AheadOfNew(table)
	enter := endpoint("POST /api/tickets/{number}/entries", (*api.ServerInterfaceWrapper).CreateEntry, tickets.CreateEntry{Desk: table, Staff: table, Acts: table, Files: noFiles{}, Sanitizer: sanitize.HTML{}, Clock: at})
	enter.Ahead = tickets.Ahead(table)
	return map[string]http.Handler{
		"list":   httpapi.Handler(endpoint("GET /api/tickets", (*api.ServerInterfaceWrapper).ListTickets, tickets.ListTickets{Desk: table, Lists: table, Search: table, Clock: at})),
		"get":    httpapi.Handler(endpoint("GET /api/tickets/{number}", (*api.ServerInterfaceWrapper).GetTicket, tickets.GetTicket{Desk: table, Acts: table, Clock: at})),
		"update": httpapi.Handler(endpoint("PATCH /api/tickets/{number}", (*api.ServerInterfaceWrapper).UpdateTicket, tickets.UpdateTicket{Desk: table, Staff: table, Acts: table, Clock: at})),
		"create": httpapi.Handler(create),
		"enter":  httpapi.Handler(enter),
	}
}

// answer is what a request got and what it cost the table.
type answer struct {
	status int
	body   []byte
	cost   observe.Cost
}

func (f *filled) call(operation string, who account.Person, method, path string, body any) answer {
	f.t.Helper()
	sent, err := json.Marshal(body)
	if err != nil {
		f.t.Fatal(err)
	}
	serve := f.endpoints()
	ctx, meter := observe.Metered(f.t.Context())
	request := httptest.NewRequestWithContext(ctx, method, path, bytes.NewReader(sent))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Idempotency-Key", "key-"+strconv.FormatInt(time.Now().UnixNano(), 36))
	request.AddCookie(&http.Cookie{Name: httpapi.SessionCookie, Value: f.cookies[who.ID]})
	recorder := httptest.NewRecorder()
	serve[operation].ServeHTTP(recorder, request)
	return answer{recorder.Code, recorder.Body.Bytes(), meter.Cost()}
}

// pageSize is smaller than every list is, so that every first page is full at every size.
const pageSize = 10

// lists are all that the contract lets be asked for: each queue, status, scope and sort, and searches of every kind.
func lists(t *testing.T) map[string][]string {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromFile("../../shared/api/openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	values := map[string][]string{}
	for _, parameter := range doc.Paths.Find("/tickets").Get.Parameters {
		schema := parameter.Value.Schema.Value
		if schema.Items != nil {
			schema = schema.Items.Value
		}
		for _, value := range schema.Enum {
			values[parameter.Value.Name] = append(values[parameter.Value.Name], fmt.Sprint(value))
		}
	}
	for _, name := range []string{"queue", "status", "sort", "scope"} {
		if len(values[name]) < 2 {
			t.Fatalf("the contract's list-tickets has no choice of %s", name)
		}
	}
	values["status"] = append(values["status"], "open,resolved")
	searches := []string{"q=formato", "q=forma", "q=formato+usuario", "q=formato+archivo", "q=" + rareWord, "q=nada-de-eso", "q=PNT999999", "q=999999", "q=usuario+mesa"}
	for _, status := range values["status"] {
		searches = append(searches, "q=formato&status="+status)
	}
	asked := map[string][]string{usuario.ID: searches, maria.ID: searches, ana.ID: searches, sofia.ID: searches}
	for _, sort := range append(values["sort"], "") {
		for _, status := range values["status"] {
			query := url.Values{"status": {status}, "sort": {sort}}
			if sort == "" {
				query.Del("sort")
			}
			asked[usuario.ID] = append(asked[usuario.ID], query.Encode())
			for _, scope := range values["scope"] {
				query.Set("scope", scope)
				asked[maria.ID] = append(asked[maria.ID], query.Encode())
			}
		}
		for _, queue := range values["queue"] {
			query := url.Values{"queue": {queue}, "sort": {sort}}
			if sort == "" {
				query.Del("sort")
			}
			asked[ana.ID] = append(asked[ana.ID], query.Encode())
			asked[sofia.ID] = append(asked[sofia.ID], query.Encode())
		}
	}
	return asked
}

// seen is what an operation did at one size.
type seen struct {
	status, items int
	cost          observe.Cost
}

func (f *filled) look(asked map[string][]string) map[string]seen {
	f.t.Helper()
	all := map[string]seen{}
	for _, who := range []account.Person{usuario, maria, ana, sofia} {
		for _, query := range asked[who.ID] {
			cursor := ""
			for _, page := range []string{"first", "second"} {
				a := f.call("list", who, "GET", fmt.Sprintf("/api/tickets?%s&limit=%d&cursor=%s", query, pageSize, url.QueryEscape(cursor)), nil)
				var got api.TicketPage
				if err := json.Unmarshal(a.body, &got); err != nil {
					f.t.Fatalf("%s: %s", query, a.body)
				}
				all[fmt.Sprintf("%s %s, %s page", who.ID, query, page)] = seen{a.status, len(got.Items), a.cost}
				next, err := got.Next.Get()
				if err != nil {
					break
				}
				cursor = next
			}
		}
	}
	maps.Copy(all, f.acts())
	return all
}

// acts reads, opens, weighs, answers and routes a ticket.
func (f *filled) acts() map[string]seen {
	f.t.Helper()
	all := map[string]seen{}
	created := f.call("create", usuario, "POST", "/api/tickets", map[string]any{"topicId": "sipot", "subject": "Uno más", "detail": "<p>Otro de tantos</p>", "entity": "FEDERACION"})
	var made api.Ticket
	if err := json.Unmarshal(created.body, &made); err != nil || created.status != http.StatusCreated {
		f.t.Fatalf("%d %s", created.status, created.body)
	}
	all["create"] = seen{created.status, 1, created.cost}
	table := f.table.Again()
	route := background.Route{Desk: table, Acts: table, Loads: table, Index: table, Clock: func() time.Time { return now }}
	ctx, meter := observe.Metered(f.t.Context())
	if err := route.Handle(ctx, []ticket.Image{{Number: ticket.Number(made.Number)}}); err != nil {
		f.t.Fatal(err)
	}
	all["route"] = seen{0, 1, meter.Cost()}
	path := "/api/tickets/" + made.Number
	whole := f.call("get", ana, "GET", path, nil)
	all["get"] = seen{whole.status, 1, whole.cost}
	weighed := f.call("update", ana, "PATCH", path, map[string]any{"priority": "high", "version": 2})
	all["update"] = seen{weighed.status, 1, weighed.cost}
	answered := f.call("enter", ana, "POST", path+"/entries", map[string]any{"kind": "response", "body": "Listo", "status": "resolved", "version": 3})
	all["answer"] = seen{answered.status, 1, answered.cost}
	return all
}

// sizes are what an engine is filled with: CI's, or up to MESA_LOAD_TICKETS.
func sizes(t *testing.T, engine string) (small, large int) {
	t.Helper()
	if engine == "emulator" {
		return 600, 1_000
	}
	large = 3_000
	if set := os.Getenv("MESA_LOAD_TICKETS"); set != "" {
		var err error
		if large, err = strconv.Atoi(set); err != nil || large <= 1_000 {
			t.Fatalf("MESA_LOAD_TICKETS is %q: a number above 1000", set)
		}
	}
	return 1_000, large
}

// mostOfASearch is what a page of a search costs at most, however many tickets there are: where the words are found together it
// is 3 rounds and that for what the desk is made of; where each is common and they never meet, it goes on rather than show an
// empty page, four times at most: a round each for who asks and what the desk is made of, and two each time.
var mostOfASearch = observe.Cost{Calls: 40, Rounds: 10, ReadUnits: 100}

// same tells whether an operation did and cost the same on a full desk. A second page may be short on one of them, and costs
// the same nevertheless. A search costs less where a word has less tickets than
// it reads, so it is held to what it may cost at most.
func same(what string, few, many seen) bool {
	if strings.Contains(what, " q=") {
		most := mostOfASearch
		return many.status == http.StatusOK && many.items >= few.items && many.cost.Calls <= most.Calls && many.cost.Rounds <= most.Rounds && many.cost.ReadUnits <= most.ReadUnits
	}
	rounded := math.Abs(many.cost.ReadUnits-few.cost.ReadUnits) <= 0.5*float64(few.cost.Calls) && math.Abs(many.cost.WriteUnits-few.cost.WriteUnits) <= 1
	asMany := few.items == many.items || strings.Contains(what, "second page") && few.items < pageSize
	return few.status == many.status && asMany && few.cost.Calls == many.cost.Calls && few.cost.Rounds == many.cost.Rounds && rounded
}

// TestFullDesksCostTheSame asks for every list, queue and search, and makes every act, on a desk with few and on one with many
// tickets (design 4, growth): the calls are the same, and so are the units but for the rounding of each call to half a unit,
// as the cards of one page are a few letters longer than those of another.
func TestFullDesksCostTheSame(t *testing.T) {
	asked := lists(t)
	found := map[string]map[int]map[string]seen{}
	size := map[string][2]int{}
	for i := range 2 {
		storetest.Each(t, func(t *testing.T, table storetest.Table) {
			small, large := sizes(t, table.Engine)
			size[table.Engine] = [2]int{small, large}
			if found[table.Engine] == nil {
				found[table.Engine] = map[int]map[string]seen{}
			}
			found[table.Engine][i] = fill(t, table, size[table.Engine][i]).look(asked)
		})
	}
	for engine, at := range found {
		few, many := at[0], at[1]
		for _, what := range slices.Sorted(maps.Keys(few)) {
			if !same(what, few[what], many[what]) {
				t.Errorf("%s, %s: %+v at %d tickets, %+v at %d", engine, what, few[what], size[engine][0], many[what], size[engine][1])
			}
		}
		t.Logf("%s: %d operations cost the same at %d and at %d tickets", engine, len(few), size[engine][0], size[engine][1])
	}
}
