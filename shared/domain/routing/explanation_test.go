package routing_test

import (
	"strings"
	"testing"

	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
)

func TestEveryOutcomeIsExplained(t *testing.T) {
	for _, outcome := range []routing.Outcome{routing.ByFixed, routing.ByRoundRobin, routing.ByLeastLoaded, routing.ByTeam, routing.ByDepartment, routing.Nobody} {
		for _, byRule := range []bool{false, true} {
			why := routing.Explanation{Outcome: outcome, Plan: "SIPOT", ByRule: byRule, Agent: "Ana", Group: "Norte"}.Message()
			for _, language := range locale.Languages() {
				if text := why.In(language); text == why.Key || strings.Contains(text, "{") {
					t.Errorf("%s, by rule %t, in %s: %q", outcome, byRule, language, text)
				}
			}
		}
	}
}

func TestReplacementIsExplained(t *testing.T) {
	for outcome, want := range map[routing.Outcome]string{
		routing.ByTeam: "Bruno is not available; the ticket was assigned to Ana.",
		routing.Nobody: "Unassigned: neither Bruno nor anyone else in Norte is available.",
	} {
		got := routing.Explanation{Outcome: outcome, Agent: "Ana", Group: "Norte", Replaced: "Bruno"}.Message().In(locale.English)
		if got != want {
			t.Errorf("%s: %q", outcome, got)
		}
	}
}
