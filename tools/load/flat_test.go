package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

var (
	usuario = account.Person{ID: "usuario", Username: "usuario", Name: "USUARIO MESA", Email: "usuario@inai.example", Role: account.Requester, Language: locale.Spanish, Entity: "FEDERACION", Organization: account.Organization{ID: "inai", Name: "INAI"}}
	maria   = account.Person{ID: "maria", Username: "maria", Name: "María López", Email: "maria@infoem.example", Role: account.Requester, Language: locale.Spanish, Entity: "ESTADO_DE_MEXICO", Organization: account.Organization{ID: "infoem", Name: "Infoem", Shares: true}}
	ana     = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Language: locale.Spanish, Departments: []string{"soporte"}}
	bruno   = account.Person{ID: "bruno", Username: "bruno", Name: "Bruno Sal", Email: "bruno@mesa.example", Role: account.Agent, Language: locale.Spanish, Departments: []string{"solicitudes"}}
	sofia   = account.Person{ID: "sofia", Username: "sofia", Name: "Sofía Méndez", Email: "sofia@mesa.example", Role: account.Supervisor, Language: locale.Spanish, Departments: []string{"soporte"}}

	now = time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
)

// loadedStack is the stack on a table with a number of tickets.
type loadedStack struct{ *wiringtest.Stack }

// configure stores settings and people in a table, and returns a stack on it. The table has no tickets yet.
func configure(t *testing.T, table storetest.Table) loadedStack {
	t.Helper()
	f := loadedStack{&wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{Files: noFiles{}, Clock: func() time.Time { return now }}}}
	config := settings.Configuration{
		Settings: settingstest.Mexico(),
		Topics: []settings.Topic{
			{ID: "sipot", Name: settings.Text{Spanish: "SIPOT"}, DepartmentID: "soporte", Public: true, Active: true, Routing: settings.Routing{Method: routing.LeastLoaded}},
			{ID: "sisai", Name: settings.Text{Spanish: "SISAI"}, DepartmentID: "solicitudes", Public: true, Active: true, Routing: settings.Routing{Method: routing.LeastLoaded}},
		},
		Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Soporte"}}, {ID: "solicitudes", Name: settings.Text{Spanish: "Solicitudes"}}},
	}
	if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
		t.Fatal(err)
	}
	f.SignIn(usuario, maria, ana, bruno, sofia)
	return f
}

// add adds a number of tickets to the table.
func (f loadedStack) add(count int) {
	f.Helper()
	started := time.Now()
	if err := load(f.Context(), f.Table.Stores, []account.Person{usuario, maria}, now, count, true, func(int) {}); err != nil {
		f.Fatal(err)
	}
	f.Logf("%d tickets loaded in %s", count, time.Since(started).Round(time.Second))
}

// noFiles is a file store without files.
type noFiles struct{ wiring.Files }

func (noFiles) Claim(context.Context, ticket.Attachment) (string, error) { return "", nil }

// call sends a request to a newly started function, whose caches are empty. So the cost does not depend on earlier calls.
func (f loadedStack) call(operation string, person account.Person, path string, body any) wiringtest.Response {
	f.Helper()
	return f.Request(operation, person, path, body, "Idempotency-Key", "key-"+strconv.FormatInt(time.Now().UnixNano(), 36))
}

// pageSize is smaller than every list except some searches, so that the first page of every other list is full.
const pageSize = 2

// lists returns the queries of list-tickets to measure, by person: each queue, status, scope and sort in the contract, and
// searches of all kinds.
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
	queries := map[string][]string{usuario.ID: searches, maria.ID: searches, ana.ID: searches, sofia.ID: searches}
	for _, sort := range append(values["sort"], "") {
		for _, status := range values["status"] {
			query := url.Values{"status": {status}, "sort": {sort}}
			if sort == "" {
				query.Del("sort")
			}
			queries[usuario.ID] = append(queries[usuario.ID], query.Encode())
			for _, scope := range values["scope"] {
				query.Set("scope", scope)
				queries[maria.ID] = append(queries[maria.ID], query.Encode())
			}
		}
		for _, queue := range values["queue"] {
			query := url.Values{"queue": {queue}, "sort": {sort}}
			if sort == "" {
				query.Del("sort")
			}
			queries[ana.ID] = append(queries[ana.ID], query.Encode())
			queries[sofia.ID] = append(queries[sofia.ID], query.Encode())
		}
	}
	return queries
}

// measurement is the result and cost of one operation.
type measurement struct {
	status, items int
	cost          observe.Cost
}

