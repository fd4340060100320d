package tickets_test

import (
	"slices"
	"testing"
	"time"

	"mesa/shared/api"
)

// TestMostUrgentTicketsComeFirst opens tickets in each state of their deadlines. Many tickets without a priority must not come
// before an overdue ticket, and the queue, the counter and the cards must agree on which tickets are overdue (H1, H3).
func TestMostUrgentTicketsComeFirst(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		open := func(changes ...map[string]any) string {
			number := r.createTickets(usuario, 1, withTopic("sipot"))[0]
			for _, change := range changes {
				r.change(ana, number, change)
			}
			return number
		}
		respond := func(number, status string) string {
			entry := map[string]any{"kind": "response", "body": "Lo reviso", "version": r.get(ana, number).Version}
			if status != "" {
				entry["status"] = status
			}
			read[api.Entry](r, r.Request("create-entry", ana, "/tickets/"+number+"/entries", entry), 201)
			r.route(number)
			return number
		}
		// Tuesday, 11:00 to 15:00
		high := respond(open(map[string]any{"priority": "high"}), "")
		waiting := open(map[string]any{"priority": "high"}, map[string]any{"status": "waiting", "waitingFor": "third-party"})
		low := respond(open(map[string]any{"priority": "low"}), "")
		triage := respond(open(), "")
		attended := open(map[string]any{"status": "resolved"})
		r.clock.Advance(44 * time.Hour) // Thursday, 11:00
		missed := open()                // 12:00
		r.clock.Advance(5 * time.Hour)  // 17:00
		var fresh []string
		for range 12 {
			fresh = append(fresh, r.create(usuario, newTicketBody(withTopic("sipot"))).Number)
		}
		r.route(fresh...)

		byUrgency := slices.Concat([]string{high, missed}, fresh, []string{triage, low})
		checkNumbers(t, "open", r.numbers(sofia, "queue=open", 4), byUrgency)
		checkNumbers(t, "an agent's own tickets", r.numbers(ana, "queue=mine", 5), append(slices.Clone(byUrgency), waiting))
		checkNumbers(t, "filtered", r.numbers(ana, "queue=mine&priority=none", 50), slices.Concat([]string{missed}, fresh, []string{triage}))
		checkNumbers(t, "all", r.numbers(sofia, "queue=all", 6), append(slices.Clone(byUrgency), waiting, attended))
		overdue := []string{high, missed}
		checkNumbers(t, "overdue", r.numbers(sofia, "queue=overdue", 3), overdue)
		checkNumbers(t, "due today", r.numbers(sofia, "queue=today", 3), overdue) // ALTA allows two business days

		for range 2 { // one notice of a ticket in each run
			_, err := r.Start("check-deadlines").Run()
			r.requireNoError(err)
		}
		r.route(overdue...)
		page := read[api.TicketPage](r, r.Request("list-tickets", sofia, "/tickets?queue=all&limit=100", nil), 200)
		for bucket, n := range map[string]int{"overdue": len(overdue), "today": 2} {
			if (*page.Counts)[bucket] != n {
				t.Errorf("%s: counted %d, want %d", bucket, (*page.Counts)[bucket], n)
			}
		}
		kinds := map[string]api.NextDeadlineFor{high: api.NextDeadlineForResolution, missed: api.NextDeadlineForFirstResponse, waiting: api.NextDeadlineForFirstResponse}
		for _, card := range page.Items {
			if card.Overdue != slices.Contains(overdue, card.Number) {
				t.Errorf("%s: overdue %v", card.Number, card.Overdue)
			}
			if want, ok := kinds[card.Number]; ok && (card.NextDeadline == nil || card.NextDeadline.For != want) {
				t.Errorf("%s: next deadline %+v, want %s", card.Number, card.NextDeadline, want)
			}
			if isMissed := card.FirstResponse != nil && card.FirstResponse.State == api.Missed; isMissed != (card.Number == missed) {
				t.Errorf("%s: first response %+v", card.Number, card.FirstResponse)
			}
		}
		respond(missed, "")
		checkNumbers(t, "overdue after a response", r.numbers(sofia, "queue=overdue", 3), []string{high})
		page = read[api.TicketPage](r, r.Request("list-tickets", sofia, "/tickets?queue=overdue", nil), 200)
		if counted := (*page.Counts)["overdue"]; counted != 1 {
			t.Errorf("after a response: counted %d overdue", counted)
		}
	})
}
