package routing

import (
	"slices"
	"strings"
	"unicode"

	"mesa/shared/domain/fold"
)

// Rule is a routing rule of the administrators. The first enabled rule whose condition a ticket meets decides.
type Rule struct {
	ID      string
	Name    string
	Enabled bool
	When    Condition
	// DepartmentID is the department to which the ticket goes; empty means that of its topic.
	DepartmentID string
	Method       Method
	// AgentIDs are those among whom the method chooses; empty means the team, or the department without a team.
	AgentIDs []string
	// Team is the fallback before the department. A rule without a department and a team has the team of the topic.
	TeamName string
	TeamIDs  []string
}

// Rules are the rules in their order, at one version.
type Rules struct {
	Version int64
	List    []Rule
}

// Facts are the attributes of a ticket that conditions compare.
type Facts struct{ TopicID, Entity, OrganizationID, Subject string }

// Condition selects the tickets of a rule. A ticket must meet each part that is set. An empty condition selects all tickets.
type Condition struct {
	TopicIDs        []string
	Entities        []string
	OrganizationIDs []string
	// Words are words or phrases, of which the subject must have one, or all with AllWords. Accents and case do not matter.
	Words    []string
	AllWords bool
}

// Part is the part of a rule that a ticket does not meet.
type Part string

// The parts, in the order in which they are compared. Met is none.
const (
	Met              Part = ""
	DisabledPart     Part = "disabled"
	TopicPart        Part = "topic"
	EntityPart       Part = "entity"
	OrganizationPart Part = "organization"
	WordsPart        Part = "words"
)

// Unmet returns the first part of the condition that the facts do not meet; Met if they meet all.
func (c Condition) Unmet(f Facts) Part {
	amongst := func(set []string, value string) bool { return len(set) == 0 || slices.Contains(set, value) }
	switch {
	case !amongst(c.TopicIDs, f.TopicID):
		return TopicPart
	case !amongst(c.Entities, f.Entity):
		return EntityPart
	case !amongst(c.OrganizationIDs, f.OrganizationID):
		return OrganizationPart
	case !c.wordsIn(f.Subject):
		return WordsPart
	default:
		return Met
	}
}

func (c Condition) wordsIn(subject string) bool {
	if len(c.Words) == 0 {
		return true
	}
	said := spaced(subject)
	has := func(phrase string) bool { return strings.Contains(said, spaced(phrase)) }
	if c.AllWords {
		return !slices.ContainsFunc(c.Words, func(phrase string) bool { return !has(phrase) })
	}
	return slices.ContainsFunc(c.Words, has)
}

// spaced returns the folded words of a text, each with a space before and after it, so that a phrase is a substring exactly if the
// text has its whole words in a row.
func spaced(text string) string {
	words := strings.FieldsFunc(fold.Text(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(words, " ") + " "
}

// HasWords reports whether a phrase has a word to compare.
func HasWords(phrase string) bool { return len(spaced(phrase)) > len("  ") }

// Considered is the result of comparing a ticket with a rule.
type Considered struct {
	RuleID string
	// Unmet is why the rule did not decide; Met for the one that did.
	Unmet Part
}

// First returns the first enabled rule whose condition the facts meet, and the results of the rules up to it. If there is none, the
// routing of the topic decides.
func (r Rules) First(f Facts) (rule Rule, found bool, looked []Considered) {
	for _, rule := range r.List {
		unmet := DisabledPart
		if rule.Enabled {
			unmet = rule.When.Unmet(f)
		}
		looked = append(looked, Considered{RuleID: rule.ID, Unmet: unmet})
		if unmet == Met {
			return rule, true, looked
		}
	}
	return Rule{}, false, looked
}
