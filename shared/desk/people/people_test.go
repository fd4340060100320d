package people_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

var (
	now   = time.Date(2026, 11, 24, 18, 20, 0, 0, time.UTC)
	admin = account.Person{ID: "adrian", Username: "adrian", Name: "Adrián Ríos", Email: "adrian@mesa.example", Role: account.Admin, Language: locale.Spanish, TimeZone: "America/Mexico_City"}
)

// rig sends requests of an administrator to the operations of people on a test table.
type rig struct{ *wiringtest.Stack }

func onTable(t *testing.T, run func(t *testing.T, r rig)) {
	t.Helper()
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		config := settings.Configuration{Settings: settings.Default(), Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Soporte"}}}}
		if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
			t.Fatal(err)
		}
		if err := table.Settings.PutOrganization(t.Context(), account.Organization{ID: "infoem", Name: "Infoem", Shares: true}); err != nil {
			t.Fatal(err)
		}
		r := rig{&wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{Clock: clock.Fixed(now)}}}
		r.SignIn(admin)
		run(t, r)
	})
}

func (r rig) create(body api.NewPerson) (api.ManagedPerson, error) {
	r.Helper()
	return wiringtest.Decode[api.ManagedPerson](r.Request("create-person", admin, "/people", body))
}

func (r rig) change(id string, change api.PersonChange) (api.ManagedPerson, error) {
	r.Helper()
	return wiringtest.Decode[api.ManagedPerson](r.Request("update-person", admin, "/people/"+id, change))
}

func (r rig) list(query url.Values) api.PeoplePage {
	r.Helper()
	response := r.Request("list-people", admin, "/people?"+query.Encode(), nil)
	page, err := wiringtest.Decode[api.PeoplePage](response)
	if err != nil || response.Cost.Rounds > 3 {
		r.Fatalf("%v: %d rounds, %v", query, response.Cost.Rounds, err)
	}
	return page
}

func usernames(page api.PeoplePage) []string {
	var names []string
	for _, p := range page.Items {
		names = append(names, p.Username)
	}
	return names
}

func fieldsOf(err error) (names []string) {
	if failure, ok := errors.AsType[*fault.Error](err); ok {
		for _, field := range failure.Fields {
			names = append(names, field.Name)
		}
	}
	return names
}

func newAgent() api.NewPerson {
	return api.NewPerson{
		Name: " Carla Núñez ", Email: "Carla.Nunez@mesa.example", Role: "agent", DepartmentIds: &[]string{"soporte"}, OrganizationId: new("infoem"), Language: new(api.Language("en")), Phone: new("722 226 1980"),
	}
}

