package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

// ListDepartments lists the departments that a ticket can be in (D1), active or not.
type ListDepartments struct {
	Settings Settings
}

// ListDepartments implements the operation list-departments.
func (l ListDepartments) ListDepartments(ctx context.Context, _ api.ListDepartmentsRequestObject) (api.ListDepartmentsResponseObject, error) {
	config, err := l.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	language := caller.From(ctx).ResponseLanguage
	departments := make(api.ListDepartments200JSONResponse, 0, len(config.Departments))
	for _, department := range config.Departments {
		departments = append(departments, departmentOf(department, language))
	}
	return departments, nil
}

func departmentOf(d settings.Department, language locale.Language) api.DepartmentSettings {
	return api.DepartmentSettings{
		Id: d.ID, Name: d.Name.In(language), Names: translated(d.Name), Order: d.Order, Active: !d.Retired, Version: d.Version,
	}
}
