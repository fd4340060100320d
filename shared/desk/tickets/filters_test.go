package tickets_test

import (
	"fmt"
	"net/url"
	"slices"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/wiring/wiringtest"
)

func TestFilters(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		opened := r.clock.Clock().Now()
		in := func(topic, entity string) func(*api.NewTicket) {
			return func(n *api.NewTicket) { n.TopicId, n.Entity = topic, entity }
		}
		first := r.createTickets(usuario, 6, in("sipot", "JALISCO"))
		second := r.createTickets(maria, 5, in("sipot", "OAXACA"))
		third := r.createTickets(usuario, 4, in("sisai", "JALISCO"))
		for _, number := range []string{first[0], first[4], second[1], third[2]} {
			r.change(ana, number, map[string]any{"priority": "high"})
		}
		for _, number := range []string{first[5], first[4], second[0]} {
			r.change(ana, number, map[string]any{"status": "resolved"})
		}
		r.change(ana, second[2], map[string]any{"assigneeId": nil})
		r.change(ana, second[3], map[string]any{"addTags": []string{"carga-masiva"}})
		high := []string{first[0], second[1], third[2]}
		hoursAfter := func(hours int) string {
			return url.QueryEscape(opened.Add(time.Duration(hours) * time.Hour).Format(time.RFC3339))
		}
		for query, want := range map[string][]string{
			"queue=open&priority=high":                                                  high,
			"queue=open&priority=high&sort=due":                                         high,
			"queue=open&priority=high&sort=created":                                     reversed(high),
			"queue=open&priority=high&entity=JALISCO":                                   {first[0], third[2]},
			"queue=open&priority=high,none&entity=OAXACA":                               {second[1], second[2], second[3], second[4]},
			"queue=open&tag=carga-masiva":                                               {second[3]},
			"queue=all&tag=carga-masiva,otra":                                           {second[3]},
			"queue=open&agent=none":                                                     {second[2]},
			"queue=open&agent=bruno":                                                    third,
			"queue=all&priority=high":                                                   {third[2], second[1], first[4], first[0]},
			"queue=all&requester=maria&status=resolved":                                 {second[0]},
			"queue=all&requester=maria&status=resolved,open":                            {second[4], second[3], second[2], second[1], second[0]},
			"queue=all&status=waiting,resolved":                                         {second[0], first[5], first[4]},
			"queue=all&status=resolved,closed&priority=high":                            {first[4]},
			"queue=all&createdWithin=1":                                                 {third[3], third[2]},
			"queue=all&createdWithin=366&status=resolved":                               {second[0], first[5], first[4]},
			"queue=resolved&topic=sipot&entity=JALISCO":                                 {first[5], first[4]},
			"queue=all&topic=sipot&department=solicitudes":                              nil,
			"queue=all&department=solicitudes&topic=sisai":                              reversed(third),
			"queue=all&sort=created":                                                    reversed(append(append(slices.Clone(first), second...), third...)),
			"queue=all&createdFrom=" + hoursAfter(7) + "&createdUntil=" + hoursAfter(9): {second[1], second[0]},
			"queue=open&createdFrom=" + hoursAfter(7) + "&createdUntil=" + hoursAfter(9) + "&sort=activity": {second[1]},
			"queue=all&createdFrom=" + hoursAfter(1000):                                                     nil,
			"queue=all&createdUntil=" + hoursAfter(-1000):                                                   nil,
			"queue=all&updatedUntil=" + hoursAfter(3):                                                       {first[1]},
			"q=prueba&priority=high&entity=JALISCO":                                                         {third[2], first[4], first[0]},
			"q=prueba&status=resolved":                                                                      {second[0], first[5], first[4]},
		} {
			checkNumbers(t, query, r.numbers(sofia, query, 50), want)
			if got := r.allPages(sofia, query, 2); !slices.Equal(got, want) {
				t.Errorf("%s, 2 per page: %v, want %v", query, got, want)
			}
		}
		checkNumbers(t, "an agent's own list, filtered", r.numbers(bruno, "queue=mine&priority=high&sort=created", 5), third[2:3])
		for _, query := range []string{"priority=urgent", "topic=a,b,c,d,e,f,g,h,i,j,k", "createdFrom=ayer", "createdUntil=", "entity=", "createdWithin=0", "updatedWithin=367", "status=open,lost"} {
			if a := r.Request("list-tickets", sofia, "/tickets?queue=all&"+query, nil); a.Code != 400 {
				t.Errorf("%s: %d %s", query, a.Code, a.Body)
			}
		}
		for _, query := range []string{"priority=high", "agent=ana", "createdFrom=" + hoursAfter(1), "createdWithin=7"} {
			if a := r.Request("list-tickets", usuario, "/tickets?"+query, nil); a.Code != 400 {
				t.Errorf("%s by a requester: %d", query, a.Code)
			}
		}
	})
}

// allPages reads all pages of a filtered list. Any page may have fewer tickets than the limit.
func (r *rig) allPages(person account.Person, query string, limit int) []string {
	r.Helper()
	var all []string
	for cursor, pages := "", 0; pages < 100; pages++ {
		page := read[api.TicketPage](r, r.Request("list-tickets", person, fmt.Sprintf("/tickets?%s&limit=%d&cursor=%s", query, limit, url.QueryEscape(cursor)), nil), 200)
		for _, item := range page.Items {
			all = append(all, item.Number)
		}
		next, err := page.Next.Get()
		if err != nil {
			return all
		}
		cursor = next
	}
	r.Fatalf("%s does not end", query)
	return nil
}

// TestCostOfFilteredLists checks that the cost of a list does not grow with the number of tickets (Q1).
func TestCostOfFilteredLists(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		queries := []string{
			"queue=open", "queue=open&priority=none&sort=activity", "queue=all&entity=FEDERACION&topic=sipot",
			"queue=all&entity=JALISCO", "q=prueba&entity=FEDERACION", "queue=all&sort=created",
		}
		var before []wiringtest.Response
		for range 2 {
			r.loadTickets(usuario, 155, withTopic("sipot"))
			r.Request("list-tickets", ana, "/tickets?queue=open", nil) // fills the cache
			var costs []wiringtest.Response
			for _, query := range queries {
				costs = append(costs, r.Request("list-tickets", ana, "/tickets?"+query, nil))
			}
			for i, query := range queries {
				cost := costs[i].Cost
				if searched := i > 1; cost.Rounds > 2 && !searched || cost.Rounds > 3 {
					t.Errorf("%s took %d rounds", query, cost.Rounds)
				}
				if i == 0 && cost.ReadUnits > 4 { // 1 for the session, 1 for counts, 2 for 25 cards
					t.Errorf("%s read %g units", query, cost.ReadUnits)
				}
				if before != nil && cost.ReadUnits > before[i].Cost.ReadUnits+1 {
					t.Errorf("%s: %g read units, and %g with half the tickets", query, cost.ReadUnits, before[i].Cost.ReadUnits)
				}
				t.Logf("%s: %+v", query, cost)
			}
			before = costs
		}
	})
}
