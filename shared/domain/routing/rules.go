package routing

import (
	"slices"
	"strings"

	"mesa/shared/domain/fold"
)

// Rule is a routing rule of the administrators. The first enabled rule whose condition a ticket meets applies.
type Rule struct {
	ID      string
	Name    string
	Enabled bool
	When    Condition
	// DepartmentID is the department to which the ticket is moved. If it is empty, the ticket stays in its department.
	DepartmentID string
	Method       Method
	// AgentIDs are the agents from whom the method chooses. If the list is empty, it chooses from the team or, without a team,
	// from the department.
	AgentIDs []string
	// TeamID is the team, which is the fallback before the department, or "". A rule with neither a department nor a team uses the
	// topic's team.
	TeamID string
}

// Rules is a version of the ordered list of rules.
type Rules struct {
	Version int64
	List    []Rule
}

// Facts holds the attributes of a ticket that conditions compare.
type Facts struct{ TopicID, Entity, OrganizationID, Subject string }

// Condition selects the tickets to which a rule applies. A ticket must meet each part that is set. An empty condition selects
// all tickets.
type Condition struct {
	TopicIDs        []string
	Entities        []string
	OrganizationIDs []string
	// Words are words or phrases. The subject must contain at least one, or all if AllWords is set. Accents and case are
	// ignored.
	Words    []string
	AllWords bool
}

// Part is the reason why a rule does not apply to a ticket: the rule is disabled, or the ticket does not meet a part of its
// condition.
type Part string

// The parts, in the order of comparison. Met means that the rule is enabled and that the ticket meets all parts.
const (
	Met              Part = ""
	DisabledPart     Part = "disabled"
	TopicPart        Part = "topic"
	EntityPart       Part = "entity"
	OrganizationPart Part = "organization"
	WordsPart        Part = "words"
)

// Unmet returns the first part of the condition that the facts do not meet, or Met if they meet all parts.
func (c Condition) Unmet(f Facts) Part {
	allows := func(set []string, value string) bool { return len(set) == 0 || slices.Contains(set, value) }
	switch {
	case !allows(c.TopicIDs, f.TopicID):
		return TopicPart
	case !allows(c.Entities, f.Entity):
		return EntityPart
	case !allows(c.OrganizationIDs, f.OrganizationID):
		return OrganizationPart
	case !c.subjectMatches(f.Subject):
		return WordsPart
	default:
		return Met
	}
}

func (c Condition) subjectMatches(subject string) bool {
	if len(c.Words) == 0 {
		return true
	}
	spaced := spacedWords(subject)
	contains := func(phrase string) bool { return strings.Contains(spaced, spacedWords(phrase)) }
	if c.AllWords {
		return !slices.ContainsFunc(c.Words, func(phrase string) bool { return !contains(phrase) })
	}
	return slices.ContainsFunc(c.Words, contains)
}

// spacedWords returns the folded words of a text, with a space before and after each word. The result for a phrase is a
// substring of the result for a text if and only if the text contains the words of the phrase consecutively.
func spacedWords(text string) string {
	return " " + strings.Join(fold.Words(text), " ") + " "
}

// HasWords reports whether a phrase contains at least one word.
func HasWords(phrase string) bool { return len(fold.Words(phrase)) > 0 }

// RuleResult is the result of comparing a ticket with one rule.
type RuleResult struct {
	RuleID string
	// Unmet is the reason why the rule does not apply. It is Met for the rule that applies.
	Unmet Part
}

// FirstMatch returns the first enabled rule whose condition the facts meet, and the results for that rule and all rules before
// it. If found is false, the routing of the topic applies.
func (r Rules) FirstMatch(f Facts) (rule Rule, found bool, considered []RuleResult) {
	for _, rule := range r.List {
		unmet := DisabledPart
		if rule.Enabled {
			unmet = rule.When.Unmet(f)
		}
		considered = append(considered, RuleResult{RuleID: rule.ID, Unmet: unmet})
		if unmet == Met {
			return rule, true, considered
		}
	}
	return Rule{}, false, considered
}
