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
	// Staff returns all staff from a cache of a few seconds. Callers share the value and must not change it.
	Staff(ctx context.Context) ([]account.Person, error)
}

// ListAgents lists the staff to whom a ticket can be assigned (D1, G1), sorted by name.
type ListAgents struct {
	Settings  Settings
	Directory Staff
	Clock     clock.Clock
}

// ListAgents implements the operation list-agents.
func (l ListAgents) ListAgents(ctx context.Context, _ api.ListAgentsRequestObject) (api.ListAgentsResponseObject, error) {
	var (
		config settings.Configuration
		staff  []account.Person
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = l.Settings.Configuration(ctx)
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
	today := config.Today(l.Clock.Now())
	agents := make(api.ListAgents200JSONResponse, 0, len(staff))
	for _, person := range staff {
		if person.Disabled {
			continue
		}
		agents = append(agents, agentOf(person, today))
	}
	slices.SortFunc(agents, func(a, b api.Agent) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Id, b.Id)) })
	return agents, nil
}

func agentOf(p account.Person, today string) api.Agent {
	agent := api.Agent{
		Id: p.ID, Name: p.Name, Role: api.Role(p.Role), Away: p.AwayOn(today), Departments: append([]string{}, p.Departments...),
	}
	if agent.Away {
		agent.BackOn = api.Optional(p.BackOn)
	}
	return agent
}
