package tickets_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
	"mesa/shared/wiring/wiringtest"
)

// TestQuotas performs each act that sends mails or stores data until the person's quota of the day is used up (P10).
func TestQuotas(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		config, err := r.Table.Settings.Configuration(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		config.RequesterQuota = settings.Quota{Tickets: 3, Entries: 3, Bytes: 100}
		if err := r.Table.Settings.PutConfiguration(t.Context(), config); err != nil {
			t.Fatal(err)
		}
		r.emptyCaches()
		closed := r.create(maria, newTicketBody())
		r.write(maria, closed.Number, body{"kind": "message", "body": "<p>listo</p>", "status": "closed"}, 201)
		n := 0
		for name, c := range map[string]struct {
			act     limit.Act
			used    int64
			request func() wiringtest.Response
		}{
			"create-ticket": {limit.Tickets, 2, func() wiringtest.Response {
				n++
				return r.Request("create-ticket", maria, "/tickets", newTicketBody(), "Idempotency-Key", fmt.Sprintf("quota-%d-abcdefg", n))
			}},
			"create-entry": {limit.Entries, 2, func() wiringtest.Response {
				n++
				return r.Request("create-entry", maria, "/tickets/"+closed.Number+"/entries", api.NewEntry{Kind: "message", Body: "<p>x</p>"}, "Idempotency-Key", fmt.Sprintf("quota-%d-abcdefg", n))
			}},
			"add-participant": {limit.Entries, 2, func() wiringtest.Response {
				return r.Request("add-participant", maria, "/tickets/"+closed.Number+"/participants", api.NewParticipant{Login: "jorge"})
			}},
			"rate-ticket": {limit.Entries, 2, func() wiringtest.Response {
				n++
				return r.Request("rate-ticket", maria, "/tickets/"+closed.Number+"/rating", api.NewRating{Score: 1 + n%5})
			}},
			"create-attachment": {limit.Uploaded, 60, func() wiringtest.Response {
				return r.Request("create-attachment", maria, "/attachments", api.NewAttachment{Filename: "a.txt", ContentType: "text/plain", Size: 40})
			}},
		} {
			r.clock.Advance(24 * time.Hour) // a new window
			if _, err := r.Table.Limits.Add(t.Context(), c.act, maria.ID, r.clock.Clock().Now(), c.used); err != nil {
				t.Fatal(err)
			}
			if within := c.request(); strings.Contains(within.Body.String(), "quota") || within.Cost.Rounds > 4 {
				t.Errorf("%s within the quota: %s, %d rounds", name, within.Body, within.Cost.Rounds)
			}
			over := c.request()
			if problem := read[api.Problem](r, over, 429); problem.Type != "urn:mesa:problem:quota" || over.Header().Get("Retry-After") == "" {
				t.Errorf("%s over the quota: %+v", name, problem)
			}
		}
		if _, err := r.Table.Limits.Add(t.Context(), limit.Entries, ana.ID, r.clock.Clock().Now(), 10); err != nil {
			t.Fatal(err)
		}
		ticket := r.get(ana, closed.Number)
		note := r.Request("create-entry", ana, "/tickets/"+closed.Number+"/entries", api.NewEntry{Kind: "note", Body: "<p>x</p>", Version: &ticket.Version}, "Idempotency-Key", "quota-de-agente")
		if note.Code != 201 {
			t.Errorf("staff have the quota of requesters: %s", note.Body)
		}
	})
}
