package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
)

// ListDepartments lists the departments that a ticket can be in (D1).
type ListDepartments struct {
	Settings Settings
}

// ListDepartments implements the operation list-departments.
func (l ListDepartments) ListDepartments(ctx context.Context, _ api.ListDepartmentsRequestObject) (api.ListDepartmentsResponseObject, error) {
	config, err := l.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	speaks := caller.From(ctx).ResponseLanguage
	departments := make(api.ListDepartments200JSONResponse, 0, len(config.Departments))
	for _, department := range config.Departments {
		departments = append(departments, api.Department{Id: department.ID, Name: department.Name.In(speaks)})
	}
	return departments, nil
}
