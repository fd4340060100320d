// Package assignment decides who gets a ticket (product D1), and serves the rules and the absences that it goes by.
package assignment

import (
	"context"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// Loads says how many tickets agents have, and whose turn it is.
type Loads interface {
	Counts(ctx context.Context, owners ...string) (map[string]ticket.Counts, error)
	// Turn says the turn of a rule or a topic.
	Turn(ctx context.Context, of string) (uint64, error)
}

// Outcome is where a ticket goes and why.
type Outcome struct {
	routing.Decision
	Department settings.Department
	// Rule is the rule that decided; nil when it was the topic's own.
	Rule *routing.Rule
	// Looked is what became of the rules up to that one.
	Looked []routing.Considered
}

// Place is the outcome as the ticket's rules take it.
func (o Outcome) Assignment() ticket.Assignment {
	return ticket.Assignment{
		Department: ticket.Ref{ID: o.Department.ID, Name: o.Department.Name.In(locale.Spanish)},
		Assignee:   ticket.Ref{ID: o.Assignee.ID, Name: o.Assignee.Name},
	}
}

// Decide finds the rule for a ticket of the topic and who it gives the ticket to on the desk's date, in one round of the
// table: loads are those of the agents who can get it.
func Decide(ctx context.Context, desk settings.Desk, staff []account.Person, rules routing.Rules, loads Loads, topic settings.Topic, facts routing.Facts, today string) (Outcome, error) {
	var outcome Outcome
	turnOf := topic.ID
	rule, found, looked := rules.First(facts)
	outcome.Looked = looked
	if found {
		outcome.Rule, turnOf = &rule, "rule:"+rule.ID
	}
	plan, department := desk.PlanOf(topic, outcome.Rule, staff)
	outcome.Department = department
	agents, owners := present(plan, staff, today)
	var (
		counts map[string]ticket.Counts
		turn   uint64
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			if len(owners) > 0 {
				counts, err = loads.Counts(ctx, owners...)
			}
			return err
		},
		func(ctx context.Context) (err error) {
			turn, err = loads.Turn(ctx, turnOf)
			return err
		},
	)
	if err != nil {
		return Outcome{}, err
	}
	for id, agent := range agents {
		agent.Open = counts[ticket.AgentCounts(id)][string(ticket.Open)]
		agents[id] = agent
	}
	outcome.Decision = routing.Route(plan, agents, turn)
	return outcome, nil
}

// present are the plan's candidates who are there, by id, and the names of their counters.
func present(plan routing.Plan, staff []account.Person, today string) (agents map[string]routing.Agent, owners []string) {
	known := make(map[string]account.Person, len(staff))
	for _, person := range staff {
		known[person.ID] = person
	}
	agents = make(map[string]routing.Agent)
	for _, id := range plan.Candidates() {
		person, works := known[id]
		if !works || person.Disabled || person.AwayOn(today) {
			continue
		}
		agents[id] = routing.Agent{ID: id, Name: person.Name}
		owners = append(owners, ticket.AgentCounts(id))
	}
	return agents, owners
}
