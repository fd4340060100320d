package catalog_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/catalog"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
)

type desks func() (settings.Desk, error)

func (d desks) Desk(context.Context) (settings.Desk, error) { return d() }

type directory func() ([]account.Person, error)

func (d directory) Staff(context.Context) ([]account.Person, error) { return d() }

func aDesk() settings.Desk {
	configured := settingstest.Mexico()
	configured.Deadlines.Targets = map[ticket.Priority]sla.Target{ticket.High: {Days: 2}, ticket.Medium: {Days: 15, CalendarDays: true}}
	return settings.Desk{
		Settings: configured,
		Topics: []settings.Topic{
			{ID: "sipot", Name: settings.Text{Spanish: "SIPOT", English: "SIPOT in English"}, Public: true, Active: true},
			{ID: "interno", Name: settings.Text{Spanish: "Interno"}, Active: true},
			{ID: "viejo", Name: settings.Text{Spanish: "Viejo"}, Public: true},
		},
		Departments:   []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Soporte PNT", English: "Support"}}},
		Organizations: []account.Organization{{ID: "inai", Name: "INAI", Shares: true}},
	}
}

func found() (settings.Desk, error) { return aDesk(), nil }
func down() (settings.Desk, error)  { return settings.Desk{}, fault.New(fault.Unavailable) }

func speaking(t *testing.T, language locale.Language) context.Context {
	t.Helper()
	return caller.With(t.Context(), caller.Caller{Speaks: language})
}

func TestListTopics(t *testing.T) {
	got, err := catalog.ListTopics{Source: desks(found), Fields: noFields{}}.ListTopics(speaking(t, locale.English), api.ListTopicsRequestObject{})
	if diff := cmp.Diff(api.ListTopics200JSONResponse{{Id: "sipot", Name: "SIPOT in English"}}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	ofStaff := caller.With(t.Context(), caller.Caller{Person: account.Person{Role: account.Agent}, Speaks: locale.Spanish})
	got, err = catalog.ListTopics{Source: desks(found), Fields: noFields{}}.ListTopics(ofStaff, api.ListTopicsRequestObject{})
	if diff := cmp.Diff(api.ListTopics200JSONResponse{{Id: "sipot", Name: "SIPOT"}, {Id: "interno", Name: "Interno", StaffOnly: new(true)}}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	none := desks(func() (settings.Desk, error) { return settings.Desk{}, nil })
	if got, err := (catalog.ListTopics{Source: none, Fields: noFields{}}).ListTopics(t.Context(), api.ListTopicsRequestObject{}); err != nil || got.(api.ListTopics200JSONResponse) == nil {
		t.Errorf("without topics: %#v, %v: an empty list is wanted, not null", got, err)
	}
	if _, err := (catalog.ListTopics{Source: desks(down), Fields: noFields{}}).ListTopics(t.Context(), api.ListTopicsRequestObject{}); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
}

func TestListDepartments(t *testing.T) {
	for language, want := range map[locale.Language]string{locale.Spanish: "Soporte PNT", locale.English: "Support"} {
		got, err := catalog.ListDepartments{Source: desks(found)}.ListDepartments(speaking(t, language), api.ListDepartmentsRequestObject{})
		if diff := cmp.Diff(api.ListDepartments200JSONResponse{{Id: "soporte", Name: want}}, got); diff != "" || err != nil {
			t.Error(diff, err)
		}
	}
	if _, err := (catalog.ListDepartments{Source: desks(down)}).ListDepartments(t.Context(), api.ListDepartmentsRequestObject{}); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
}

func TestListOrganizations(t *testing.T) {
	got, err := catalog.ListOrganizations{Source: desks(found)}.ListOrganizations(t.Context(), api.ListOrganizationsRequestObject{})
	if diff := cmp.Diff(api.ListOrganizations200JSONResponse{{Id: "inai", Name: "INAI"}}, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if _, err := (catalog.ListOrganizations{Source: desks(down)}).ListOrganizations(t.Context(), api.ListOrganizationsRequestObject{}); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
}

func TestListEntities(t *testing.T) {
	for language, want := range map[locale.Language]string{locale.Spanish: "Federación", locale.English: "Federal government"} {
		got, err := catalog.ListEntities{Source: desks(found)}.ListEntities(speaking(t, language), api.ListEntitiesRequestObject{})
		want := api.ListEntities200JSONResponse{{Id: "FEDERACION", Name: want}, {Id: "JALISCO", Name: "Jalisco"}, {Id: "OAXACA", Name: "Oaxaca"}}
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Error(diff, err)
		}
	}
	if _, err := (catalog.ListEntities{Source: desks(down)}).ListEntities(t.Context(), api.ListEntitiesRequestObject{}); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
}

func TestListAgents(t *testing.T) {
	staff := directory(func() ([]account.Person, error) {
		return []account.Person{
			{ID: "b", Name: "Bruno", Role: account.Agent, Departments: []string{"soporte"}, Away: true, BackOn: "2026-11-25"},
			{ID: "c", Name: "Carla", Role: account.Agent, Away: true, BackOn: "2026-11-24"},
			{ID: "gone", Name: "Antes", Role: account.Agent, Disabled: true},
			{ID: "a", Name: "Ana", Role: account.Supervisor},
		}, nil
	})
	now := clock.StartingAt(time.Date(2026, 11, 25, 5, 59, 0, 0, time.UTC)).Clock() // still the 24th in the desk's time zone
	got, err := catalog.ListAgents{Source: desks(found), Directory: staff, Clock: now}.ListAgents(t.Context(), api.ListAgentsRequestObject{})
	want := api.ListAgents200JSONResponse{
		{Id: "a", Name: "Ana", Role: "supervisor", Departments: []string{}},
		{Id: "b", Name: "Bruno", Role: "agent", Departments: []string{"soporte"}, Away: true, BackOn: new("2026-11-25")},
		{Id: "c", Name: "Carla", Role: "agent", Departments: []string{}},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	lost := directory(func() ([]account.Person, error) { return nil, fault.New(fault.Unavailable) })
	if _, err := (catalog.ListAgents{Source: desks(found), Directory: lost}).ListAgents(t.Context(), api.ListAgentsRequestObject{}); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
}

func TestGetSettings(t *testing.T) {
	got, err := catalog.GetSettings{Source: desks(found)}.GetSettings(speaking(t, locale.Spanish), api.GetSettingsRequestObject{})
	if err != nil {
		t.Fatal(err)
	}
	result := got.(api.GetSettings200JSONResponse)
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
	if _, err := (catalog.GetSettings{Source: desks(down)}).GetSettings(t.Context(), api.GetSettingsRequestObject{}); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
}

type noFields struct{}

func (noFields) TopicFields(context.Context) (map[string][]field.Field, error) { return nil, nil }