// measure executes all queries and acts.
func (f loadedStack) measure(queries map[string][]string) map[string]measurement {
	f.Helper()
	all := map[string]measurement{}
	for _, person := range []account.Person{usuario, maria, ana, sofia} {
		for _, query := range queries[person.ID] {
			cursor := ""
			for _, page := range []string{"first", "second"} {
				response := f.call("list-tickets", person, fmt.Sprintf("/tickets?%s&limit=%d&cursor=%s", query, pageSize, url.QueryEscape(cursor)), nil)
				var got api.TicketPage
				if err := json.Unmarshal(response.Body.Bytes(), &got); err != nil {
					f.Fatalf("%s: %s", query, response.Body)
				}
				all[fmt.Sprintf("%s %s, %s page", person.ID, query, page)] = measurement{response.Code, len(got.Items), response.Cost}
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

// acts creates, routes, reads, prioritizes and resolves a ticket.
func (f loadedStack) acts() map[string]measurement {
	f.Helper()
	all := map[string]measurement{}
	created := f.call("create-ticket", usuario, "/tickets", map[string]any{"topicId": "sipot", "subject": "Uno más", "detail": "<p>Otro de tantos</p>", "entity": "FEDERACION"})
	opened, err := wiringtest.Decode[api.Ticket](created)
	if err != nil {
		f.Fatal(err)
	}
	all["create"] = measurement{created.Code, 1, created.Cost}
	all["route"] = measurement{0, 1, f.route(opened.Number)}
	path := "/tickets/" + opened.Number
	whole := f.call("get-ticket", ana, path, nil)
	all["get"] = measurement{whole.Code, 1, whole.Cost}
	updated := f.call("update-ticket", ana, path, map[string]any{"priority": "high", "version": 2})
	all["update"] = measurement{updated.Code, 1, updated.Cost}
	resolved := f.call("create-entry", ana, path+"/entries", map[string]any{"kind": "response", "body": "Listo", "status": "resolved", "version": 3})
	all["response"] = measurement{resolved.Code, 1, resolved.Cost}
	all["index"] = measurement{0, 1, f.route(opened.Number)}
	return all
}

// route assigns and indexes a ticket as the function of the table's stream does.
func (f loadedStack) route(number string) observe.Cost {
	f.Helper()
	cost, err := f.Start("route").Stream(f.Table.Item(f.TB, table.TicketPartition(ticket.Number(number)), "TICKET"))
	if err != nil {
		f.Fatal(err)
	}
	return cost
}

// few and many are the numbers of tickets to compare; MESA_LOAD_TICKETS overrides defaultMany. The two constants have the same
// number of digits, because the digits of a ticket's number are terms in the search index.
const (
	few         = 400
	defaultMany = 600
)

func many(t *testing.T) int {
	t.Helper()
	value := os.Getenv("MESA_LOAD_TICKETS")
	if value == "" {
		return defaultMany
	}
	count, err := strconv.Atoi(value)
	if err != nil || count <= few {
		t.Fatalf("MESA_LOAD_TICKETS is %q: a number above %d", value, few)
	}
	return count
}

// maxSearchCost is the maximum cost of a page of a search, for any number of tickets. A search takes one
// round for the session, one for the settings, and two per step. If the words occur together, one step is enough: 4 rounds. If
// common words never occur together, it takes all four steps before it returns an empty page: 10 rounds.
var maxSearchCost = observe.Cost{Calls: 40, Rounds: 10, ReadUnits: 100}

// sameCost reports whether an operation had the same result and cost with few and with many tickets. With few tickets, a second
// page may be shorter at the same cost. A search costs less if its words are rare, so it is compared with maxSearchCost.
func sameCost(operation string, small, large measurement) bool {
	if strings.Contains(operation, " q=") {
		limit := maxSearchCost
		return large.status == http.StatusOK && large.items >= small.items && large.cost.Calls <= limit.Calls && large.cost.Rounds <= limit.Rounds && large.cost.ReadUnits <= limit.ReadUnits
	}
	sameUnits := math.Abs(large.cost.ReadUnits-small.cost.ReadUnits) <= 0.5*float64(small.cost.Calls) && math.Abs(large.cost.WriteUnits-small.cost.WriteUnits) <= 1
	asMany := small.items == large.items || strings.Contains(operation, "second page") && small.items < pageSize
	return small.status == large.status && asMany && small.cost.Calls == large.cost.Calls && small.cost.Rounds == large.cost.Rounds && sameUnits
}

// TestCostDoesNotDependOnTableSize measures every list, queue, search and act with few and with many tickets (Q3). The numbers
// of calls must be equal, except those of searches, which have a maximum. The units may differ, because the units of each call
// are rounded up to half a unit or a unit, and the cards of two pages differ slightly in length.
func TestCostDoesNotDependOnTableSize(t *testing.T) {
	queries := lists(t)
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		f := configure(t, table)
		f.add(few)
		f.acts() // the first ticket of a day costs more: the search index records the day
		small := f.measure(queries)
		f.add(many(t) - few)
		large := f.measure(queries)
		for _, operation := range slices.Sorted(maps.Keys(small)) {
			if !sameCost(operation, small[operation], large[operation]) {
				t.Errorf("%s: %+v at %d tickets, %+v at %d", operation, small[operation], few, large[operation], many(t))
			}
		}
		t.Logf("%d operations cost the same at %d and at %d tickets", len(small), few, many(t))
	})
}
