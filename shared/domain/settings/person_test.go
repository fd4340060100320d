package settings_test

import (
	"slices"
	"strings"
	"testing"

	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

func TestCheckPerson(t *testing.T) {
	config := settings.Configuration{
		Settings:    settings.Settings{Entities: []settings.Entity{{ID: "FEDERACION"}}},
		Departments: []settings.Department{{ID: "soporte"}},
	}
	organizations := map[string]account.Organization{"inai": {ID: "inai", Name: "INAI", Shares: true}}
	for name, test := range map[string]struct {
		change func(*account.Person)
		want   []string
	}{
		"requester":                          {func(*account.Person) {}, nil},
		"agent":                              {func(p *account.Person) { p.Role, p.Departments = account.Agent, []string{"soporte"} }, nil},
		"agent without a department":         {func(p *account.Person) { p.Role = account.Agent }, []string{"departments field.required"}},
		"administrator without a department": {func(p *account.Person) { p.Role = account.Admin }, nil},
		"requester with a department":        {func(p *account.Person) { p.Departments = []string{"soporte"} }, []string{"departments field.not-allowed"}},
		"unknown department": {
			func(p *account.Person) { p.Role, p.Departments = account.Supervisor, []string{"soporte", "x", "y"} }, []string{"departments field.choice"},
		},
		"everything missing": {func(p *account.Person) { *p = account.Person{} }, []string{
			"name field.required", "username field.required", "email field.required", "language field.choice", "timeZone field.required", "role field.choice",
		}},
		"user name with @":                {func(p *account.Person) { p.Username = "ana@inai.mx" }, []string{"username field.format"}},
		"user name with two dots":         {func(p *account.Person) { p.Username = "ana..torres" }, []string{"username field.format"}},
		"user name that ends in a hyphen": {func(p *account.Person) { p.Username = "ana-" }, []string{"username field.format"}},
		"short user name":                 {func(p *account.Person) { p.Username = "an" }, []string{"username field.too-short"}},
		"unknown organization":            {func(p *account.Person) { p.Organization.ID = "x" }, []string{"organization field.choice"}},
		"unknown entity":                  {func(p *account.Person) { p.Entity = "x" }, []string{"entity field.choice"}},
	} {
		t.Run(name, func(t *testing.T) {
			person := account.Person{
				Username: " ana.torres ", Name: " Ana Torres ", Email: "ana@inai.mx", Role: account.Requester, Language: locale.Spanish,
				TimeZone: "America/Mexico_City", Entity: "FEDERACION", Organization: account.Organization{ID: "inai"},
			}
			test.change(&person)
			var errs fault.FieldErrors
			checked := config.CheckPerson(&errs, person, organizations)
			var got []string
			for _, err := range errs {
				got = append(got, err.Name+" "+err.Message.Key)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if len(errs) == 0 && (checked.Username != "ana.torres" || strings.Contains(checked.Name, "  ") || checked.Organization != organizations["inai"]) {
				t.Errorf("%+v", checked)
			}
		})
	}
}
