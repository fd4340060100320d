package catalog

import (
	"context"

	"mesa/shared/api"
)

// ListOrganizations lists the organizations of the requesters.
type ListOrganizations struct {
	Source Desk
}

// ListOrganizations implements the operation list-organizations.
func (l ListOrganizations) ListOrganizations(ctx context.Context, _ api.ListOrganizationsRequestObject) (api.ListOrganizationsResponseObject, error) {
	desk, err := l.Source.Desk(ctx)
	if err != nil {
		return nil, err
	}
	organizations := make(api.ListOrganizations200JSONResponse, 0, len(desk.Organizations))
	for _, organization := range desk.Organizations {
		organizations = append(organizations, api.OrganizationName{Id: organization.ID, Name: organization.Name})
	}
	return organizations, nil
}
