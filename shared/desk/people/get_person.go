package people

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
)

// GetPerson returns a person to administrators.
type GetPerson struct {
	People interface {
		// People returns people by identifier. People who do not exist are missing from the map.
		People(ctx context.Context, ids ...string) (map[string]account.Person, error)
	}
}

// GetPerson implements the operation get-person.
func (g GetPerson) GetPerson(ctx context.Context, r api.GetPersonRequestObject) (api.GetPersonResponseObject, error) {
	found, err := g.People.People(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	person, exists := found[r.Id]
	if !exists {
		return nil, fault.New(fault.NotFound)
	}
	return api.GetPerson200JSONResponse(managedPerson(person)), nil
}
