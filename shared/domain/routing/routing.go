// Package routing decides to whom a ticket is assigned (D1, N3). The first enabled rule of the administrators whose condition
// the ticket meets applies, otherwise the routing of the ticket's topic. The package does no I/O: callers pass the rules, the
// agents, their loads and the turn.
package routing

import "slices"

// Method determines how one of several agents is chosen.
type Method string

// The methods (D1). If a plan has no method, routing begins with the fallbacks: its team, then its department.
const (
	Fixed       Method = "fixed"        // always the same agent
	RoundRobin  Method = "round-robin"  // the agents take turns
	LeastLoaded Method = "least-loaded" // the agent with the fewest open tickets
)

// Valid reports whether m is one of the methods.
func (m Method) Valid() bool { return m == Fixed || m == RoundRobin || m == LeastLoaded }

// Agent is a person to whom tickets can be assigned.
type Agent struct {
	ID   string
	Name string
	Away bool
	// Open is the number of the agent's open tickets.
	Open int
}

// Group is a team or a department. The zero value has no members.
type Group struct {
	// ID is the identifier of the team or department.
	ID   string
	Name string
	// Members are the identifiers of the agents.
	Members []string
}

// Plan is the routing that applies to a ticket, either from a rule or from its topic.
type Plan struct {
	// Name is the name of the rule or the topic.
	Name string
	// TopicID is the identifier of the topic. It is empty if ByRule is true.
	TopicID string
	// ByRule is true if the plan comes from a rule.
	ByRule bool
	Method Method
	// Agents are the identifiers of the agents from whom the method chooses. Fixed chooses the first agent. If the list is
	// empty, the method chooses from the team or, without a team, from the department.
	Agents []string
	// Team and Department are the fallbacks, in this order.
	Team       Group
	Department Group
}

// Decision is the agent to whom a ticket is assigned, and the explanation.
type Decision struct {
	// Assignee is the agent. It is the zero Agent if Assigned is false.
	Assignee Agent
	// Assigned is false if nobody was available. The ticket is then unassigned, and the supervisors get a mail.
	Assigned bool
	// Explanation explains the decision in the ticket's history (D7).
	Explanation Explanation
}

// Candidates returns the identifiers of all agents to whom the plan can assign a ticket, without duplicates. The caller reads
// their loads.
func (p Plan) Candidates() []string {
	all := slices.Concat(p.Agents, p.Team.Members, p.Department.Members)
	slices.Sort(all)
	return slices.Compact(all)
}

// Decide chooses the assignee for a plan. agents maps identifiers to agents; agents who are missing from the map or away are
// not available. turn grows by one with each ticket of the rule or topic. It determines the next agent of a round robin, and
// the agent who is chosen among agents with the same load.
func Decide(plan Plan, agents map[string]Agent, turn uint64) Decision {
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
	// The last choice is an agent of the plan whom the method did not consider: an agent other than the fixed agent, or any
	// agent if the plan has no method.
	if agent, ok := choose(LeastLoaded, available(pool, agents), turn); ok {
		return plan.assign(agent, ByLeastLoaded, Group{})
	}
	return Decision{Explanation: plan.explain(Nobody, plan.Department)}
}

func (p Plan) assign(agent Agent, outcome Outcome, group Group) Decision {
	explanation := p.explain(outcome, group)
	explanation.Agent = agent.Name
	return Decision{Assignee: agent, Assigned: true, Explanation: explanation}
}

func (p Plan) explain(outcome Outcome, group Group) Explanation {
	explanation := Explanation{Outcome: outcome, Plan: p.Name, TopicID: p.TopicID, ByRule: p.ByRule, Group: group.Name}
	if outcome == ByTeam {
		explanation.TeamID = group.ID
	} else {
		explanation.DepartmentID = group.ID
	}
	return explanation
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

// available returns the agents who are not away, without duplicates, in the order of ids.
func available(ids []string, agents map[string]Agent) []Agent {
	seen := make(map[string]bool, len(ids))
	present := make([]Agent, 0, len(ids))
	for _, id := range ids {
		agent, known := agents[id]
		if known && !agent.Away && !seen[id] {
			seen[id] = true
			present = append(present, agent)
		}
	}
	return present
}

func choose(method Method, agents []Agent, turn uint64) (Agent, bool) {
	if len(agents) == 0 {
		return Agent{}, false
	}
	switch method {
	case Fixed:
		return agents[0], true
	case RoundRobin:
		return agents[turn%uint64(len(agents))], true
	case LeastLoaded:
		return leastLoaded(agents, turn), true
	default:
		return Agent{}, false
	}
}

func leastLoaded(agents []Agent, turn uint64) Agent {
	ties := agents[:0:0]
	for _, agent := range agents {
		switch {
		case len(ties) == 0 || agent.Open < ties[0].Open:
			ties = append(ties[:0], agent)
		case agent.Open == ties[0].Open:
			ties = append(ties, agent)
		}
	}
	return ties[turn%uint64(len(ties))]
}
