package auditstore_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/domain/audit"
	"mesa/shared/platform/observe"
)

// day returns an instant of 2026.
func day(month time.Month, day int) time.Time {
	return time.Date(2026, month, day, 12, 0, 0, 0, time.UTC)
}

// pages reads all pages of a filter and returns the objects of their events, with "|" between pages.
func pages(t *testing.T, stored storetest.Table, filter audit.Filter, limit int) string {
	t.Helper()
	var all []string
	for cursor := ""; ; {
		ctx, meter := observe.WithNewMeter(t.Context())
		events, next, err := stored.Audit.Events(ctx, filter, cursor, limit)
		if err != nil {
			t.Fatal(err)
		}
		if cost := meter.Cost(); cost.Rounds > 1 || cost.Calls > 3 {
			t.Errorf("a page costs %+v", cost)
		}
		var objects []string
		for _, event := range events {
			objects = append(objects, event.Object)
		}
		all = append(all, strings.Join(objects, " "))
		if next == "" {
			return strings.Join(all, "|")
		}
		cursor = next
	}
}

func TestEventsArePagedNewestFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, stored storetest.Table) {
		for _, at := range []time.Time{day(1, 10), day(8, 31), day(9, 1), day(11, 29), day(11, 30)} {
			for _, person := range []string{"ana", "beto"} {
				event := audit.New(audit.SignedIn, at).Of(fmt.Sprintf("%s%d.%d", person[:1], at.Month(), at.Day())).About(person)
				if err := stored.Audit.Record(t.Context(), event); err != nil {
					t.Fatal(err)
				}
			}
		}
		year := audit.Filter{From: day(1, 1), Until: day(12, 31)}
		for _, c := range []struct {
			name   string
			filter audit.Filter
			limit  int
			want   string
		}{
			{"pages", audit.Filter{From: day(8, 1), Until: day(12, 1)}, 3, "b11.30 a11.30 b11.29|a11.29 b9.1 a9.1|b8.31 a8.31"},
			{"a page that fills up exactly", audit.Filter{From: day(11, 1), Until: day(12, 1)}, 4, "b11.30 a11.30 b11.29 a11.29"},
			{"limits are exact", audit.Filter{From: day(11, 29), Until: day(11, 30)}, 5, "b11.29 a11.29"},
			{"limits within a month", audit.Filter{From: day(8, 31).Add(1), Until: day(11, 30).Add(time.Millisecond)}, 9, "b11.30 a11.30 b11.29 a11.29 b9.1 a9.1|"},
			{"months without events", year, 9, "b11.30 a11.30 b11.29 a11.29|b9.1 a9.1 b8.31 a8.31||b1.10 a1.10"},
			{"person", audit.Filter{From: day(9, 1), Until: day(12, 1), PersonID: "ana"}, 2, "a11.30 a11.29|a9.1"},
			{"kind", audit.Filter{From: day(9, 1), Until: day(12, 1), Kind: audit.SignedOut}, 2, "|"},
		} {
			if got := pages(t, stored, c.filter, c.limit); got != c.want {
				t.Errorf("%s: %s, want %s", c.name, got, c.want)
			}
		}
	})
}
