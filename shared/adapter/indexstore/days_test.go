package indexstore_test

import (
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

func TestNumbersBetween(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		day := time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)
		for i, n := range []int64{1000, 2000, 1950, 3000} { // the third ticket is stored after the second, with a lower number on the same day
			at := day.AddDate(0, 0, []int{0, 1, 1, 4}[i])
			opened := ticket.Ticket{Number: ticket.Numbering{}.Format(n), Version: 1, Status: ticket.Open, CreatedAt: at}
			opened.Requester.ID, opened.Department.ID = "usuario", "soporte"
			if err := table.Reopen().Index.Index(t.Context(), n, opened, search.Ticket{}, time.UTC); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range []struct {
			name            string
			from, until     time.Time
			inside, outside []int64
		}{
			{"from the second day", day.AddDate(0, 0, 1), time.Time{}, []int64{1950, 2000, 3000}, []int64{1000}},
			{"until the second day", time.Time{}, day.AddDate(0, 0, 1), []int64{1000, 1950}, []int64{}},
			{"the first day", day.Add(-time.Hour), day.Add(time.Hour), []int64{1000}, []int64{3000}},
			{"a day without tickets", day.AddDate(0, 0, 2), day.AddDate(0, 0, 3), nil, []int64{1000, 2000}},
			{"after the last", day.AddDate(0, 0, 9), time.Time{}, nil, []int64{1000, 3000}},
			{"before the first", time.Time{}, day.AddDate(0, 0, -9), nil, []int64{2000, 3000}},
		} {
			above, below, err := table.Reopen().Index.NumbersBetween(t.Context(), c.from, c.until)
			if err != nil {
				t.Fatal(err)
			}
			between := func(n int64) bool { return n > above && (below == 0 || n < below) }
			for _, n := range c.inside {
				if !between(n) {
					t.Errorf("%s: %d is not between %d and %d", c.name, n, above, below)
				}
			}
			for _, n := range c.outside {
				if between(n) {
					t.Errorf("%s: %d is between %d and %d", c.name, n, above, below)
				}
			}
		}
	})
}
