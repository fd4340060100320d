package routing_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
)

func directory(agents ...routing.Agent) map[string]routing.Agent {
	all := map[string]routing.Agent{}
	for _, agent := range agents {
		all[agent.ID] = agent
	}
	return all
}

func TestDecide(t *testing.T) {
	ana := routing.Agent{ID: "ana", Name: "Ana", Open: 3}
	beto := routing.Agent{ID: "beto", Name: "Beto", Open: 1}
	carla := routing.Agent{ID: "carla", Name: "Carla", Open: 1}
	away := func(agent routing.Agent) routing.Agent { agent.Away = true; return agent }
	team := routing.Group{Name: "SISAI", Members: []string{"beto", "carla"}}
	department := routing.Group{Name: "Soporte", Members: []string{"ana", "beto", "carla"}}
	topic := func(rule routing.Method, agents ...string) routing.Plan {
		return routing.Plan{Name: "SIPOT", Method: rule, Agents: agents, Team: team, Department: department}
	}
	for _, c := range []struct {
		name   string
		topic  routing.Plan
		agents map[string]routing.Agent
		turn   uint64
		want   string
		reason string
	}{
		{"fixed", topic(routing.Fixed, "ana"), directory(ana, beto, carla), 7, "ana", "Asignado a Ana por la regla del tema SIPOT: agente fijo."},
		{"fixed, away", topic(routing.Fixed, "ana"), directory(away(ana), beto, carla), 0, "beto", "Asignado a Beto, del equipo SISAI, porque nadie de la regla del tema SIPOT está disponible."},
		{"fixed, unknown agent", topic(routing.Fixed, "zoe"), directory(ana, beto, carla), 1, "carla", "Asignado a Carla, del equipo SISAI, porque nadie de la regla del tema SIPOT está disponible."},
		{"fixed, away, other agents listed", routing.Plan{Name: "SIPOT", Method: routing.Fixed, Agents: []string{"ana", "beto"}}, directory(away(ana), beto), 0, "beto", "Asignado a Beto por la regla del tema SIPOT: menos tickets abiertos."},
		{"team away", topic(routing.Fixed, "zoe"), directory(ana, away(beto), away(carla)), 0, "ana", "Asignado a Ana, del departamento Soporte, porque nadie de la regla del tema SIPOT está disponible."},
		{"all away", topic(routing.Fixed, "ana"), directory(away(ana), away(beto), away(carla)), 0, "", "Sin asignar: nadie del departamento Soporte está disponible."},
		{"round robin, turn 0", topic(routing.RoundRobin, "ana", "beto"), directory(ana, beto, carla), 0, "ana", "Asignado a Ana por la regla del tema SIPOT: por turnos."},
		{"round robin, turn 1", topic(routing.RoundRobin, "ana", "beto"), directory(ana, beto, carla), 1, "beto", "Asignado a Beto por la regla del tema SIPOT: por turnos."},
		{"round robin skips away agents", topic(routing.RoundRobin, "ana", "beto"), directory(away(ana), beto, carla), 0, "beto", "Asignado a Beto por la regla del tema SIPOT: por turnos."},
		{"round robin of the team", topic(routing.RoundRobin), directory(ana, beto, carla), 1, "carla", "Asignado a Carla por la regla del tema SIPOT: por turnos."},
		{"least loaded", topic(routing.LeastLoaded, "ana", "beto"), directory(ana, beto, carla), 0, "beto", "Asignado a Beto por la regla del tema SIPOT: menos tickets abiertos."},
		{"least loaded, ties in turn", topic(routing.LeastLoaded), directory(ana, beto, carla), 1, "carla", "Asignado a Carla por la regla del tema SIPOT: menos tickets abiertos."},
		{"no method", topic(""), directory(ana, beto, carla), 0, "beto", "Asignado a Beto, del equipo SISAI, porque nadie de la regla del tema SIPOT está disponible."},
		{"empty plan", routing.Plan{}, nil, 0, "", "Sin asignar: nadie del departamento  está disponible."},
	} {
		got := routing.Decide(c.topic, c.agents, c.turn)
		if got.Assignee.ID != c.want || got.Assigned != (c.want != "") {
			t.Errorf("%s: %+v", c.name, got)
		}
		if diff := cmp.Diff(c.reason, got.Explanation.Message().In(locale.Spanish)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

var anyIDs = rapid.SliceOfDistinct(rapid.StringMatching(`[a-f]`), rapid.ID[string])

var anyTopic = rapid.Custom(func(t *rapid.T) routing.Plan {
	return routing.Plan{
		Method:     rapid.SampledFrom([]routing.Method{"", routing.Fixed, routing.RoundRobin, routing.LeastLoaded, "unknown"}).Draw(t, "rule"),
		Agents:     anyIDs.Draw(t, "agents"),
		Team:       routing.Group{Members: anyIDs.Draw(t, "team")},
		Department: routing.Group{Members: anyIDs.Draw(t, "department")},
	}
})

var anyDirectory = rapid.Custom(func(t *rapid.T) map[string]routing.Agent {
	all := map[string]routing.Agent{}
	for _, id := range anyIDs.Draw(t, "known") {
		all[id] = routing.Agent{ID: id, Away: rapid.Bool().Draw(t, "away"), Open: rapid.IntRange(0, 3).Draw(t, "open")}
	}
	return all
})

func TestDecideAssignsIfAnAgentIsAvailable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		topic, agents, turn := anyTopic.Draw(t, "topic"), anyDirectory.Draw(t, "agents"), rapid.Uint64().Draw(t, "turn")
		got := routing.Decide(topic, agents, turn)
		available := false
		for _, id := range slices.Concat(topic.Agents, topic.Team.Members, topic.Department.Members) {
			agent, known := agents[id]
			available = available || known && !agent.Away
		}
		if got.Assigned != available {
			t.Fatalf("assigned: %v, an agent is available: %v", got.Assigned, available)
		}
		if got.Assigned && (got.Assignee.Away || agents[got.Assignee.ID] != got.Assignee) {
			t.Fatalf("assigned to %+v", got.Assignee)
		}
		if why := got.Explanation.Message(); why.In(locale.English) == why.Key {
			t.Fatalf("the explanation has no text: %+v", why)
		}
	})
}

