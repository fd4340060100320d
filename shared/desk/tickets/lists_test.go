package tickets_test

import (
	"encoding/base64"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
)

// numbers reads all pages of a list and returns the ticket numbers in order. Only the last page may have fewer tickets than the
// limit.
func (r *rig) numbers(person account.Person, query string, limit int) []string {
	r.Helper()
	var all []string
	for cursor, pages := "", 0; ; pages++ {
		if pages > 50 {
			r.Fatalf("%s does not end", query)
		}
		page := read[api.TicketPage](r, r.Request("list-tickets", person, fmt.Sprintf("/tickets?%s&limit=%d&cursor=%s", query, limit, url.QueryEscape(cursor)), nil), 200)
		for _, item := range page.Items {
			all = append(all, item.Number)
		}
		next, err := page.Next.Get()
		if err != nil {
			return all
		}
		if len(page.Items) != limit {
			r.Errorf("%s: page %d has %d of %d", query, pages, len(page.Items), limit)
		}
		cursor = next
	}
}

// createTickets creates n tickets, one per hour.
func (r *rig) createTickets(person account.Person, n int, change func(*api.NewTicket)) []string {
	r.Helper()
	var created []string
	for range n {
		r.clock.Advance(time.Hour)
		created = append(created, r.create(person, newTicketBody(change)).Number)
	}
	r.route(created...)
	return created
}

func withTopic(topic string) func(*api.NewTicket) {
	return func(n *api.NewTicket) { n.TopicId = topic }
}

func (r *rig) change(person account.Person, number string, change map[string]any) {
	r.Helper()
	change["version"] = r.get(person, number).Version
	read[api.Ticket](r, r.Request("update-ticket", person, "/tickets/"+number, change), 200)
	r.route(number)
}

func reversed(s []string) []string {
	s = slices.Clone(s)
	slices.Reverse(s)
	return s
}

func checkNumbers(t *testing.T, name string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", name, got, want)
	}
}

func TestRequestersLists(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.createTickets(usuario, 9, withTopic("sipot"))
		r.createTickets(maria, 2, withTopic("sipot"))
		for i, status := range []string{"waiting", "resolved", "closed"} {
			r.clock.Advance(time.Hour)
			r.change(ana, created[i], map[string]any{"status": status})
		}
		byActivity := []string{created[2], created[1], created[0], created[8], created[7], created[6], created[5], created[4], created[3]}
		checkNumbers(t, "open", r.numbers(usuario, "", 2), reversed(created[3:]))
		checkNumbers(t, "all by activity", r.numbers(usuario, "status=all", 2), byActivity)
		checkNumbers(t, "all, oldest activity first", r.numbers(usuario, "status=all&sort=-activity", 4), reversed(byActivity))
		checkNumbers(t, "all by creation", r.numbers(usuario, "status=all&sort=created", 2), reversed(created))
		checkNumbers(t, "open by creation, oldest first", r.numbers(usuario, "status=open&sort=-created", 2), created[3:])
		checkNumbers(t, "resolved", r.numbers(usuario, "status=resolved", 2), created[1:2])
		checkNumbers(t, "a last page that is full", r.numbers(usuario, "", 6), reversed(created[3:]))
		r.change(ana, created[3], map[string]any{"status": "waiting", "waitingFor": "third-party"})
		checkNumbers(t, "open and waiting, first those that wait for the requester", r.numbers(usuario, "status=open,waiting", 3), append([]string{created[0], created[3]}, reversed(created[4:])...))
		r.change(ana, created[3], map[string]any{"status": "open"})
		page := read[api.TicketPage](r, r.Request("list-tickets", usuario, "/tickets", nil), 200)
		for bucket, n := range map[string]int{"open": 6, "waiting": 1, "resolved": 1, "closed": 1, "all": 9} {
			if (*page.Counts)[bucket] != n {
				t.Errorf("%s: %v", bucket, *page.Counts)
			}
		}
		long := base64.RawURLEncoding.EncodeToString([]byte(`{"s":"2026","n":"` + strings.Repeat("9", 1100) + `"}`)) // longer than any key
		for _, query := range []string{"status=none", "queue=mine", "scope=organization", "sort=due", "limit=0", "limit=101", "limit=x", "cursor=x", "cursor=bm8", "cursor=" + long} {
			if a := r.Request("list-tickets", usuario, "/tickets?"+query, nil); a.Code != 400 {
				t.Errorf("%s: %d %s", query, a.Code, a.Body)
			}
		}
	})
}

func TestListOfOrganizationsTickets(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		ofMaria := r.createTickets(maria, 2, withTopic("sipot"))
		ofJorge := r.createTickets(jorge, 1, withTopic("sisai"))
		r.createTickets(usuario, 1, withTopic("sipot"))
		checkNumbers(t, "organization", r.numbers(jorge, "scope=organization", 2), append(ofJorge, reversed(ofMaria)...))
		checkNumbers(t, "mine", r.numbers(jorge, "scope=mine", 2), ofJorge)
	})
}

