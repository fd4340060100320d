package settingstore_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/settingstore"
	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

func configuration() settings.Configuration {
	custom := settings.Default()
	custom.Name, custom.ReopenDays, custom.FirstNumber = "Mesa de prueba", 20, 3446
	custom.Entities = []settings.Entity{{ID: "FEDERACION", Name: settings.Text{Spanish: "Federación", English: "Federal government"}}, {ID: "JALISCO", Name: settings.Text{Spanish: "Jalisco"}}}
	custom.Deadlines = sla.Policy{
		Calendar: sla.Calendar{
			Zone: "America/Tijuana", OfficialHolidays: true,
			Week:   [7][]sla.Hours{1: {{From: 480, To: 780}, {From: 900, To: 1080}}, 5: {{From: 480, To: 900}}},
			Closed: []sla.Closing{{Date: sla.Date{Year: 2026, Month: 12, Day: 24}, Name: "Nochebuena"}},
		},
		Targets:        map[ticket.Priority]sla.Target{ticket.High: {Days: 3, CalendarDays: true}}, // no target for MEDIA
		FirstResponses: map[ticket.Priority]sla.Target{ticket.NoPriority: {Days: 1, Hours: 2}},
		WarnAt:         50,
	}
	return settings.Configuration{
		Settings: custom,
		Topics: []settings.Topic{
			{ID: "sipot", Version: 1, Name: settings.Text{Spanish: "SIPOT"}, DepartmentID: "obligaciones", Public: true, Active: true, Order: 1, Routing: settings.Routing{
				Method: routing.RoundRobin, AgentIDs: []string{"p-ana", "p-beto"}, TeamID: "cargas",
			}},
			{ID: "sisai", Version: 1, Name: settings.Text{Spanish: "SISAI", English: "SISAI!"}, DepartmentID: "solicitudes", Order: 2},
		},
		Departments: []settings.Department{{ID: "obligaciones", Version: 1, Name: settings.Text{Spanish: "Obligaciones", English: "Obligations"}, Order: 1}},
		Teams:       []settings.Team{{ID: "cargas", Version: 1, Name: settings.Text{Spanish: "Cargas"}, MemberIDs: []string{"p-ana"}}},
		Categories:  []settings.Category{{ID: "acceso", Name: settings.Text{Spanish: "Acceso"}, Description: settings.Text{Spanish: "Cuentas"}}},
	}
}

func TestRemovedTargetsAreNotReplacedWithDefaults(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		withoutTargets := configuration()
		withoutTargets.Deadlines.Targets, withoutTargets.Deadlines.FirstResponses = map[ticket.Priority]sla.Target{}, map[ticket.Priority]sla.Target{}
		if err := table.Settings.PutConfiguration(t.Context(), withoutTargets); err != nil {
			t.Fatal(err)
		}
		got, err := table.Reopen().Settings.Configuration(t.Context())
		if err != nil || len(got.Deadlines.Targets) != 0 || len(got.Deadlines.FirstResponses) != 0 {
			t.Errorf("%+v, %v", got.Deadlines, err)
		}
	})
}

func TestConfigurationIsCached(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		want := configuration()
		if err := table.Settings.PutConfiguration(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		reader := table.Reopen()
		ctx, meter := observe.WithNewMeter(t.Context())
		for range 2 {
			got, err := reader.Settings.Configuration(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		}
		if cost := meter.Cost(); cost.Calls != 1 || cost.Rounds != 1 || cost.ReadUnits > 1 {
			t.Errorf("cost: %+v", cost)
		}
	})
}

func TestMissingSettingsHaveDefaults(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		got, err := table.Settings.Configuration(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(settings.Configuration{Settings: settings.Default()}, got); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
	})
}

func TestMissingAttributeHasItsDefault(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		table.Put(t, map[string]types.AttributeValue{
			"pk":         &types.AttributeValueMemberS{Value: "DESK"},
			"sk":         &types.AttributeValueMemberS{Value: "SETTINGS"},
			"type":       &types.AttributeValueMemberS{Value: "settings"},
			"reopenDays": &types.AttributeValueMemberN{Value: "7"},
		})
		got, err := table.Settings.Configuration(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		want := settings.Default()
		want.ReopenDays = 7
		if diff := cmp.Diff(want, got.Settings); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
	})
}

func TestCategoryIsReplacedAndDeleted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		want := settings.Category{ID: "acceso", Name: settings.Text{Spanish: "Acceso", English: "Access"}, Order: 2}
		for _, name := range []string{"Antes", "Acceso"} {
			category := want
			category.Name.Spanish = name
			if err := table.Settings.SaveCategory(t.Context(), category); err != nil {
				t.Fatal(err)
			}
		}
		config, err := table.Reopen().Settings.Configuration(t.Context())
		if diff := cmp.Diff([]settings.Category{want}, config.Categories); diff != "" || err != nil {
			t.Error(diff, err)
		}
		for range 2 {
			if err := table.Settings.DeleteCategory(t.Context(), "acceso"); err != nil {
				t.Fatal(err)
			}
		}
		if config, err := table.Reopen().Settings.Configuration(t.Context()); len(config.Categories) > 0 || err != nil {
			t.Error(config.Categories, err)
		}
	})
}

func TestRetriedSaveDeadlinesSucceeds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		lossy, sent := table.Lossy()
		changed := settings.Default()
		if version, err := settingstore.New(lossy).SaveDeadlines(t.Context(), changed); err != nil || version != 1 || *sent != 2 {
			t.Errorf("retry after a lost response (%d calls): version %d, %v", *sent, version, err)
		}
		changed.ReopenDays++
		if _, err := table.Settings.SaveDeadlines(t.Context(), changed); !fault.Is(err, fault.Stale) {
			t.Errorf("other deadlines with the same version: %v", err)
		}
	})
}
