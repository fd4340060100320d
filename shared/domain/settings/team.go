package settings

import (
	"slices"

	"mesa/shared/domain/routing"
)

// Team is a named list of agents to which topics and routing rules refer (N10). Routing chooses from the team if no agent of the
// topic or the rule is available, before it chooses from the department (D1).
type Team struct {
	ID string
	// Version counts the changes from 1.
	Version   int64
	Name      Text
	MemberIDs []string
	// Retired reports that topics and rules cannot refer to the team.
	Retired bool
}

// Team returns the team with the given identifier.
func (c Configuration) Team(id string) (Team, bool) {
	return find(c.Teams, func(team Team) bool { return team.ID == id })
}

// UsesDepartment reports whether an active topic or an enabled rule assigns tickets to a department. Such a department cannot be
// retired.
func (c Configuration) UsesDepartment(id string, rules routing.Rules) bool {
	return slices.ContainsFunc(c.Topics, func(topic Topic) bool { return topic.Active && topic.DepartmentID == id }) ||
		slices.ContainsFunc(rules.List, func(rule routing.Rule) bool { return rule.Enabled && rule.DepartmentID == id })
}

// UsesTeam reports whether an active topic or an enabled rule refers to a team. Such a team cannot be retired.
func (c Configuration) UsesTeam(id string, rules routing.Rules) bool {
	return slices.ContainsFunc(c.Topics, func(topic Topic) bool { return topic.Active && topic.Routing.TeamID == id }) ||
		slices.ContainsFunc(rules.List, func(rule routing.Rule) bool { return rule.Enabled && rule.TeamID == id })
}
