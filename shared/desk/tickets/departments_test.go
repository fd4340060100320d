package tickets_test

import (
	"fmt"
	"strings"
	"testing"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
)

// TestCostOfListsOfManyDepartments checks the cost of the first page of each queue for a supervisor, who sees all departments,
// on a desk with 50 departments. docs/architecture.md records the cost with full pages in all departments. DynamoDB Local does
// not charge for a query without results; AWS charges 0.5 units.
func TestCostOfListsOfManyDepartments(t *testing.T) {
	const departments = 50
	onTable(t, func(t *testing.T, r *rig) {
		config := settings.Configuration{Settings: settingstest.Mexico()}
		for i := range departments {
			id := fmt.Sprintf("d%03d", i)
			config.Departments = append(config.Departments, settings.Department{ID: id, Name: settings.Text{Spanish: id}})
			config.Topics = append(config.Topics, settings.Topic{
				ID: id, Name: settings.Text{Spanish: id}, DepartmentID: id, Public: true, Active: true, Routing: settings.Routing{Method: routing.LeastLoaded},
			})
		}
		r.requireNoError(r.Table.Settings.PutConfiguration(t.Context(), config))
		supervisor := account.Person{ID: "supervisora", Username: "supervisora", Name: "Supervisora", Email: "supervisora@mesa.example", Role: account.Supervisor, Language: locale.Spanish}
		r.SignIn(supervisor)
		r.emptyCaches()
		for i := range departments {
			r.loadTickets(usuario, 2, func(n *api.NewTicket) { n.TopicId = fmt.Sprintf("d%03d", i) })
		}
		r.Request("list-tickets", supervisor, "/tickets", nil) // fills the cache of the settings
		for query, rounds := range map[string]int{
			"queue=open": 2, "queue=unassigned": 2, "queue=today": 2, "queue=overdue": 2, "queue=resolved": 2, "queue=all": 2,
			"queue=open&sort=activity": 2, "queue=open&priority=none": 2, "q=prueba": 3,
		} {
			listed := r.Request("list-tickets", supervisor, "/tickets?limit=25&"+query, nil)
			read[api.TicketPage](r, listed, 200)
			r.checkRounds(listed, rounds)
			// 1 unit for the session, and for each department 1 for its two items of counts and at most 0.5 for its tickets. A search
			// reads a word of each department twice, as a word and as a prefix.
			limit := 1 + 1.5*departments
			if strings.HasPrefix(query, "q=") {
				limit += 0.5 * departments
			}
			if listed.Cost.ReadUnits > limit {
				t.Errorf("%d departments, %s: %+v, want at most %.0f units", departments, query, listed.Cost, limit)
			}
		}
	})
}
