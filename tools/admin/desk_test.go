package main

import (
	"flag"
	"io"
	"strings"
	"testing"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/domain/settings"
	"mesa/tools/deployment"
)

func TestDeskIsConfigured(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		console, out := scripted()
		first := deskInput{
			name: "Soporte", contactEmail: "mesa@ejemplo.mx", timeZone: "America/Mexico_City",
			departments: []namedID{{"soporte", "Soporte"}, {"obligaciones", "Obligaciones"}}, organizations: []namedID{{"inai", "INAI"}},
			entities: []namedID{{"FEDERACION", "Federación"}, {"JALISCO", "Jalisco"}},
		}
		if err := configureDesk(t.Context(), console, table.Stores, first); err != nil {
			t.Fatal(err)
		}
		second := deskInput{departments: []namedID{{"soporte", "Soporte técnico"}}, entities: []namedID{{"FEDERACION", "Gobierno federal"}}}
		if err := configureDesk(t.Context(), console, table.Reopen(), second); err != nil {
			t.Fatal(err)
		}
		config, err := table.Reopen().Settings.Configuration(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		department, _ := config.Department("soporte")
		if config.Name != "Soporte" || department.Name.Spanish != "Soporte técnico" || department.Order != 1 || len(config.Departments) != 2 {
			t.Errorf("%+v", config)
		}
		if len(config.Entities) != 2 || config.Entities[0].Name.Spanish != "Gobierno federal" || config.Entities[1].ID != "JALISCO" {
			t.Errorf("the entities are %+v", config.Entities)
		}
		if organizations, err := table.Reopen().Settings.Organizations(t.Context(), "inai"); organizations["inai"].Name != "INAI" || err != nil {
			t.Errorf("%+v, %v", organizations, err)
		}
		if got := judgeSettings(deployment.Stack{}, config).problems; len(got) != 1 || !strings.HasPrefix(got[0].what, "requesters cannot open a ticket") {
			t.Errorf("doctor finds %+v", got)
		}
		if !strings.Contains(out.String(), "department soporte: Soporte técnico\n") {
			t.Errorf("printed %s", out)
		}
	})
}

func TestInvalidDeskIsDescribedByField(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		console, _ := scripted()
		invalid := deskInput{name: " ", contactEmail: "mesa", timeZone: "Mars", departments: []namedID{{"Soporte técnico", "Soporte"}, {"ventas", ""}}}
		err := configureDesk(t.Context(), console, table.Stores, invalid)
		if err == nil {
			t.Fatal("an invalid desk is stored")
		}
		for _, want := range []string{"name: ", "contactEmail: ", "timeZone: ", "department: The format is not valid.", "department: This field is required."} {
			if !strings.Contains(describe(err), "\n  "+want) {
				t.Errorf("%q is missing in %s", want, describe(err))
			}
		}
		stored, err := table.Settings.Configuration(t.Context())
		if err != nil || stored.Name != settings.Default().Name || len(stored.Departments) > 0 {
			t.Errorf("%+v, %v", stored, err)
		}
	})
}

func TestNamedIDsAreParsed(t *testing.T) {
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	var parsed []namedID
	flags.Func("department", "", appendNamedID(&parsed))
	if err := flags.Parse([]string{"-department", "soporte=Soporte = A", "-department", "b=B"}); err != nil || len(parsed) != 2 || parsed[0].name != "Soporte = A" {
		t.Errorf("%+v, %v", parsed, err)
	}
	if err := flags.Parse([]string{"-department", "soporte"}); err == nil {
		t.Error("a department without a name is accepted")
	}
}
