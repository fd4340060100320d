// Package assignment implements the use cases of routing: the decision about a ticket, the rules, and the availability of
// agents (D1, N3–N5).
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

// Loads reads the loads of agents and the turns.
type Loads interface {
	// Counts returns the numbers of tickets by owner and status.
	Counts(ctx context.Context, owners ...string) (map[string]ticket.Counts, error)
	// Turn returns the turn of a rule or topic and increments it.
	Turn(ctx context.Context, key string) (uint64, error)
}

// Outcome is the decision about a ticket, with the rule on which it is based.
type Outcome struct {
	routing.Decision
	Department settings.Department
	// Rule is the rule that applies. It is nil if the topic's routing applies.
	Rule *routing.Rule
	// Considered holds the results for the rules up to and including Rule, or for all rules if Rule is nil.
	Considered []routing.RuleResult
}

// Assignment returns the department and the assignee of the outcome.
func (o Outcome) Assignment() ticket.Assignment {
	return ticket.Assignment{
		Department: ticket.Ref{ID: o.Department.ID, Name: o.Department.Name.In(locale.Spanish)},
		Assignee:   ticket.Ref{ID: o.Assignee.ID, Name: o.Assignee.Name},
	}
}

// Decide finds the rule for a ticket and decides to whom the ticket is assigned. today is the date in the desk's time zone. In
// one round it reads the loads of the candidates, and reads and increments the turn.
func Decide(ctx context.Context, config settings.Configuration, staff []account.Person, rules routing.Rules, loads Loads, topic settings.Topic, facts routing.Facts, today string) (Outcome, error) {
	var outcome Outcome
	turnKey := topic.ID
	rule, found, considered := rules.FirstMatch(facts)
	outcome.Considered = considered
	if found {
		outcome.Rule, turnKey = &rule, "rule:"+rule.ID
	}
	plan, department := config.PlanOf(topic, outcome.Rule, staff)
	outcome.Department = department
	agents, owners := available(plan, staff, today)
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
			turn, err = loads.Turn(ctx, turnKey)
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
	outcome.Decision = routing.Decide(plan, agents, turn)
	return outcome, nil
}

// available returns the candidates of the plan who are not away, by identifier, and the owners of their counts.
func available(plan routing.Plan, staff []account.Person, today string) (agents map[string]routing.Agent, owners []string) {
	known := make(map[string]account.Person, len(staff))
	for _, person := range staff {
		known[person.ID] = person
	}
	agents = make(map[string]routing.Agent)
	for _, id := range plan.Candidates() {
		person, isStaff := known[id]
		if !isStaff || !person.AvailableOn(today) {
			continue
		}
		agents[id] = routing.Agent{ID: id, Name: person.Name}
		owners = append(owners, ticket.AgentCounts(id))
	}
	return agents, owners
}
