package routing

import "mesa/shared/domain/locale"

// Outcome is how a decision found the assignee.
type Outcome string

// The outcomes: by the method of the plan, by a fallback, or nobody.
const (
	ByFixed       Outcome = Outcome(Fixed)
	ByRoundRobin  Outcome = Outcome(RoundRobin)
	ByLeastLoaded Outcome = Outcome(LeastLoaded)
	ByTeam        Outcome = "team"
	ByDepartment  Outcome = "department"
	Nobody        Outcome = "unassigned"
)

// Explanation is why a ticket was assigned as it was. Entries store it.
type Explanation struct {
	Outcome Outcome `json:"outcome"`
	// Plan is the name of the rule, or of the topic if ByRule is false.
	Plan string `json:"plan"`
	// TopicID is the topic's identifier; empty if ByRule is true, and in entries older than this attribute.
	TopicID string `json:"topicId,omitempty"`
	ByRule  bool   `json:"byRule"`
	// Agent is the name of the assignee; empty if the outcome is Nobody.
	Agent string `json:"agent"`
	// Group is the name of the team or the department that was the fallback.
	Group string `json:"group"`
	// DepartmentID is the department's identifier if Group is one; empty in entries older than this attribute.
	DepartmentID string `json:"departmentId,omitempty"`
}

// Message returns the explanation as a text of the catalogs.
func (e Explanation) Message() locale.Message {
	plan, by := locale.With("topic", e.Plan), ""
	if e.ByRule {
		plan, by = locale.With("rule", e.Plan), "rule-"
	}
	return locale.Say("routing."+by+string(e.Outcome),
		locale.With("agent", e.Agent), locale.With("team", e.Group), locale.With("department", e.Group), plan)
}
