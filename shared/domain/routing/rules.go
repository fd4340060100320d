package routing

import (
	"slices"
	"strings"
	"unicode"

	"mesa/shared/domain/fold"
)

// Rule is one of the rules that an administrator lays down, in an order: the
// first that is enabled and whose condition a ticket meets decides about it.
type Rule struct {
	ID      string
	Name    string
	Enabled bool
	When    Condition
	// DepartmentID is where the ticket goes; empty leaves it in its topic's.
	DepartmentID string
	Method       Method
	// AgentIDs are who the method chooses among; empty stands for the team, or else the department.
	AgentIDs []string
	// Team is who to fall back on before the department. Without one of its own, a rule that
	// leaves the ticket in its topic's department falls back on the topic's.
	TeamName string
	TeamIDs  []string
}

// Rules are an administrator's rules in their order, at one version: each change makes the next.
type Rules struct {
	Version int64
	List    []Rule
}

// Facts are what rules look at of a ticket.
type Facts struct{ TopicID, Entity, OrganizationID, Subject string }

// Condition is what a ticket has to be for a rule to decide about it. Each part
// that is set must be met; without any, every ticket meets it.
type Condition struct {
	TopicIDs        []string
	Entities        []string
	OrganizationIDs []string
	// Words are words or phrases of the subject, compared whole and without regard to
	// accents and case: any of them, or all where AllWords is set.
	Words    []string
	AllWords bool
}

// Part names what keeps a rule from deciding about a ticket.
type Part string

// The parts, in the order they are looked at. Met is none.
const (
	Met              Part = ""
	DisabledPart     Part = "disabled"
	TopicPart        Part = "topic"
	EntityPart       Part = "entity"
	OrganizationPart Part = "organization"
	WordsPart        Part = "words"
)

// Unmet returns the first part of the condition that the facts don't meet, or Met.
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

// spaced are the folded words of a text with one blank before, between and after them, so that a phrase is found as a part
// of a text exactly where its words stand whole and side by side.
func spaced(text string) string {
	words := strings.FieldsFunc(fold.Text(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(words, " ") + " "
}

// HasWords reports whether a phrase has a word that a subject can be searched for.
func HasWords(phrase string) bool { return len(spaced(phrase)) > len("  ") }

// Considered is what became of one rule when a ticket was held against it.
type Considered struct {
	RuleID string
	// Unmet is why it did not decide; Met for the one that did.
	Unmet Part
}

// First returns the first enabled rule whose condition the facts meet, and what became of the rules up to it. Without one,
// the topic's own rule decides.
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
