// Package routing decides who attends a ticket (product D1): by the first of the
// administrator's rules that its topic, entity, organization and subject meet,
// else by its topic's own. It is pure: the rules, the directory, the loads and
// the turn are given to it, and it answers with an agent and a reason to keep in
// the ticket's history.
package routing

import "slices"

// Method is how one of several agents is chosen.
type Method string

// The methods of product D1. The zero value goes straight to the team.
const (
	Fixed       Method = "fixed"        // always the same agent
	RoundRobin  Method = "round-robin"  // one after another
	LeastLoaded Method = "least-loaded" // who has the fewest open tickets
)

// Valid reports whether m is one of the methods.
func (m Method) Valid() bool { return m == Fixed || m == RoundRobin || m == LeastLoaded }

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
	// ID is the department's; a team has none.
	ID      string
	Name    string
	Members []string // ids of agents
}

// Plan is what was laid down about tickets such as the one to be routed: by a
// rule, or else by their topic.
type Plan struct {
	// Name is the rule's, or the topic's.
	Name string
	// TopicID is the topic's identifier; empty where ByRule is true.
	TopicID string
	// ByRule says which of the two the plan is of.
	ByRule bool
	Method Method
	// Agents are who the method chooses among; Fixed takes the first. When empty,
	// it chooses among the team, and without one among the department.
	Agents []string
	// Team and Department are who to fall back on, in this order.
	Team       Group
	Department Group
}

// Decision is who gets the ticket and why.
type Decision struct {
	// Assignee is the agent; the zero Agent when Assigned is false.
	Assignee Agent
	// Assigned is false when nobody was available: the ticket stays unassigned, and the supervisors get a mail.
	Assigned bool
	// Why explains the decision in the ticket's history (product D7).
	Why Explanation
}

// Candidates are the ids of everyone whom the plan can give a ticket to, each
// once: whose loads have to be known.
func (p Plan) Candidates() []string {
	all := slices.Concat(p.Agents, p.Team.Members, p.Department.Members)
	slices.Sort(all)
	return slices.Compact(all)
}

// Route decides about a ticket by a plan. agents is the directory by id; whoever
// isn't in it or is away gets nothing. turn is a counter that goes up by one with
// each ticket of the rule or topic: it says whose turn it is, and breaks ties
// between equally loaded agents.
func Route(plan Plan, agents map[string]Agent, turn uint64) Decision {
	pool := plan.pool()
	if agent, ok := choose(plan.Method, available(pool, agents), turn); ok && plan.Method != "" && (plan.Method != Fixed || agent.ID == pool[0]) {
		return plan.assign(agent, Outcome(plan.Method), Group{})
	}
	if agent, ok := choose(LeastLoaded, available(plan.Team.Members, agents), turn); ok {
		return plan.assign(agent, ByTeam, plan.Team)
	}
	if agent, ok := choose(LeastLoaded, available(plan.Department.Members, agents), turn); ok {
		return plan.assign(agent, ByDepartment, plan.Department)
	}
	// Others of a fixed or unknown method's agents are better than nobody.
	if agent, ok := choose(LeastLoaded, available(pool, agents), turn); ok {
		return plan.assign(agent, ByLeastLoaded, Group{})
	}
	return Decision{Why: plan.explain(Nobody, plan.Department)}
}

func (p Plan) assign(agent Agent, outcome Outcome, group Group) Decision {
	why := p.explain(outcome, group)
	why.Agent = agent.Name
	return Decision{Assignee: agent, Assigned: true, Why: why}
}

func (p Plan) explain(outcome Outcome, group Group) Explanation {
	return Explanation{Outcome: outcome, Plan: p.Name, TopicID: p.TopicID, ByRule: p.ByRule, Group: group.Name, DepartmentID: group.ID}
}

func (p Plan) pool() []string {
	switch {
	case len(p.Agents) > 0:
		return p.Agents
	case len(p.Team.Members) > 0:
		return p.Team.Members
	default:
		return p.Department.Members
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

func choose(method Method, there []Agent, turn uint64) (Agent, bool) {
	if len(there) == 0 {
		return Agent{}, false
	}
	switch method {
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
