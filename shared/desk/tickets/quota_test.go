package tickets_test

import (
	"fmt"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/settings"
	"mesa/shared/wiring/wiringtest"
)

// quotaRig sends the requests that count towards quotas. Each request with key "" has its own idempotency key.
type quotaRig struct {
	*rig
	sent int
}

func newQuotaRig(r *rig, quota settings.Quota) *quotaRig {
	r.Helper()
	config, err := r.Table.Settings.Configuration(r.Context())
	if err != nil {
		r.Fatal(err)
	}
	config.RequesterQuota = quota
	if err := r.Table.Settings.PutConfiguration(r.Context(), config); err != nil {
		r.Fatal(err)
	}
	r.emptyCaches()
	return &quotaRig{rig: r}
}

func (r *quotaRig) key(key string) string {
	r.sent++
	if key == "" {
		key = fmt.Sprintf("quota-%d-abcdefg", r.sent)
	}
	return key
}

func (r *quotaRig) open(key string, changes ...func(*api.NewTicket)) wiringtest.Response {
	return r.Request("create-ticket", maria, "/tickets", newTicketBody(changes...), "Idempotency-Key", r.key(key))
}

func (r *quotaRig) message(number, key, text string) wiringtest.Response {
	return r.Request("create-entry", maria, "/tickets/"+number+"/entries", api.NewEntry{Kind: "message", Body: text}, "Idempotency-Key", r.key(key))
}

func (r *quotaRig) invite(number string, person account.Person) wiringtest.Response {
	return r.Request("add-participant", maria, "/tickets/"+number+"/participants", api.NewParticipant{Login: person.Username})
}

func (r *quotaRig) rate(number string, score int) wiringtest.Response {
	return r.Request("rate-ticket", maria, "/tickets/"+number+"/rating", api.NewRating{Score: score})
}

func (r *quotaRig) upload(size int64) wiringtest.Response {
	return r.Request("create-attachment", maria, "/attachments", api.NewAttachment{Filename: "a.txt", ContentType: "text/plain", Size: size})
}

// stored checks that a request succeeds within the budget of rounds.
func (r *quotaRig) stored(name string, response wiringtest.Response) {
	r.Helper()
	if response.Code/100 != 2 || response.Cost.Rounds > 4 {
		r.Errorf("%s: %d %s, %d rounds", name, response.Code, response.Body, response.Cost.Rounds)
	}
}

func (r *quotaRig) refused(name string, response wiringtest.Response) {
	r.Helper()
	if problem := read[api.Problem](r.rig, response, 429); problem.Type != "urn:mesa:problem:quota" || response.Header().Get("Retry-After") == "" {
		r.Errorf("%s over the quota: %+v", name, problem)
	}
}

// TestQuotas performs each act that sends mails or stores data when the person's quota of the day is used up, and on the next
// day (P10).
func TestQuotas(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		q := newQuotaRig(r, settings.Quota{Tickets: 1, Entries: 1, Bytes: 100})
		closed := r.create(maria, newTicketBody())
		r.write(maria, closed.Number, body{"kind": "message", "body": "<p>listo</p>", "status": "closed"}, 201)
		r.clock.Advance(24 * time.Hour)
		open := r.create(maria, newTicketBody())
		for _, c := range []struct {
			name    string
			useUp   func() wiringtest.Response
			request func() wiringtest.Response
		}{
			{"rate-ticket", func() wiringtest.Response { return q.message(open.Number, "", "<p>x</p>") }, func() wiringtest.Response { return q.rate(closed.Number, 3) }},
			{"create-entry", func() wiringtest.Response { return q.message(open.Number, "", "<p>x</p>") }, func() wiringtest.Response { return q.message(open.Number, "", "<p>x</p>") }},
			{"add-participant", func() wiringtest.Response { return q.message(open.Number, "", "<p>x</p>") }, func() wiringtest.Response { return q.invite(open.Number, jorge) }},
			{"create-ticket", func() wiringtest.Response { return q.open("") }, func() wiringtest.Response { return q.open("") }},
			{"create-attachment", func() wiringtest.Response { return q.upload(61) }, func() wiringtest.Response { return q.upload(40) }},
		} {
			r.clock.Advance(24 * time.Hour) // a new window
			q.stored(c.name, c.useUp())
			q.refused(c.name, c.request())
			r.clock.Advance(24 * time.Hour)
			q.stored(c.name, c.request())
		}
		for range 5 { // staff have a larger quota
			ticket := r.get(ana, open.Number)
			q.stored("a note", r.Request("create-entry", ana, "/tickets/"+open.Number+"/entries", api.NewEntry{Kind: "note", Body: "<p>x</p>", Version: &ticket.Version}, "Idempotency-Key", q.key("")))
		}
	})
}

// TestRefusedRequestsUseNoQuota sends requests that store nothing: refused requests, and retries of stored requests. They count
// towards no quota (P10).
func TestRefusedRequestsUseNoQuota(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		q := newQuotaRig(r, settings.Quota{Tickets: 2, Entries: 3, Bytes: 100})
		first := r.create(maria, newTicketBody())
		unknown := "INAI-999999"
		for range 3 {
			if refused := q.open("", func(b *api.NewTicket) { b.RelatedTo = &unknown }); refused.Code != 400 {
				t.Fatalf("a ticket that follows up an unknown ticket: %d %s", refused.Code, refused.Body)
			}
		}
		for range 3 {
			q.stored("a ticket and its retries", q.open("retried-ticket-abcdefg"))
		}
		q.refused("create-ticket", q.open(""))

		for range 3 {
			q.stored("a message and its retries", q.message(first.Number, "retried-entry-abcdefg", "<p>x</p>"))
			q.stored("a participant, and the same person again", q.invite(first.Number, jorge))
			if missing := q.message(unknown, "", "<p>x</p>"); missing.Code != 404 {
				t.Fatalf("a message on an unknown ticket: %d", missing.Code)
			}
			if empty := q.message(first.Number, "", ""); empty.Code != 400 {
				t.Fatalf("an empty message: %d", empty.Code)
			}
			if early := q.rate(first.Number, 3); early.Code/100 != 4 || early.Code == 429 {
				t.Fatalf("a rating of an open ticket: %d %s", early.Code, early.Body)
			}
		}
		q.stored("the third entry", q.message(first.Number, "", "<p>y</p>"))
		q.refused("create-entry", q.message(first.Number, "", "<p>z</p>"))
		q.stored("a retry when the quota is used up", q.message(first.Number, "retried-entry-abcdefg", "<p>x</p>"))

		q.stored("60 of 100 bytes", q.upload(60))
		for range 3 {
			q.refused("create-attachment", q.upload(60))
		}
		q.stored("the other 40 bytes", q.upload(40))

		r.clock.Advance(24 * time.Hour)
		second, next := read[api.Ticket](r, q.open("retried-ticket-abcdefg"), 201), read[api.Ticket](r, q.open(""), 201)
		if got, want := numberOf(t, next.Number), numberOf(t, second.Number)+1; got != want {
			t.Errorf("a refused ticket used a number: the next ticket has %d, not %d", got, want)
		}
	})
}

// numberOf returns the digits at the end of a ticket number.
func numberOf(t *testing.T, number string) int {
	t.Helper()
	var n int
	for _, digit := range number {
		if digit >= '0' && digit <= '9' {
			n = n*10 + int(digit-'0')
		} else {
			n = 0
		}
	}
	return n
}
