package catalog

import (
	"cmp"
	"context"
	"slices"

	"mesa/shared/account"
	"mesa/shared/api"
)

// Staff reads the staff directory.
type Staff interface {
	// Staff returns it as it is, or was some seconds ago. It is shared: not to be changed.
	Staff(ctx context.Context) ([]account.Person, error)
}

// ListAgents lists the people whom a ticket can be assigned to (D1), by name.
type ListAgents struct {
	api.StrictServerInterface
	Directory Staff
}

// ListAgents implements the operation list-agents.
func (l ListAgents) ListAgents(ctx context.Context, _ api.ListAgentsRequestObject) (api.ListAgentsResponseObject, error) {
	staff, err := l.Directory.Staff(ctx)
	if err != nil {
		return nil, err
	}
	agents := make(api.ListAgents200JSONResponse, 0, len(staff))
	for _, one := range staff {
		if one.Disabled {
			continue
		}
		agents = append(agents, api.Agent{
			Id: one.ID, Name: one.Name, Role: api.Role(one.Role), Away: one.Away, Departments: append([]string{}, one.Departments...),
		})
	}
	slices.SortFunc(agents, func(a, b api.Agent) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Id, b.Id)) })
	return agents, nil
}
