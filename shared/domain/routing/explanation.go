package routing

import "mesa/shared/domain/locale"

// Outcome is the way in which a decision found the assignee.
type Outcome string

// The outcomes: the method of the plan chose the assignee, a fallback chose the assignee, or nobody was available.
const (
	ByFixed       Outcome = Outcome(Fixed)
	ByRoundRobin  Outcome = Outcome(RoundRobin)
	ByLeastLoaded Outcome = Outcome(LeastLoaded)
	ByTeam        Outcome = "team"
	ByDepartment  Outcome = "department"
	Nobody        Outcome = "unassigned"
)

// Explanation records why a ticket was assigned to its assignee, or why nobody was assigned. Entries store it.
type Explanation struct {
	Outcome Outcome `json:"outcome"`
	// Plan is the name of the rule, or of the topic if ByRule is false.
	Plan string `json:"plan"`
	// TopicID is the identifier of the topic. It is empty if ByRule is true, and in entries that were stored before this
	// attribute existed.
	TopicID string `json:"topicId,omitempty"`
	ByRule  bool   `json:"byRule"`
	// Agent is the name of the assignee. It is empty if the outcome is Nobody.
	Agent string `json:"agent"`
	// Group is the name of the team or department that was used as fallback, or of the department in which nobody was
	// available.
	Group string `json:"group"`
	// DepartmentID is the identifier of the department if Group is a department. It is empty in entries that were stored before
	// this attribute existed.
	DepartmentID string `json:"departmentId,omitempty"`
	// TeamID is the identifier of the team if Group is a team. It is empty in entries that were stored before this attribute
	// existed.
	TeamID string `json:"teamId,omitempty"`
	// Replaced is the name of the previous assignee if they were away or disabled. It is empty for other decisions.
	Replaced ReplacedAgent `json:"replaced,omitempty"`
}

// ReplacedAgent is the name of an assignee whom routing replaced because they were away or disabled.
type ReplacedAgent string

// Message returns the explanation as a message of the catalogs.
func (e Explanation) Message() locale.Message {
	if e.Replaced != "" {
		return e.replacement()
	}
	plan, keyPrefix := locale.With("topic", e.Plan), ""
	if e.ByRule {
		plan, keyPrefix = locale.With("rule", e.Plan), "rule-"
	}
	return locale.NewMessage("routing."+keyPrefix+string(e.Outcome),
		locale.With("agent", e.Agent), locale.With("team", e.Group), locale.With("department", e.Group), plan)
}

func (e Explanation) replacement() locale.Message {
	replaced := locale.With("replaced", e.Replaced)
	if e.Outcome == Nobody {
		return locale.NewMessage("routing.replaced-unassigned", replaced, locale.With("department", e.Group))
	}
	return locale.NewMessage("routing.replaced", replaced, locale.With("agent", e.Agent))
}
