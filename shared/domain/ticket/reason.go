package ticket

import "mesa/shared/domain/locale"

// Reason is why the system did something, or the reason that an agent gave: a text of the locale catalog. Only staff see it.
type Reason struct {
	Key string
	// Args are the values of the text's placeholders, in the order of reasonPlaceholders.
	Args []string
}

// reasonPlaceholders are the names of the arguments that entries store, in their order.
var reasonPlaceholders = map[string][]string{
	"routing.fixed":             {"agent", "topic"},
	"routing.round-robin":       {"agent", "topic"},
	"routing.least-loaded":      {"agent", "topic"},
	"routing.team":              {"agent", "team", "topic"},
	"routing.department":        {"agent", "department", "topic"},
	"routing.unassigned":        {"department", "topic"},
	"routing.rule-fixed":        {"agent", "rule"},
	"routing.rule-round-robin":  {"agent", "rule"},
	"routing.rule-least-loaded": {"agent", "rule"},
	"routing.rule-team":         {"agent", "team", "rule"},
	"routing.rule-department":   {"agent", "department", "rule"},
	"routing.rule-unassigned":   {"department", "rule"},
	"routing.given":             {"reason"},
	"reason.auto-closed":        {"count"},
}

// ReasonOf returns the reason that a message gives. Its values are in the order of reasonPlaceholders.
func ReasonOf(m locale.Message) Reason {
	reason := Reason{Key: m.Key}
	for _, value := range m.Values {
		reason.Args = append(reason.Args, value.Text)
	}
	return reason
}

// Message returns the reason as a text of the catalog.
func (r Reason) Message() locale.Message {
	m := locale.Message{Key: r.Key}
	for i, name := range reasonPlaceholders[r.Key] {
		if i < len(r.Args) {
			m.Values = append(m.Values, locale.With(name, r.Args[i]))
		}
	}
	return m
}
