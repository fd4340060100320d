// Package routing decides who attends a new ticket, by its topic (product D1).
// It is pure: the directory, the loads and the turn are given to it, and it
// answers with an agent and a reason to keep in the ticket's history.
package routing

import "mesa/shared/locale"

// Rule is how a topic chooses among its agents.
type Rule string

// The rules of product D1. The zero value goes straight to the team.
const (
	Fixed       Rule = "fixed"        // always the same agent
	RoundRobin  Rule = "round-robin"  // one after another
	LeastLoaded Rule = "least-loaded" // who has the fewest open tickets
)

// Agent is somebody who can be given tickets, as the directory knows them now.
type Agent struct {
	ID   string
	Name string
	Away bool
	// Open is how many open tickets the agent has.
	Open int
}

// Group is a team or a department. The zero value has nobody.
type Group struct {
	Name    string
	Members []string // ids of agents
}

// Topic is what the administrator laid down for a help topic.
type Topic struct {
	Name string
	Rule Rule
	// Agents are who the rule chooses among; Fixed takes the first. When empty,
	// the rule chooses among the team, and without one among the department.
	Agents []string
	// Team and Department are who to fall back on, in this order.
	Team       Group
	Department Group
}

// Decision is who gets the ticket and why.
type Decision struct {
	// Assignee is the agent; the zero Agent when Assigned is false.
	Assignee Agent
	// Assigned is false when nobody was available: the ticket shows in "Sin
	// asignar", and the supervisors are to be told.
	Assigned bool
	// Reason says why in the reader's language, for the history (product D7).
	Reason locale.Message
}

// Route decides about a ticket of the topic. agents is the directory by id;
// whoever isn't in it or is away gets nothing. turn is a counter that goes up
// by one with each ticket of the topic: it says whose turn it is, and breaks
// ties between equally loaded agents.
func Route(topic Topic, agents map[string]Agent, turn uint64) Decision {
	pool := topic.pool()
	if agent, ok := choose(topic.Rule, available(pool, agents), turn); ok && topic.Rule != "" && (topic.Rule != Fixed || agent.ID == pool[0]) {
		return Decision{Assignee: agent, Assigned: true, Reason: topic.reason(agent)}
	}
	if agent, ok := choose(LeastLoaded, available(topic.Team.Members, agents), turn); ok {
		return Decision{Assignee: agent, Assigned: true, Reason: locale.Say("routing.team", agent.Name, topic.Team.Name, topic.Name)}
	}
	if agent, ok := choose(LeastLoaded, available(topic.Department.Members, agents), turn); ok {
		return Decision{Assignee: agent, Assigned: true, Reason: locale.Say("routing.department", agent.Name, topic.Department.Name, topic.Name)}
	}
	// Others of a fixed or unknown rule's agents are better than nobody.
	if agent, ok := choose(LeastLoaded, available(pool, agents), turn); ok {
		return Decision{Assignee: agent, Assigned: true, Reason: locale.Say("routing.least-loaded", agent.Name, topic.Name)}
	}
	return Decision{Reason: locale.Say("routing.unassigned", topic.Department.Name)}
}

func (t Topic) pool() []string {
	switch {
	case len(t.Agents) > 0:
		return t.Agents
	case len(t.Team.Members) > 0:
		return t.Team.Members
	default:
		return t.Department.Members
	}
}

func (t Topic) reason(agent Agent) locale.Message {
	switch t.Rule {
	case Fixed:
		return locale.Say("routing.fixed", agent.Name, t.Name)
	case RoundRobin:
		return locale.Say("routing.round-robin", agent.Name, t.Name)
	default:
		return locale.Say("routing.least-loaded", agent.Name, t.Name)
	}
}

// available are the agents of the ids who are there, each once, in order.
func available(ids []string, agents map[string]Agent) []Agent {
	seen := make(map[string]bool, len(ids))
	there := make([]Agent, 0, len(ids))
	for _, id := range ids {
		agent, known := agents[id]
		if known && !agent.Away && !seen[id] {
			seen[id] = true
			there = append(there, agent)
		}
	}
	return there
}

func choose(rule Rule, there []Agent, turn uint64) (Agent, bool) {
	if len(there) == 0 {
		return Agent{}, false
	}
	switch rule {
	case Fixed:
		return there[0], true
	case RoundRobin:
		return there[turn%uint64(len(there))], true
	case LeastLoaded:
		return leastLoaded(there, turn), true
	default:
		return Agent{}, false
	}
}

func leastLoaded(there []Agent, turn uint64) Agent {
	least := there[:0:0]
	for _, agent := range there {
		switch {
		case len(least) == 0 || agent.Open < least[0].Open:
			least = append(least[:0], agent)
		case agent.Open == least[0].Open:
			least = append(least, agent)
		}
	}
	return least[turn%uint64(len(least))]
}
