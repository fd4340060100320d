package catalog

import (
	"cmp"
	"context"
	"slices"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// Staff reads the staff directory.
type Staff interface {
	// Staff returns it as it is, or was some seconds ago. It is shared: not to be changed.
	Staff(ctx context.Context) ([]account.Person, error)
}

// ListAgents lists the people whom a ticket can be assigned to (D1), by name.
type ListAgents struct {
	Source    Desk
	Directory Staff
	Clock     clock.Clock
}

// ListAgents implements the operation list-agents.
func (l ListAgents) ListAgents(ctx context.Context, _ api.ListAgentsRequestObject) (api.ListAgentsResponseObject, error) {
	var (
		desk  settings.Desk
		staff []account.Person
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			desk, err = l.Source.Desk(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			staff, err = l.Directory.Staff(ctx)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	today := desk.Today(l.Clock.Now())
	agents := make(api.ListAgents200JSONResponse, 0, len(staff))
	for _, one := range staff {
		if one.Disabled {
			continue
		}
		agent := api.Agent{
			Id: one.ID, Name: one.Name, Role: api.Role(one.Role), Away: one.AwayOn(today), Departments: append([]string{}, one.Departments...),
		}
		if agent.Away {
			agent.BackOn = api.Optional(one.BackOn)
		}
		agents = append(agents, agent)
	}
	slices.SortFunc(agents, func(a, b api.Agent) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Id, b.Id)) })
	return agents, nil
}
