package catalog_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/routing"
	"mesa/shared/wiring/wiringtest"
)

// put sends a PUT of the administrator, and decodes the response.
func put[T any](r rig, operation, path string, body any) (T, error) {
	r.Helper()
	return wiringtest.Decode[T](r.Request(operation, adrian, path, body))
}

// currentOf returns the stored state in the problem document of a conflict.
func currentOf[T any](r rig, operation, path string, body any) T {
	r.Helper()
	response := r.Request(operation, adrian, path, body)
	var problem struct{ Current T }
	if err := json.Unmarshal(response.Body.Bytes(), &problem); response.Code != http.StatusConflict || err != nil {
		r.Errorf("%s: %d, %v", operation, response.Code, err)
	}
	return problem.Current
}

func TestSaveDepartment(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		created, err := put[api.DepartmentSettings](r, "save-department", "/departments/redes", api.DepartmentEdit{Name: translated(" Redes ", "Networks"), Order: new(3)})
		want := api.DepartmentSettings{Id: "redes", Name: "Redes", Names: translated("Redes", "Networks"), Order: 3, Active: true, Version: 1}
		if diff := cmp.Diff(want, created); diff != "" || err != nil {
			t.Fatal(diff, err)
		}
		// Another administrator has created the department or changed it.
		for _, version := range []*int64{nil, new(int64(2))} {
			body := api.DepartmentEdit{Name: translated("Otro", ""), Version: version}
			if diff := cmp.Diff(want, currentOf[api.DepartmentSettings](r, "save-department", "/departments/redes", body)); diff != "" {
				t.Error(diff)
			}
		}
		if _, err := put[api.DepartmentSettings](r, "save-department", "/departments/nuevo", api.DepartmentEdit{Name: translated("X", ""), Version: new(int64(1))}); !fault.Is(err, fault.Edited) {
			t.Errorf("a version of a department that does not exist: %v", err)
		}
		retired, err := put[api.DepartmentSettings](r, "save-department", "/departments/redes", api.DepartmentEdit{Name: translated("Redes", ""), Active: new(false), Version: new(int64(1))})
		if err != nil || retired.Active || retired.Version != 2 || retired.Order != 0 {
			t.Errorf("%+v, %v", retired, err)
		}
		topic := newTopicEdit()
		topic.DepartmentId = "redes"
		if _, err := r.save("nomina", topic); !slices.Equal(invalidFields(err), []string{"departmentId"}) {
			t.Errorf("an active topic with a retired department: %v", err)
		}
		for want, body := range map[string]api.DepartmentEdit{
			"name.es": {Name: translated(" ", "")},
			"name.en": {Name: translated("X", strings.Repeat("x", 121))},
			"order":   {Name: translated("X", ""), Order: new(-1)},
		} {
			if _, err := put[api.DepartmentSettings](r, "save-department", "/departments/x", body); !slices.Equal(invalidFields(err), []string{want}) {
				t.Errorf("%s: %v", want, err)
			}
		}
		if _, err := put[api.DepartmentSettings](r, "save-department", "/departments/con%20espacio", api.DepartmentEdit{Name: translated("X", "")}); !slices.Equal(invalidFields(err), []string{"id"}) {
			t.Error(err)
		}
		r.checkUnavailable("list-teams", ana, "/teams", "DESK")
	})
}

// TestDepartmentsAndTeamsInUseAreNotRetired checks that what an active topic or an enabled rule refers to cannot be retired.
func TestDepartmentsAndTeamsInUseAreNotRetired(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		retireDepartment := func() error {
			_, err := put[api.DepartmentSettings](r, "save-department", "/departments/soporte", api.DepartmentEdit{Name: translated("Soporte", ""), Active: new(false), Version: new(int64(1))})
			return err
		}
		retireTeam := func() error {
			_, err := put[api.Team](r, "save-team", "/teams/guardia", api.TeamEdit{Name: translated("Guardia", ""), Active: new(false), Version: new(int64(1))})
			return err
		}
		if err := retireDepartment(); !slices.Equal(invalidFields(err), []string{"active"}) {
			t.Errorf("the department of an active topic: %v", err)
		}
		rules := routing.Rules{Version: 1, List: []routing.Rule{{ID: "r", Name: "R", Enabled: true, Method: routing.LeastLoaded, TeamID: "guardia"}}}
		if err := r.Table.Settings.SaveRoutingRules(t.Context(), rules); err != nil {
			t.Fatal(err)
		}
		if err := retireTeam(); !slices.Equal(invalidFields(err), []string{"active"}) {
			t.Errorf("the team of an enabled rule: %v", err)
		}
		if err := r.Table.Settings.SaveRoutingRules(t.Context(), routing.Rules{Version: 2}); err != nil {
			t.Fatal(err)
		}
		if err := retireTeam(); err != nil {
			t.Error(err)
		}
		topic := newTopicEdit()
		if _, err := r.save("nomina", topic); !slices.Equal(invalidFields(err), []string{"teamId"}) {
			t.Errorf("an active topic with a retired team: %v", err)
		}
	})
}

