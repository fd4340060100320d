package catalog

import (
	"cmp"
	"context"
	"slices"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/fold"
	"mesa/shared/domain/locale"
)

// Organizations reads the organizations.
type Organizations interface {
	// Organizations returns organizations by identifier. The map has no entry for an organization that does not exist.
	Organizations(ctx context.Context, ids ...string) (map[string]account.Organization, error)
	// ListOrganizations returns a page of up to limit organizations whose name has a text at the beginning of a word, and the
	// cursor of the next page, which is empty after the last page.
	ListOrganizations(ctx context.Context, text, cursor string, limit int) ([]account.Organization, string, error)
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
	page.Items = make([]api.OrganizationName, 0, len(listed))
	for _, organization := range listed {
		page.Items = append(page.Items, organizationOf(organization))
	}
	if next != "" {
		page.Next.Set(next)
	}
	return page, nil
}

// list returns the organizations with the given identifiers by name or, without identifiers, a page of the list.
func (l ListOrganizations) list(ctx context.Context, ids []string, text, cursor string, limit int) ([]account.Organization, string, error) {
	if len(ids) == 0 {
		return l.Organizations.ListOrganizations(ctx, text, cursor, limit)
	}
	found, err := l.Organizations.Organizations(ctx, ids...)
	var listed []account.Organization
	for _, organization := range found {
		listed = append(listed, organization)
	}
	slices.SortFunc(listed, func(a, b account.Organization) int { return cmp.Compare(fold.Text(a.Name), fold.Text(b.Name)) })
	return listed, "", err
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

func organizationOf(o account.Organization) api.OrganizationName {
	return api.OrganizationName{Id: o.ID, Name: o.Name}
}
