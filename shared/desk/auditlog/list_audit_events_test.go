package auditlog_test

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

var (
	admin = account.Person{ID: "adrian", Username: "adrian", Name: "ADRIÁN", Email: "adrian@mesa.example", Role: account.Admin, TimeZone: "America/Mexico_City"}
	agent = account.Person{ID: "beto", Username: "beto", Name: "BETO", Email: "beto@mesa.example", Role: account.Agent, TimeZone: "America/Mexico_City"}
)

func TestListAuditEvents(t *testing.T) {
	storetest.First(t, func(t *testing.T, stored storetest.Table) {
		now := time.Date(2026, 11, 30, 18, 0, 0, 0, time.UTC)
		stack := wiringtest.Stack{TB: t, Table: stored, Parts: wiring.Parts{Clock: clock.Fixed(now)}}
		stack.SignIn(admin, agent)
		record := func(event audit.Event) audit.Event {
			event.ActorID, event.Address = agent.ID, "192.0.2.1"
			if err := stored.Audit.Record(t.Context(), event); err != nil {
				t.Fatal(err)
			}
			return event
		}
		// 05:59 UTC is the evening before in Mexico City.
		evening := record(audit.New(audit.TopicSaved, time.Date(2026, 11, 10, 5, 59, 0, 0, time.UTC)).Of("nomina").Changing(nil, struct{ Name string }{"Nómina"}))
		morning := record(audit.New(audit.SignedIn, time.Date(2026, 11, 10, 14, 0, 0, 0, time.UTC)).About("gone"))
		for range 60 {
			record(audit.New(audit.TicketRead, time.Date(2026, 11, 12, 14, 0, 0, 0, time.UTC)).Of("PNT003445"))
		}
		list := func(query string) (api.AuditPage, error) {
			t.Helper()
			response := stack.Request("list-audit-events", admin, "/audit?"+query, nil)
			if response.Cost.Rounds > 3 || response.Cost.ReadUnits > 40 {
				t.Errorf("%s costs %+v", query, response.Cost)
			}
			return wiringtest.Decode[api.AuditPage](response)
		}
		ids := func(query string) []string {
			t.Helper()
			page, err := list(query)
			if err != nil {
				t.Fatal(err)
			}
			all := []string{}
			for _, item := range page.Items {
				all = append(all, item.Id)
			}
			return all
		}
		page, err := list("kind=topic-saved")
		want := []api.AuditEvent{{
			Id: evening.ID, At: evening.At, Kind: "topic-saved", Outcome: api.AuditOutcomeDone, Actor: &api.AuditPerson{Id: "beto", Name: "BETO"}, Address: new("192.0.2.1"),
			Object: new("nomina"), Changes: []api.AuditChange{{Field: "name", After: new("Nómina")}},
		}}
		if diff := cmp.Diff(want, page.Items); diff != "" || err != nil || !page.Next.IsNull() {
			t.Error(diff, err, page.Next)
		}
		for query, want := range map[string][]string{
			"from=2026-11-09&to=2026-11-09": {evening.ID},
			"from=2026-11-10&to=2026-11-10": {morning.ID},
			"from=2026-11-09&to=2026-11-10": {morning.ID, evening.ID},
			"person=gone":                   {morning.ID},
			"from=2026-11-13&person=beto":   {},
		} {
			if diff := cmp.Diff(want, ids(query)); diff != "" {
				t.Errorf("%s: %s", query, diff)
			}
		}
		first, err := list("to=2026-11-12")
		if err != nil || len(first.Items) != 50 {
			t.Fatalf("%d items, %v", len(first.Items), err)
		}
		if second := ids("to=2026-11-12&cursor=" + url.QueryEscape(first.Next.MustGet())); len(second) != 12 || second[11] != evening.ID {
			t.Errorf("%d items", len(second))
		}
		for _, query := range []string{"from=ayer", "to=2026-13-01", "to=0000-01-01", "kind=nada", "cursor=nada", "person=" + strings.Repeat("x", 65)} {
			if _, err := list(query); !fault.Is(err, fault.Invalid) {
				t.Errorf("%q: %v", query, err)
			}
		}
		if reads := stored.AuditEvents(t, audit.AuditRead); len(reads) == 0 || reads[0].ActorID != admin.ID {
			t.Errorf("the reading is not recorded: %+v", reads)
		}
		if err := stack.Request("list-audit-events", agent, "/audit", nil).Err(); !fault.Is(err, fault.Forbidden) {
			t.Errorf("an agent: %v", err)
		}
	})
}