func TestRoundRobinIsFair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "agents")
		topic, agents, availableCount := routing.Plan{Method: routing.RoundRobin}, map[string]routing.Agent{}, 0
		for i := range n {
			id := fmt.Sprint(i)
			away := i > 0 && rapid.Bool().Draw(t, "away")
			agents[id] = routing.Agent{ID: id, Away: away, Open: rapid.IntRange(0, 9).Draw(t, "open")}
			topic.Agents = append(topic.Agents, id)
			if !away {
				availableCount++
			}
		}
		rounds := rapid.IntRange(1, 5).Draw(t, "rounds")
		start := rapid.Uint64Range(0, 1<<40).Draw(t, "start")
		assigned := map[string]int{}
		for i := range rounds * availableCount {
			assigned[routing.Decide(topic, agents, start+uint64(i)).Assignee.ID]++
		}
		for id, agent := range agents {
			if !agent.Away && assigned[id] != rounds || agent.Away && assigned[id] != 0 {
				t.Fatalf("agent %s (away: %v) got %d tickets in %d rounds", id, agent.Away, assigned[id], rounds)
			}
		}
	})
}

func TestLeastLoadedBalancesLoads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		topic := routing.Plan{Method: routing.LeastLoaded, Agents: []string{"a", "b", "c"}}
		agents := directory(routing.Agent{ID: "a"}, routing.Agent{ID: "b"}, routing.Agent{ID: "c"})
		for turn := range uint64(rapid.IntRange(1, 40).Draw(t, "tickets")) {
			chosen := routing.Decide(topic, agents, turn).Assignee
			chosen.Open++
			agents[chosen.ID] = chosen
		}
		minimum, maximum := 1<<30, 0
		for _, agent := range agents {
			minimum, maximum = min(minimum, agent.Open), max(maximum, agent.Open)
		}
		if maximum-minimum > 1 {
			t.Fatalf("loads %v", agents)
		}
	})
}
