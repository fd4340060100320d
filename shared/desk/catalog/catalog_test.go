package catalog_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

var (
	ana    = account.Person{ID: "ana", Username: "ana", Name: "Ana Torres", Email: "ana@mesa.example", Role: account.Agent, Departments: []string{"soporte"}}
	adrian = account.Person{ID: "adrian", Username: "adrian", Name: "Adrián Ruiz", Email: "adrian@mesa.example", Role: account.Admin}
	nobody = account.Person{}
)

// rig sends requests to the operations of the catalog on a test table.
type rig struct{ *wiringtest.Stack }

// onTable runs a test on a desk with three topics, an agent and an administrator.
func onTable(t *testing.T, run func(t *testing.T, r rig)) {
	t.Helper()
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		if err := table.Settings.PutConfiguration(t.Context(), configuration()); err != nil {
			t.Fatal(err)
		}
		// It is still the 24th in the desk's time zone.
		now := clock.Fixed(time.Date(2026, 11, 25, 5, 59, 0, 0, time.UTC))
		r := rig{&wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{Clock: now}}}
		r.SignIn(ana, adrian)
		run(t, r)
	})
}

// checkGet requests a list or the settings in a language, and compares the response.
func checkGet[T any](r rig, operation string, by account.Person, path string, language locale.Language, want T) {
	r.Helper()
	got, err := wiringtest.Decode[T](r.Request(operation, by, path, nil, "Accept-Language", string(language)))
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		r.Error(operation, diff, err)
	}
}

// checkUnavailable checks that an operation fails if a partition cannot be read.
func (r rig) checkUnavailable(operation string, by account.Person, path, partition string) {
	r.Helper()
	r.BeforeCall = func(call tabletest.Call) error {
		if call.Key == partition {
			return errors.New("the table is not available")
		}
		return nil
	}
	defer func() { r.BeforeCall = nil }()
	if err := r.Request(operation, by, path, nil).Err(); !fault.Is(err, fault.Unavailable) {
		r.Errorf("%s without %s: %v", operation, partition, err)
	}
}

func configuration() settings.Configuration {
	configured := settingstest.Mexico()
	configured.Deadlines.Targets = map[ticket.Priority]sla.Target{ticket.High: {Days: 2}, ticket.Medium: {Days: 15, CalendarDays: true}}
	return settings.Configuration{
		Settings: configured,
		Topics: []settings.Topic{
			{ID: "sipot", Name: settings.Text{Spanish: "SIPOT", English: "SIPOT in English"}, Public: true, Active: true},
			{ID: "interno", Name: settings.Text{Spanish: "Interno"}, Active: true, DepartmentID: "soporte", Routing: settings.Routing{AgentIDs: []string{"ana"}}},
			{ID: "viejo", Name: settings.Text{Spanish: "Viejo"}, Public: true},
		},
		Departments: []settings.Department{{ID: "soporte", Version: 1, Name: settings.Text{Spanish: "Soporte PNT", English: "Support"}}},
		Teams:       []settings.Team{{ID: "guardia", Version: 1, Name: settings.Text{Spanish: "Guardia", English: "Duty"}, MemberIDs: []string{"ana"}}},
	}
}

func TestListTopics(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		checkGet(r, "list-topics", nobody, "/topics", locale.English, []api.Topic{{Id: "sipot", Name: "SIPOT in English"}})
		checkGet(r, "list-topics", ana, "/topics", locale.Spanish, []api.Topic{{Id: "interno", Name: "Interno", StaffOnly: new(true)}, {Id: "sipot", Name: "SIPOT"}})
		r.checkUnavailable("list-topics", nobody, "/topics", "DESK")
		r.checkUnavailable("list-topics", nobody, "/topics", "FIELDS")
	})
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		empty := rig{&wiringtest.Stack{TB: t, Table: table}}
		if got := empty.Request("list-topics", nobody, "/topics", nil).Body.String(); got != "[]\n" {
			t.Errorf("without topics: %s", got)
		}
	})
}

func TestListDepartments(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		for language, want := range map[locale.Language]string{locale.Spanish: "Soporte PNT", locale.English: "Support"} {
			checkGet(r, "list-departments", ana, "/departments", language, []api.DepartmentSettings{
				{Id: "soporte", Name: want, Names: translated("Soporte PNT", "Support"), Active: true, Version: 1},
			})
		}
		r.checkUnavailable("list-departments", ana, "/departments", "DESK")
	})
}