func TestCreatePersonInvites(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		response := r.Request("create-person", admin, "/people", newAgent())
		created, err := wiringtest.Decode[api.ManagedPerson](response)
		want := api.ManagedPerson{
			Id: created.Id, Name: "Carla Núñez", Username: "carla.nunez", Email: "Carla.Nunez@mesa.example", Role: "agent", DepartmentIds: []string{"soporte"},
			OrganizationId: new("infoem"), Organization: new("Infoem"), Language: "en", Phone: new("722 226 1980"), Status: "active", Version: 1,
		}
		if diff := cmp.Diff(want, created); diff != "" || err != nil || response.Code != http.StatusCreated || response.Cost.Rounds > 4 {
			t.Fatalf("%d, %d rounds, %v: %s", response.Code, response.Cost.Rounds, err, diff)
		}
		events := r.Table.AuditEvents(t, audit.PersonCreated)
		if len(events) != 1 || events[0].ActorID != admin.ID || events[0].PersonID != created.Id {
			t.Errorf("events %+v", events)
		}
		same, err := r.create(api.NewPerson{Name: "Otra Carla", Email: "carla.nunez@otra.example", Role: "requester"})
		if err != nil || same.Username != "carla.nunez2" {
			t.Errorf("a derived user name that exists: %+v, %v", same, err)
		}
		read, err := wiringtest.Decode[api.ManagedPerson](r.Request("get-person", admin, "/people/"+created.Id, nil))
		if diff := cmp.Diff(want, read); diff != "" || err != nil {
			t.Error(diff, err)
		}
		for name, c := range map[string]struct {
			change func(*api.NewPerson)
			want   fault.Kind
			fields []string
		}{
			"same e-mail":              {func(p *api.NewPerson) { p.Username = new("otra") }, fault.Conflict, []string{"email"}},
			"same user name":           {func(p *api.NewPerson) { p.Email, p.Username = "x@mesa.example", new("CARLA.nunez") }, fault.Conflict, []string{"username"}},
			"agent without department": {func(p *api.NewPerson) { p.DepartmentIds = nil }, fault.Invalid, []string{"departmentIds"}},
			"unknown organization":     {func(p *api.NewPerson) { p.OrganizationId = new("nada") }, fault.Invalid, []string{"organizationId"}},
			"invalid":                  {func(p *api.NewPerson) { p.Name, p.Email, p.Role = "", "x", "root" }, fault.Invalid, []string{"name", "email", "role", "departmentIds"}},
		} {
			body := newAgent()
			c.change(&body)
			if _, err := r.create(body); fault.KindOf(err) != c.want || !cmp.Equal(fieldsOf(err), c.fields) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestListPeople(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		for i, p := range []account.Person{
			{Name: "Ana Pérez López", Email: "ana@infoem.example", Role: account.Requester, Organization: account.Organization{ID: "infoem"}},
			{Name: "Ana Ana", Email: "ana.ana@mesa.example", Role: account.Agent, Departments: []string{"soporte"}},
			{Name: "Beto Anaya", Email: "beto@infoem.example", Role: account.Requester, Organization: account.Organization{ID: "infoem"}, Disabled: true},
			{Name: "Élida Pérez", Email: "elida@otra.example", Role: account.Requester},
		} {
			p.ID, p.Username = fmt.Sprintf("p%d", i), fmt.Sprintf("u%d", i)
			if err := r.Table.Accounts.AddPerson(t.Context(), p, ""); err != nil {
				t.Fatal(err)
			}
		}
		for query, want := range map[string][]string{
			"":                                    {"adrian", "u1", "u0", "u2", "u3"},
			"q=ana":                               {"u1", "u0", "u2"},
			"q=P%C3%89REZ":                        {"u3", "u0"},
			"q=ana@infoem":                        {"u0"},
			"q=u2":                                {"u2"},
			"q=perez+l":                           {"u0"},
			"q=nadie":                             nil,
			"role=agent":                          {"u1"},
			"role=agent&q=ana":                    {"u1"},
			"role=admin":                          {"adrian"},
			"role=requester":                      {"u0", "u2", "u3"},
			"status=disabled":                     {"u2"},
			"status=active&role=requester":        {"u0", "u3"},
			"organization=infoem":                 {"u0", "u2"},
			"organization=infoem&status=disabled": {"u2"},
			"organization=infoem&role=agent":      nil,
		} {
			values, err := url.ParseQuery(query)
			if err != nil {
				t.Fatal(err)
			}
			got := usernames(r.list(values))
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %s", query, diff)
			}
			var paged []string
			values.Set("limit", "1")
			for range 30 {
				page := r.list(values)
				paged = append(paged, usernames(page)...)
				if page.Next.IsNull() {
					break
				}
				values.Set("cursor", page.Next.MustGet())
			}
			slices.Sort(paged)
			if diff := cmp.Diff(want, paged); diff != "" {
				t.Errorf("%s, pages of 1: %s", query, diff)
			}
		}
		for _, query := range []string{"role=root", "status=x", "limit=0", "cursor=x", "cursor=" + url.QueryEscape("IkFMTCI")} {
			if err := r.Request("list-people", admin, "/people?"+query, nil).Err(); !fault.Is(err, fault.Invalid) {
				t.Errorf("%s: %v", query, err)
			}
		}
	})
}