func TestSaveTeam(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		body := api.TeamEdit{Name: translated("Redes", "Networks"), MemberIds: &[]string{"ana"}}
		created, err := put[api.Team](r, "save-team", "/teams/redes", body)
		want := api.Team{Id: "redes", Name: "Redes", Names: body.Name, MemberIds: []string{"ana"}, Active: true, Version: 1}
		if diff := cmp.Diff(want, created); diff != "" || err != nil {
			t.Fatal(diff, err)
		}
		if diff := cmp.Diff(want, currentOf[api.Team](r, "save-team", "/teams/redes", body)); diff != "" {
			t.Error(diff)
		}
		listed, err := wiringtest.Decode[[]api.Team](r.Request("list-teams", ana, "/teams", nil, "Accept-Language", "en"))
		if err != nil || len(listed) != 2 || listed[0].Name != "Duty" || listed[1].Name != "Networks" {
			t.Errorf("%+v, %v", listed, err)
		}
		if _, err := put[api.Team](r, "save-team", "/teams/x", api.TeamEdit{Name: translated("", ""), MemberIds: &[]string{"nadie"}}); !slices.Equal(invalidFields(err), []string{"name.es", "memberIds.0"}) {
			t.Error(err)
		}
	})
}

func TestSaveOrganization(t *testing.T) {
	onTable(t, func(t *testing.T, r rig) {
		created, err := put[api.Organization](r, "save-organization", "/organizations/infoem", api.OrganizationEdit{Name: "Infoem", Entity: new("JALISCO")})
		want := api.Organization{Id: "infoem", Name: "Infoem", Entity: "JALISCO", ManagerIds: []string{}, Version: 1}
		if diff := cmp.Diff(want, created); diff != "" || err != nil {
			t.Fatal(diff, err)
		}
		for _, person := range []account.Person{
			{ID: "maria", Username: "maria", Name: "María", Email: "maria@infoem.example", Role: account.Requester, Organization: account.Organization{ID: "infoem"}},
			{ID: "otra", Username: "otra", Name: "Otra", Email: "otra@itei.example", Role: account.Requester, Organization: account.Organization{ID: "itei"}},
		} {
			if err := r.Table.Accounts.AddPerson(t.Context(), person, ""); err != nil {
				t.Fatal(err)
			}
		}
		change := api.OrganizationEdit{Name: "Organismo Garante", Shares: new(true), ManagerIds: &[]string{"maria"}, Version: new(int64(1))}
		want = api.Organization{Id: "infoem", Name: "Organismo Garante", Shares: true, ManagerIds: []string{"maria"}, Version: 2}
		if changed, err := put[api.Organization](r, "save-organization", "/organizations/infoem", change); err != nil || !cmp.Equal(want, changed) {
			t.Errorf("%+v, %v", changed, err)
		}
		// The list and its index of words have the new name and all attributes.
		for query, ids := range map[string][]string{"q=infoem": nil, "q=garante": {"infoem"}, "ids=infoem": {"infoem"}} {
			checkIDs(t, query, r.organizations(query), ids)
		}
		page, err := wiringtest.Decode[api.OrganizationPage](r.Request("list-organizations", ana, "/organizations", nil))
		if err != nil || !cmp.Equal([]api.Organization{want}, page.Items) {
			t.Errorf("%+v, %v", page, err)
		}
		if diff := cmp.Diff(want, currentOf[api.Organization](r, "save-organization", "/organizations/infoem", change)); diff != "" {
			t.Error(diff)
		}
		for want, body := range map[string]api.OrganizationEdit{
			"name":         {Name: " "},
			"entity":       {Name: "X", Entity: new("NADA")},
			"managerIds.1": {Name: "X", ManagerIds: &[]string{"maria", "otra"}, Version: new(int64(2))},
			"managerIds":   {Name: "X", ManagerIds: new(make([]string, 21))},
		} {
			path := "/organizations/nueva"
			if body.Version != nil {
				path = "/organizations/infoem"
			}
			if _, err := put[api.Organization](r, "save-organization", path, body); !slices.Equal(invalidFields(err), []string{want}) {
				t.Errorf("%s: %v", want, err)
			}
		}
	})
}
