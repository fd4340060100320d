package settings_test

import (
	"testing"

	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
)

func TestDepartmentsAndTeamsInUse(t *testing.T) {
	config := settings.Configuration{Topics: []settings.Topic{
		{ID: "activo", Active: true, DepartmentID: "a", Routing: settings.Routing{TeamID: "a"}},
		{ID: "retirado", DepartmentID: "b", Routing: settings.Routing{TeamID: "b"}},
	}}
	rules := routing.Rules{List: []routing.Rule{
		{ID: "habilitada", Enabled: true, DepartmentID: "c", TeamID: "c"},
		{ID: "deshabilitada", DepartmentID: "d", TeamID: "d"},
	}}
	for id, want := range map[string]bool{"a": true, "b": false, "c": true, "d": false, "e": false} {
		if got := config.UsesDepartment(id, rules); got != want {
			t.Errorf("department %s in use: %t", id, got)
		}
		if got := config.UsesTeam(id, rules); got != want {
			t.Errorf("team %s in use: %t", id, got)
		}
	}
}
