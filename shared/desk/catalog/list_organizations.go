package catalog

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

// Organizations reads the organizations.
type Organizations interface {
	// OrganizationsByID returns organizations by identifier, in the order of their names. It omits those that do not exist.
	OrganizationsByID(ctx context.Context, ids ...string) ([]settings.Organization, error)
	// ListOrganizations returns a page of up to limit organizations whose name has a text at the beginning of a word, and the
	// cursor of the next page, which is empty after the last page.
	ListOrganizations(ctx context.Context, text, cursor string, limit int) ([]settings.Organization, string, error)
}

// ListOrganizations lists the organizations of the requesters.
type ListOrganizations struct {
	Organizations Organizations
}

// The limits that the contract declares.
const (
	defaultOrganizations = 25
	maxOrganizations     = 100
	maxSearchText        = 200
	maxOrganizationID    = 64
)

// ListOrganizations implements the operation list-organizations.
func (l ListOrganizations) ListOrganizations(ctx context.Context, r api.ListOrganizationsRequestObject) (api.ListOrganizationsResponseObject, error) {
	var errs fault.FieldErrors
	limit := check.Limit(&errs, r.Params.Limit, defaultOrganizations, maxOrganizations)
	text := check.Line(&errs, "q", api.Given(r.Params.Q), 0, maxSearchText)
	ids := checkOrganizationIDs(&errs, api.Given(r.Params.Ids))
	if err := errs.Err(); err != nil {
		return nil, err
	}
	page := api.ListOrganizations200JSONResponse{Next: nullable.NewNullNullable[string]()}
	listed, next, err := l.list(ctx, ids, text, api.Given(r.Params.Cursor), limit)
	if err != nil {
		return nil, err
	}
	page.Items = make([]api.Organization, 0, len(listed))
	for _, organization := range listed {
		page.Items = append(page.Items, OrganizationOf(organization))
	}
	if next != "" {
		page.Next.Set(next)
	}
	return page, nil
}

// list returns the organizations with the given identifiers by name or, without identifiers, a page of the list.
func (l ListOrganizations) list(ctx context.Context, ids []string, text, cursor string, limit int) ([]settings.Organization, string, error) {
	if len(ids) == 0 {
		return l.Organizations.ListOrganizations(ctx, text, cursor, limit)
	}
	found, err := l.Organizations.OrganizationsByID(ctx, ids...)
	return found, "", err
}

func checkOrganizationIDs(errs *fault.FieldErrors, ids []string) []string {
	if len(ids) > maxOrganizations {
		errs.Add("ids", "field.too-many", locale.With("count", maxOrganizations))
	}
	for _, id := range ids {
		if id == "" || len(id) > maxOrganizationID {
			errs.Add("ids", "field.format")
			return nil
		}
	}
	return ids
}

// OrganizationOf maps an organization to the contract.
func OrganizationOf(o settings.Organization) api.Organization {
	return api.Organization{
		Id: o.ID, Name: o.Name, Shares: o.Shares, ManagerIds: append([]string{}, o.ManagerIDs...), Entity: o.Entity, Version: o.Version,
	}
}
