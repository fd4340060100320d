package routing_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mesa/shared/domain/routing"
)

func TestCondition(t *testing.T) {
	facts := routing.Facts{TopicID: "sisai", Entity: "HIDALGO", OrganizationID: "itaih", Subject: "No aparece la Solicitud 1305-2026 en la bandeja de Turnado"}
	for _, c := range []struct {
		name string
		when routing.Condition
		want routing.Part
	}{
		{"empty condition", routing.Condition{}, routing.Met},
		{"the ticket's topic", routing.Condition{TopicIDs: []string{"sipot", "sisai"}}, routing.Met},
		{"another topic", routing.Condition{TopicIDs: []string{"sipot"}}, routing.TopicPart},
		{"a prefix of the topic's identifier", routing.Condition{TopicIDs: []string{"sis"}}, routing.TopicPart},
		{"the ticket's entity", routing.Condition{Entities: []string{"HIDALGO"}}, routing.Met},
		{"another entity", routing.Condition{Entities: []string{"JALISCO", "PUEBLA"}}, routing.EntityPart},
		{"the ticket's organization", routing.Condition{OrganizationIDs: []string{"itaih"}}, routing.Met},
		{"another organization", routing.Condition{OrganizationIDs: []string{"itei"}}, routing.OrganizationPart},
		{"a word", routing.Condition{Words: []string{"solicitud"}}, routing.Met},
		{"a word in capitals with accents", routing.Condition{Words: []string{"SOLICITÚD"}}, routing.Met},
		{"a part of a word", routing.Condition{Words: []string{"solicit"}}, routing.WordsPart},
		{"a longer word", routing.Condition{Words: []string{"solicitudes"}}, routing.WordsPart},
		{"the first word", routing.Condition{Words: []string{"no"}}, routing.Met},
		{"the last word", routing.Condition{Words: []string{"turnado"}}, routing.Met},
		{"a number", routing.Condition{Words: []string{"1305"}}, routing.Met},
		{"a number with its hyphen", routing.Condition{Words: []string{"1305-2026"}}, routing.Met},
		{"a phrase", routing.Condition{Words: []string{"bandeja de turnado"}}, routing.Met},
		{"a phrase with other punctuation", routing.Condition{Words: []string{"  bandeja,  de… TURNADO!"}}, routing.Met},
		{"a phrase with a gap", routing.Condition{Words: []string{"bandeja turnado"}}, routing.WordsPart},
		{"a phrase in another order", routing.Condition{Words: []string{"turnado de bandeja"}}, routing.WordsPart},
		{"any of two", routing.Condition{Words: []string{"acuse", "bandeja"}}, routing.Met},
		{"all of two, one missing", routing.Condition{Words: []string{"acuse", "bandeja"}, AllWords: true}, routing.WordsPart},
		{"all of two", routing.Condition{Words: []string{"bandeja", "aparece"}, AllWords: true}, routing.Met},
		{"all words, without words", routing.Condition{AllWords: true}, routing.Met},
		{"all parts", routing.Condition{TopicIDs: []string{"sisai"}, Entities: []string{"HIDALGO"}, OrganizationIDs: []string{"itaih"}, Words: []string{"turnado"}}, routing.Met},
		{"all parts but the topic", routing.Condition{TopicIDs: []string{"x"}, Entities: []string{"HIDALGO"}, Words: []string{"turnado"}}, routing.TopicPart},
		{"all parts but the entity", routing.Condition{TopicIDs: []string{"sisai"}, Entities: []string{"X"}, Words: []string{"turnado"}}, routing.EntityPart},
		{"all parts but the organization", routing.Condition{TopicIDs: []string{"sisai"}, OrganizationIDs: []string{"x"}, Words: []string{"turnado"}}, routing.OrganizationPart},
		{"all parts but the words", routing.Condition{TopicIDs: []string{"sisai"}, Entities: []string{"HIDALGO"}, Words: []string{"acuse"}}, routing.WordsPart},
	} {
		if got := c.when.Unmet(facts); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	withoutOrganization := routing.Facts{TopicID: "sisai", Subject: "Ñandú"}
	for name, c := range map[string]struct {
		when routing.Condition
		want routing.Part
	}{
		"requester without an organization": {routing.Condition{OrganizationIDs: []string{"itei"}}, routing.OrganizationPart},
		"without accents":                   {routing.Condition{Words: []string{"nandu"}}, routing.Met},
		"decomposed":                        {routing.Condition{Words: []string{"n\u0303andu\u0301"}}, routing.Met},
	} {
		if got := c.when.Unmet(withoutOrganization); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestHasWords(t *testing.T) {
	for phrase, want := range map[string]bool{"": false, " ": false, "—…!": false, "a": true, "7": true, "¿no?": true} {
		if got := routing.HasWords(phrase); got != want {
			t.Errorf("%q: %v", phrase, got)
		}
	}
}

func TestFirstMatch(t *testing.T) {
	hidalgo := routing.Condition{Entities: []string{"HIDALGO"}}
	rules := routing.Rules{List: []routing.Rule{
		{ID: "off", Enabled: false, When: hidalgo},
		{ID: "topic", Enabled: true, When: routing.Condition{TopicIDs: []string{"sipot"}}},
		{ID: "entity", Enabled: true, When: hidalgo},
		{ID: "rest", Enabled: true},
		{ID: "never", Enabled: true},
	}}
	for name, c := range map[string]struct {
		facts      routing.Facts
		want       string
		considered []routing.RuleResult
	}{
		"first matching rule":      {routing.Facts{TopicID: "sipot", Entity: "HIDALGO"}, "topic", []routing.RuleResult{{"off", routing.DisabledPart}, {"topic", routing.Met}}},
		"later matching rule":      {routing.Facts{TopicID: "x", Entity: "HIDALGO"}, "entity", []routing.RuleResult{{"off", routing.DisabledPart}, {"topic", routing.TopicPart}, {"entity", routing.Met}}},
		"rule without a condition": {routing.Facts{}, "rest", []routing.RuleResult{{"off", routing.DisabledPart}, {"topic", routing.TopicPart}, {"entity", routing.EntityPart}, {"rest", routing.Met}}},
	} {
		rule, found, considered := rules.FirstMatch(c.facts)
		if diff := cmp.Diff(c.considered, considered); !found || rule.ID != c.want || diff != "" {
			t.Errorf("%s: %q, %s", name, rule.ID, diff)
		}
	}
	if _, found, considered := (routing.Rules{List: rules.List[:2]}).FirstMatch(routing.Facts{}); found || len(considered) != 2 {
		t.Errorf("no rule matches: %v, %v", found, considered)
	}
	if _, found, considered := (routing.Rules{}).FirstMatch(routing.Facts{}); found || considered != nil {
		t.Errorf("no rules: %v, %v", found, considered)
	}
}

func TestExplanationsOfRules(t *testing.T) {
	ana, beto := routing.Agent{ID: "ana", Name: "Ana"}, routing.Agent{ID: "beto", Name: "Beto"}
	away := func(agent routing.Agent) routing.Agent { agent.Away = true; return agent }
	plan := func(method routing.Method) routing.Plan {
		return routing.Plan{
			Name: "Hidalgo a Ana", ByRule: true, Method: method, Agents: []string{"ana"},
			Team: routing.Group{Name: "Norte", Members: []string{"beto"}}, Department: routing.Group{Name: "Soporte", Members: []string{"beto"}},
		}
	}
	withoutTeam := plan(routing.Fixed)
	withoutTeam.Team = routing.Group{}
	for name, c := range map[string]struct {
		plan   routing.Plan
		agents map[string]routing.Agent
		es, en string
	}{
		"fixed":        {plan(routing.Fixed), directory(ana, beto), "Asignado a Ana por la regla «Hidalgo a Ana»: agente fijo.", "Assigned to Ana by the rule “Hidalgo a Ana”: fixed agent."},
		"in turn":      {plan(routing.RoundRobin), directory(ana, beto), "Asignado a Ana por la regla «Hidalgo a Ana»: por turnos.", "Assigned to Ana by the rule “Hidalgo a Ana”: agents take turns."},
		"least loaded": {plan(routing.LeastLoaded), directory(ana, beto), "Asignado a Ana por la regla «Hidalgo a Ana»: menos tickets abiertos.", "Assigned to Ana by the rule “Hidalgo a Ana”: fewest open tickets."},
		"team":         {plan(routing.Fixed), directory(away(ana), beto), "Asignado a Beto, del equipo Norte, porque nadie de la regla «Hidalgo a Ana» está disponible.", "Assigned to Beto, from the team Norte, because nobody in the rule “Hidalgo a Ana” is available."},
		"department":   {withoutTeam, directory(away(ana), beto), "Asignado a Beto, del departamento Soporte, porque nadie de la regla «Hidalgo a Ana» está disponible.", "Assigned to Beto, from the department Soporte, because nobody in the rule “Hidalgo a Ana” is available."},
		"nobody":       {plan(routing.Fixed), directory(away(ana), away(beto)), "Sin asignar: la regla «Hidalgo a Ana» lo lleva al departamento Soporte, donde nadie está disponible.", "Unassigned: the rule “Hidalgo a Ana” sends it to the department Soporte, where nobody is available."},
	} {
		got := routing.Decide(c.plan, c.agents, 0).Explanation.Message()
		if diff := cmp.Diff([]string{c.es, c.en}, []string{got.In("es"), got.In("en")}); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

var anyFacts = rapid.Custom(func(t *rapid.T) routing.Facts {
	identifier := func(label string) string { return rapid.StringMatching(`[a-c]?`).Draw(t, label) }
	return routing.Facts{TopicID: identifier("topic"), Entity: identifier("entity"), OrganizationID: identifier("organization"), Subject: anySubject.Draw(t, "subject")}
})

var anySubject = rapid.StringMatching(`([abáÉ]{1,2}[ ,.-]{1,2}){0,6}`)

var anyCondition = rapid.Custom(func(t *rapid.T) routing.Condition {
	identifiers := func(label string) []string {
		return rapid.SliceOfN(rapid.StringMatching(`[a-c]`), 0, 3).Draw(t, label)
	}
	return routing.Condition{
		TopicIDs: identifiers("topics"), Entities: identifiers("entities"), OrganizationIDs: identifiers("organizations"),
		Words:    rapid.SliceOfN(rapid.StringMatching(`[abÁe]{1,2}( [ab])?`), 0, 3).Draw(t, "words"),
		AllWords: rapid.Bool().Draw(t, "all"),
	}
})

var anyRules = rapid.Custom(func(t *rapid.T) routing.Rules {
	var rules routing.Rules
	for i := range rapid.IntRange(0, 6).Draw(t, "rules") {
		rules.List = append(rules.List, routing.Rule{ID: fmt.Sprint(i), Enabled: rapid.Bool().Draw(t, "enabled"), When: anyCondition.Draw(t, "when")})
	}
	return rules
})

func TestFirstMatchingRuleApplies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules, facts := anyRules.Draw(t, "rules"), anyFacts.Draw(t, "facts")
		chosen, found, considered := rules.FirstMatch(facts)
		for i, rule := range rules.List {
			matches := rule.Enabled && rule.When.Unmet(facts) == routing.Met
			if matches != (found && rule.ID == chosen.ID) {
				t.Fatalf("rule %d matches %v, chosen %q", i, matches, chosen.ID)
			}
			if matches {
				if len(considered) != i+1 {
					t.Fatalf("%d rules considered, rule %d matches", len(considered), i)
				}
				return
			}
		}
		if found || len(considered) != len(rules.List) {
			t.Fatalf("chose %q although no rule matches, %d considered", chosen.ID, len(considered))
		}
	})
}

func TestMoreConditionsMatchFewerTickets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		when, facts := anyCondition.Draw(t, "when"), anyFacts.Draw(t, "facts")
		wider := when
		switch rapid.IntRange(0, 3).Draw(t, "part") {
		case 0:
			wider.TopicIDs = nil
		case 1:
			wider.Entities = nil
		case 2:
			wider.OrganizationIDs = nil
		default:
			wider.Words = nil
		}
		if when.Unmet(facts) == routing.Met && wider.Unmet(facts) != routing.Met {
			t.Fatalf("%+v is met, but the wider %+v is not", when, wider)
		}
		when.AllWords = true
		if all := when.Unmet(facts); all == routing.Met && len(when.Words) > 0 {
			when.AllWords = false
			if when.Unmet(facts) != routing.Met {
				t.Fatalf("met with AllWords, but not without: %+v", when)
			}
		}
	})
}

func TestWordsIgnoreCase(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		when, facts := anyCondition.Draw(t, "when"), anyFacts.Draw(t, "facts")
		upperCase := facts
		upperCase.Subject = strings.ToUpper(facts.Subject)
		if when.Unmet(facts) != when.Unmet(upperCase) {
			t.Fatalf("%q and %q have different results for %+v", facts.Subject, upperCase.Subject, when)
		}
		whole := routing.Condition{Words: []string{facts.Subject}}
		if routing.HasWords(facts.Subject) && whole.Unmet(facts) != routing.Met {
			t.Fatalf("%q does not contain itself", facts.Subject)
		}
	})
}
