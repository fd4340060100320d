package people

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
)

// ListPeople lists people to administrators by name, with search and filters.
type ListPeople struct {
	People interface {
		// ListPeople returns a page of people by name that starts at a cursor, and the cursor of the next page, which is empty after the
		// last page. A page can have fewer people than limit although more pages follow.
		ListPeople(ctx context.Context, filter account.PeopleFilter, cursor string, limit int) ([]account.Person, string, error)
	}
}

// The limits that the contract declares.
const (
	defaultPeople     = 25
	maxPeople         = 100
	maxSearchText     = 200
	maxOrganizationID = 64
)

// ListPeople implements the operation list-people.
func (l ListPeople) ListPeople(ctx context.Context, r api.ListPeopleRequestObject) (api.ListPeopleResponseObject, error) {
	var errs fault.FieldErrors
	limit := check.Limit(&errs, r.Params.Limit, defaultPeople, maxPeople)
	filter := account.PeopleFilter{
		Text: check.Line(&errs, "q", api.Given(r.Params.Q), 0, maxSearchText), Role: account.Role(api.Given(r.Params.Role)),
		OrganizationID: check.Line(&errs, "organization", api.Given(r.Params.Organization), 0, maxOrganizationID),
	}
	if filter.Role != "" && filter.Role != account.Requester && !filter.Role.IsStaff() {
		errs.Add("role", "field.choice")
	}
	switch api.Given(r.Params.Status) {
	case "":
	case api.PersonStatusActive:
		filter.Disabled = new(false)
	case api.PersonStatusDisabled:
		filter.Disabled = new(true)
	default:
		errs.Add("status", "field.choice")
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	people, next, err := l.People.ListPeople(ctx, filter, api.Given(r.Params.Cursor), limit)
	if err != nil {
		return nil, err
	}
	page := api.ListPeople200JSONResponse{Items: make([]api.ManagedPerson, 0, len(people)), Next: nullable.NewNullNullable[string]()}
	for _, p := range people {
		page.Items = append(page.Items, managedPerson(p))
	}
	if next != "" {
		page.Next.Set(next)
	}
	return page, nil
}