func TestQueues(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		support, requests := r.createTickets(usuario, 5, withTopic("sipot")), r.createTickets(usuario, 3, withTopic("sisai"))
		r.change(ana, support[3], map[string]any{"priority": "high"})
		r.change(ana, support[2], map[string]any{"priority": "medium"})
		r.change(ana, support[1], map[string]any{"priority": "low"})
		r.change(ana, support[4], map[string]any{"status": "resolved"})
		byDue := []string{support[0], support[3], support[2], support[1]}
		checkNumbers(t, "an agent's own tickets", r.numbers(ana, "queue=mine", 3), byDue)
		checkNumbers(t, "tickets of an agent's department", r.numbers(ana, "queue=open", 3), byDue)
		checkNumbers(t, "all tickets of an agent's department", r.numbers(ana, "queue=all", 2), append(slices.Clone(byDue), support[4]))
		checkNumbers(t, "tickets for a supervisor", r.numbers(sofia, "queue=open", 3), []string{support[0], support[3], requests[0], requests[1], support[2], requests[2], support[1]})
		checkNumbers(t, "resolved", r.numbers(sofia, "queue=resolved", 3), support[4:])
		checkNumbers(t, "by last activity", r.numbers(sofia, "queue=all&sort=activity", 3), []string{requests[2], support[4], support[3], support[2], support[1], requests[1], requests[0], support[0]})
		checkNumbers(t, "an agent's own tickets, oldest activity first", r.numbers(ana, "queue=mine&sort=-activity", 2), support[:4])
		r.change(ana, support[0], map[string]any{"assigneeId": nil})
		checkNumbers(t, "unassigned", r.numbers(sofia, "queue=unassigned", 3), support[:1])
		page := read[api.TicketPage](r, r.Request("list-tickets", sofia, "/tickets?queue=open", nil), 200)
		for bucket, n := range map[string]int{"open": 7, "resolved": 1, "unassigned": 1, "all": 8, "mine": 0} {
			if (*page.Counts)[bucket] != n {
				t.Errorf("%s: %v", bucket, *page.Counts)
			}
		}
		r.change(ana, support[0], map[string]any{"departmentId": "solicitudes", "reason": "Es de solicitudes"})
		checkNumbers(t, "without the transferred ticket", r.numbers(ana, "queue=open", 3), byDue[1:])
	})
}

// TestListsAndSearchesHaveCounts checks that lists and searches have the same counts, and that the queues of the cards add up to them.
func TestListsAndSearchesHaveCounts(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.createTickets(usuario, 5, withTopic("sipot"))
		r.createTickets(usuario, 2, withTopic("sisai"))
		r.change(ana, created[0], map[string]any{"status": "waiting"})
		r.change(ana, created[1], map[string]any{"status": "resolved"})
		r.change(ana, created[2], map[string]any{"assigneeId": nil})
		r.change(ana, created[3], map[string]any{"priority": "high"})
		for i, person := range []account.Person{ana, sofia} {
			want := make(map[string]int)
			for _, card := range read[api.TicketPage](r, r.Request("list-tickets", person, "/tickets?queue=all&limit=100", nil), 200).Items {
				for _, queue := range *card.Queues {
					want[string(queue)]++
				}
				if ofTicket := *r.get(person, card.Number).Queues; !slices.Equal(ofTicket, *card.Queues) {
					t.Errorf("%s: the ticket is in %v, its card in %v", card.Number, ofTicket, *card.Queues)
				}
			}
			if open := []int{3, 5}; want["open"] != open[i] {
				t.Errorf("%s: %v, want %d open tickets", person.ID, want, open[i])
			}
			for query, rounds := range map[string]int{"queue=open": 2, "queue=open&sort=created": 3, "queue=all&priority=high": 3, "q=prueba": 3, "q=" + created[0]: 3, "q=nada": 2} {
				listed := r.Request("list-tickets", person, "/tickets?limit=2&"+query, nil)
				r.checkRounds(listed, rounds)
				page := read[api.TicketPage](r, listed, 200)
				for queue, n := range *page.Counts {
					if n != want[queue] {
						t.Errorf("%s, %s: %d in %s, want %d", person.ID, query, n, queue, want[queue])
					}
				}
			}
		}
		if counts := read[api.TicketPage](r, r.Request("list-tickets", usuario, "/tickets?q=prueba", nil), 200).Counts; (*counts)["open"] != 5 {
			t.Errorf("a search of the requester: %v", *counts)
		}
	})
}

func TestDueToday(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.createTickets(usuario, 3, withTopic("sipot"))
		for i, number := range created {
			if i < 2 {
				r.change(ana, number, map[string]any{"priority": "high"})
			}
			response := map[string]any{"kind": "response", "body": "Lo reviso", "version": r.get(ana, number).Version}
			read[api.Entry](r, r.Request("create-entry", ana, "/tickets/"+number+"/entries", response), 201)
			r.route(number)
		}
		due := r.get(ana, created[0]).DueAt.MustGet()
		today := func() (int, []string) {
			page := read[api.TicketPage](r, r.Request("list-tickets", ana, "/tickets?queue=today", nil), 200)
			return (*page.Counts)["today"], r.numbers(ana, "queue=today", 2)
		}
		if count, numbers := today(); count != 0 || numbers != nil {
			t.Errorf("two days before the deadline: %d, %v", count, numbers)
		}
		r.clock.Advance(due.Sub(r.clock.Clock().Now()) - time.Hour)
		if count, numbers := today(); count != 2 || !slices.Equal(numbers, created[:2]) {
			t.Errorf("on the day of the deadline: %d, %v", count, numbers)
		}
		r.change(ana, created[0], map[string]any{"status": "waiting"})
		if count, numbers := today(); count != 1 || !slices.Equal(numbers, created[1:2]) {
			t.Errorf("after one ticket waits: %d, %v", count, numbers)
		}
	})
}