func TestUpdatePerson(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		created, err := r.create(newAgent())
		if err != nil {
			t.Fatal(err)
		}
		agent := account.Person{ID: created.Id, Role: account.Agent}
		response := r.Request("update-person", admin, "/people/"+agent.ID, api.PersonChange{
			Version: 1, Name: new("Carla Soto"), Email: new("carla@nueva.example"), Username: new("carla"), Role: new(api.Role("requester")), OrganizationId: new(""), Phone: new(""), Language: new(api.Language("es")),
		})
		changed, err := wiringtest.Decode[api.ManagedPerson](response)
		want := api.ManagedPerson{Id: agent.ID, Name: "Carla Soto", Username: "carla", Email: "carla@nueva.example", Role: "requester", DepartmentIds: []string{}, Language: "es", Status: "active", Version: 2}
		if diff := cmp.Diff(want, changed); diff != "" || err != nil || response.Cost.Rounds > 4 {
			t.Fatalf("%d rounds, %v: %s", response.Cost.Rounds, err, diff)
		}
		for query, want := range map[string][]string{"q=nunez": nil, "q=soto": {"carla"}, "organization=infoem": nil, "role=agent": nil, "q=carla.nunez": nil} {
			values, _ := url.ParseQuery(query)
			if diff := cmp.Diff(want, usernames(r.list(values))); diff != "" {
				t.Errorf("%s: %s", query, diff)
			}
		}
		for login, want := range map[string]string{"carla.nunez": "", "carla.nunez@mesa.example": "", "carla": agent.ID, "carla@nueva.example": agent.ID} {
			if id, err := r.Table.Reopen().Accounts.PersonIDOf(t.Context(), login); err != nil || id != want {
				t.Errorf("%s belongs to %q, %v", login, id, err)
			}
		}
		if events := r.Table.AuditEvents(t, audit.PersonChanged); len(events) != 1 || events[0].PersonID != agent.ID || len(events[0].Changes) < 6 {
			t.Errorf("events %+v", events)
		}

		stale := r.Request("update-person", admin, "/people/"+agent.ID, api.PersonChange{Version: 1, Name: new("X")})
		var problem struct{ Current api.ManagedPerson }
		if err := json.Unmarshal(stale.Body.Bytes(), &problem); err != nil || stale.Code != http.StatusConflict || !cmp.Equal(problem.Current, want) {
			t.Errorf("a stale version: %d, %+v, %v", stale.Code, problem, err)
		}
		for name, c := range map[string]struct {
			id     string
			change api.PersonChange
			want   fault.Kind
			fields []string
		}{
			"e-mail of another": {agent.ID, api.PersonChange{Version: 2, Email: new("adrian@mesa.example")}, fault.Conflict, []string{"email"}},
			"no department":     {agent.ID, api.PersonChange{Version: 2, Role: new(api.Role("agent"))}, fault.Invalid, []string{"departmentIds"}},
			"unknown":           {"nadie", api.PersonChange{Version: 2}, fault.NotFound, nil},
		} {
			if _, err := r.change(c.id, c.change); fault.KindOf(err) != c.want || !cmp.Equal(fieldsOf(err), c.fields) {
				t.Errorf("%s: %v", name, err)
			}
		}

		if err := r.Table.Settings.PutOrganization(t.Context(), account.Organization{ID: "ivai", Name: "Ivai"}); err != nil {
			t.Fatal(err)
		}
		moved, err := r.change(agent.ID, api.PersonChange{Version: 2, OrganizationId: new("ivai")})
		if err != nil || moved.Organization == nil || *moved.Organization != "Ivai" {
			t.Errorf("another organization: %+v, %v", moved, err)
		}
	})
}