func TestListOrganizations(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		for _, o := range []account.Organization{
			{ID: "itei", Name: "ITEI — Organismo Garante de Jalisco"},
			{ID: "infoem", Name: "Infoem — Organismo Garante del Estado de México", Shares: true},
			{ID: "inai", Name: "INAI"},
		} {
			if err := r.Table.Settings.PutOrganization(t.Context(), o); err != nil {
				t.Fatal(err)
			}
		}
		for query, want := range map[string][]string{
			"":                     {"inai", "infoem", "itei"},
			"q=organismo+garante":  {"itei", "infoem"}, // sorted by the rest of the name: "de Jalisco", "del Estado"
			"q=M%C3%89XICO":        {"infoem"},
			"q=jal":                {"itei"},
			"q=alisco":             nil,
			"ids=itei,inai,nada":   {"inai", "itei"},
			"ids=inai&q=jal":       {"inai"},
			"q=%E2%80%94&limit=25": {"inai", "infoem", "itei"},
		} {
			checkIDs(t, query, r.organizations(query), want)
		}
		var pages []string
		for cursor := ""; ; {
			page, err := wiringtest.Decode[api.OrganizationPage](r.Request("list-organizations", ana, "/organizations?limit=2&cursor="+cursor, nil))
			if err != nil {
				t.Fatal(err)
			}
			for _, item := range page.Items {
				pages = append(pages, item.Id)
			}
			if page.Next.IsNull() {
				break
			}
			cursor = page.Next.MustGet()
		}
		checkIDs(t, "two pages", pages, []string{"inai", "infoem", "itei"})
		for _, query := range []string{"limit=0", "limit=101", "cursor=x", "q=" + strings.Repeat("x", 201), "ids=" + strings.Repeat("x", 65), "ids=" + strings.Repeat("x,", 100) + "x"} {
			if response := r.Request("list-organizations", ana, "/organizations?"+query, nil); response.Code != 400 {
				t.Errorf("%.20s: %d", query, response.Code)
			}
		}
		r.checkUnavailable("list-organizations", ana, "/organizations", "ORGANIZATIONS")
		r.checkUnavailable("list-organizations", ana, "/organizations?ids=itei", "ORGANIZATION#itei")
	})
}

func (r rig) organizations(query string) []string {
	r.Helper()
	page, err := wiringtest.Decode[api.OrganizationPage](r.Request("list-organizations", ana, "/organizations?"+query, nil))
	if err != nil {
		r.Fatal(query, err)
	}
	var ids []string
	for _, item := range page.Items {
		ids = append(ids, item.Id)
	}
	return ids
}

func checkIDs(t *testing.T, name string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", name, got, want)
	}
}

func TestListEntities(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		for language, want := range map[locale.Language]string{locale.Spanish: "Federación", locale.English: "Federal government"} {
			checkGet(r, "list-entities", nobody, "/entities", language, []api.EntityName{{Id: "FEDERACION", Name: want}, {Id: "JALISCO", Name: "Jalisco"}, {Id: "OAXACA", Name: "Oaxaca"}})
		}
		r.checkUnavailable("list-entities", nobody, "/entities", "DESK")
	})
}

func TestListAgents(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		for _, person := range []account.Person{
			{ID: "b", Username: "b", Name: "Bruno", Email: "b@mesa.example", Role: account.Agent, Departments: []string{"soporte"}, Away: true, BackOn: "2026-11-25"},
			{ID: "c", Username: "c", Name: "Carla", Email: "c@mesa.example", Role: account.Agent, Away: true, BackOn: "2026-11-24"},
			{ID: "gone", Username: "gone", Name: "Antes", Email: "gone@mesa.example", Role: account.Agent, Disabled: true},
			{ID: "d", Username: "d", Name: "Daniela", Email: "d@mesa.example", Role: account.Supervisor},
		} {
			if err := r.Table.Accounts.AddPerson(t.Context(), person, ""); err != nil {
				t.Fatal(err)
			}
		}
		checkGet(r, "list-agents", ana, "/agents", locale.Spanish, []api.Agent{
			{Id: "adrian", Name: "Adrián Ruiz", Role: "admin", Departments: []string{}},
			{Id: "ana", Name: "Ana Torres", Role: "agent", Departments: []string{"soporte"}},
			{Id: "b", Name: "Bruno", Role: "agent", Departments: []string{"soporte"}, Away: true, BackOn: new("2026-11-25")},
			{Id: "c", Name: "Carla", Role: "agent", Departments: []string{}},
			{Id: "d", Name: "Daniela", Role: "supervisor", Departments: []string{}},
		})
		r.checkUnavailable("list-agents", ana, "/agents", "STAFF")
		r.checkUnavailable("list-agents", ana, "/agents", "DESK")
	})
}

func TestGetSettings(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		result, err := wiringtest.Decode[api.Settings](r.Request("get-settings", nobody, "/settings", nil, "Accept-Language", "es"))
		if err != nil {
			t.Fatal(err)
		}
		criteria := func(priority string) string { return locale.PriorityCriteria(locale.Spanish, priority) }
		want := []api.Severity{
			{Priority: "high", Criteria: criteria("high"), Days: new(2), BusinessDays: new(true)},
			{Priority: "medium", Criteria: criteria("medium"), Days: new(15), BusinessDays: new(false)},
			{Priority: "low", Criteria: criteria("low")},
		}
		if diff := cmp.Diff(want, result.Severities); diff != "" {
			t.Error(diff)
		}
		if result.DeskName != "Mesa de Servicio" || result.ReopenDays != 15 || result.Attachments.MaxFiles != 10 || result.LogoUrl != nil {
			t.Errorf("%+v", result)
		}
		r.checkUnavailable("get-settings", nobody, "/settings", "DESK")
	})
}
