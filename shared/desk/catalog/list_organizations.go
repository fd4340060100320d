package catalog

import (
	"context"

	"mesa/shared/api"
)

// ListOrganizations lists the organizations of the requesters.
type ListOrganizations struct {
	Settings Settings
}

// ListOrganizations implements the operation list-organizations.
func (l ListOrganizations) ListOrganizations(ctx context.Context, _ api.ListOrganizationsRequestObject) (api.ListOrganizationsResponseObject, error) {
	config, err := l.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	organizations := make(api.ListOrganizations200JSONResponse, 0, len(config.Organizations))
	for _, organization := range config.Organizations {
		organizations = append(organizations, api.OrganizationName{Id: organization.ID, Name: organization.Name})
	}
	return organizations, nil
}
