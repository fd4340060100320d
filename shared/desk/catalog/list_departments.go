package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
)

// ListDepartments lists the departments that a ticket can be in (D1).
type ListDepartments struct {
	Source Desk
}

// ListDepartments implements the operation list-departments.
func (l ListDepartments) ListDepartments(ctx context.Context, _ api.ListDepartmentsRequestObject) (api.ListDepartmentsResponseObject, error) {
	desk, err := l.Source.Desk(ctx)
	if err != nil {
		return nil, err
	}
	speaks := caller.From(ctx).Speaks
	departments := make(api.ListDepartments200JSONResponse, 0, len(desk.Departments))
	for _, department := range desk.Departments {
		departments = append(departments, api.Department{Id: department.ID, Name: department.Name.In(speaks)})
	}
	return departments, nil
}
