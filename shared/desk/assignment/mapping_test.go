package assignment

import (
	"testing"

	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/fieldtest"
)

func TestEveryFieldOfARuleIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(rules routing.Rules) any { return rulesOf(rules) }))
}

func TestEveryFieldOfAnOutcomeIsShown(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(o Outcome) any {
		first := o
		first.Explanation.Replaced = "" // the first assignment has another text
		return []any{
			answerOf(o, settings.Configuration{}, locale.Spanish), answerOf(o, settings.Configuration{}, locale.English),
			answerOf(first, settings.Configuration{}, locale.Spanish), answerOf(first, settings.Configuration{}, locale.English),
		}
	}, fieldtest.Either(routing.ByTeam, routing.Nobody)),
		"Assignee.Away", "Assignee.Open", // an assignee is always available
		"Explanation.TopicID", "Explanation.DepartmentID", "Explanation.TeamID", // the response has names instead
		"Department.Order", "Department.Version", "Department.Retired",
		// The page reads the rules with list-routing-rules.
		"Rule.Name", "Rule.Enabled", "Rule.When.TopicIDs", "Rule.When.Entities", "Rule.When.OrganizationIDs", "Rule.When.Words", "Rule.When.AllWords",
		"Rule.DepartmentID", "Rule.Method", "Rule.AgentIDs", "Rule.TeamID",
	)
}
