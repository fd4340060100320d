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
	each(t, func(t *testing.T, r *rig) {
		opened := r.clock.Clock().Now()
		in := func(topic, entity string) func(*api.NewTicket) {
			return func(n *api.NewTicket) { n.TopicId, n.Entity = topic, entity }
		}
		one := r.several(usuario, 6, in("sipot", "JALISCO"))
		two := r.several(maria, 5, in("sipot", "OAXACA"))
		three := r.several(usuario, 4, in("sisai", "JALISCO"))
		for _, number := range []string{one[0], one[4], two[1], three[2]} {
			r.change(ana, number, map[string]any{"priority": "high"})
		}
		for _, number := range []string{one[5], one[4], two[0]} {
			r.change(ana, number, map[string]any{"status": "resolved"})
		}
		r.change(ana, two[2], map[string]any{"assigneeId": nil})
		r.change(ana, two[3], map[string]any{"addTags": []string{"carga-masiva"}})
		high := []string{one[0], two[1], three[2]}
		at := func(hours int) string {
			return url.QueryEscape(opened.Add(time.Duration(hours) * time.Hour).Format(time.RFC3339))
		}
		for query, want := range map[string][]string{
			"queue=open&priority=high":                                                      high,
			"queue=open&priority=high&sort=due":                                             high,
			"queue=open&priority=high&sort=created":                                         backwards(high),
			"queue=open&priority=high&entity=JALISCO":                                       {one[0], three[2]},
			"queue=open&priority=high,none&entity=OAXACA":                                   {two[2], two[3], two[4], two[1]},
			"queue=open&tag=carga-masiva":                                                   {two[3]},
			"queue=all&tag=carga-masiva,otra":                                               {two[3]},
			"queue=open&agent=none":                                                         {two[2]},
			"queue=open&agent=bruno":                                                        append([]string{three[0], three[1], three[3]}, three[2]),
			"queue=all&priority=high":                                                       {three[2], two[1], one[4], one[0]},
			"queue=all&requester=maria&status=resolved":                                     {two[0]},
			"queue=all&requester=maria&status=resolved,open":                                {two[4], two[3], two[2], two[1], two[0]},
			"queue=all&status=waiting,resolved":                                             {two[0], one[5], one[4]},
			"queue=all&status=resolved,closed&priority=high":                                {one[4]},
			"queue=all&createdWithin=1":                                                     {three[3], three[2]},
			"queue=all&createdWithin=366&status=resolved":                                   {two[0], one[5], one[4]},
			"queue=resolved&topic=sipot&entity=JALISCO":                                     {one[5], one[4]},
			"queue=all&topic=sipot&department=solicitudes":                                  nil,
			"queue=all&department=solicitudes&topic=sisai":                                  backwards(three),
			"queue=all&sort=created":                                                        backwards(append(append(slices.Clone(one), two...), three...)),
			"queue=all&createdFrom=" + at(7) + "&createdUntil=" + at(9):                     {two[1], two[0]},
			"queue=open&createdFrom=" + at(7) + "&createdUntil=" + at(9) + "&sort=activity": {two[1]},
			"queue=all&createdFrom=" + at(1000):                                             nil,
			"queue=all&createdUntil=" + at(-1000):                                           nil,
			"queue=all&updatedUntil=" + at(3):                                               {one[1]},
			"q=prueba&priority=high&entity=JALISCO":                                         {three[2], one[4], one[0]},
			"q=prueba&status=resolved":                                                      {two[0], one[5], one[4]},
		} {
			same(t, query, r.numbers(sofia, query, 50), want)
			if got := r.piecewise(sofia, query, 2); !slices.Equal(got, want) {
				t.Errorf("%s two by two: %v, want %v", query, got, want)
			}
		}
		same(t, "an agent's own, filtered", r.numbers(bruno, "queue=mine&priority=high&sort=created", 5), three[2:3])
		for _, bad := range []string{"priority=urgent", "topic=a,b,c,d,e,f,g,h,i,j,k", "createdFrom=ayer", "createdUntil=", "entity=", "createdWithin=0", "updatedWithin=367", "status=open,lost"} {
			if a := r.Request("list-tickets", sofia, "/tickets?queue=all&"+bad, nil); a.Code != 400 {
				t.Errorf("%s: %d %s", bad, a.Code, a.Body)
			}
		}
		for _, query := range []string{"priority=high", "agent=ana", "createdFrom=" + at(1), "createdWithin=7"} {
			if a := r.Request("list-tickets", usuario, "/tickets?"+query, nil); a.Code != 400 {
				t.Errorf("a requester's %s: %d", query, a.Code)
			}
		}
	})
}

// piecewise reads all pages of a filtered list. Each page may have fewer tickets than the limit.
func (r *rig) piecewise(person account.Person, query string, limit int) []string {
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
	each(t, func(t *testing.T, r *rig) {
		queries := []string{
			"queue=open", "queue=open&priority=none&sort=activity", "queue=all&entity=FEDERACION&topic=sipot",
			"queue=all&entity=JALISCO", "q=prueba&entity=FEDERACION", "queue=all&sort=created",
		}
		var before []wiringtest.Response
		for range 2 {
			r.several(usuario, 155, as("sipot"))
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
				if i == 0 && cost.ReadUnits > 4 { // 1 for the session, 1 for counters, 2 for 25 cards
					t.Errorf("%s read %g units", query, cost.ReadUnits)
				}
				if before != nil && cost.ReadUnits > before[i].Cost.ReadUnits+1 {
					t.Errorf("%s: %g units, and %g of half the tickets", query, cost.ReadUnits, before[i].Cost.ReadUnits)
				}
				t.Logf("%s: %+v", query, cost)
			}
			before = costs
		}
	})
}
