package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/account"
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
		organizations = append(organizations, organizationOf(organization))
	}
	return organizations, nil
}

func organizationOf(o account.Organization) api.OrganizationName {
	return api.OrganizationName{Id: o.ID, Name: o.Name}
}
