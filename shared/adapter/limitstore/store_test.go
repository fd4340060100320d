package limitstore_test

import (
	"testing"
	"time"

	"mesa/shared/adapter/limitstore"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/limit"
)

func TestRetriedCallCountsOnce(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		lossy, sent := table.Lossy()
		if n, err := limitstore.New(lossy).Count(t.Context(), limit.FailedSignIns, "203.0.113.7", time.Unix(1, 0)); err != nil || n != 1 || *sent != 2 {
			t.Errorf("count after a retry (%d calls): %d, %v", *sent, n, err)
		}
	})
}

func TestCountsPerActSourceAndWindow(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		store, now := limitstore.New(table.Open()), time.Date(2026, 11, 24, 15, 0, 0, 0, time.UTC)
		for _, c := range []struct {
			act    limit.Act
			source string
			at     time.Time
			want   int
		}{
			{limit.FailedSignIns, "203.0.113.7", now, 1},
			{limit.FailedSignIns, "203.0.113.7", now, 2},
			{limit.AccountRequests, "203.0.113.7", now, 1},
			{limit.FailedSignIns, "203.0.113.8", now, 1},
			{limit.FailedSignIns, "203.0.113.7", now.Add(limit.FailedSignIns.Window()), 1},
		} {
			if n, err := store.Count(t.Context(), c.act, c.source, c.at); err != nil || n != c.want {
				t.Errorf("%s of %s at %s: %d, %v, want %d", c.act, c.source, c.at, n, err, c.want)
			}
		}
		if err := store.Uncount(t.Context(), limit.FailedSignIns, "203.0.113.7", now); err != nil {
			t.Fatal(err)
		}
		if n, err := store.Count(t.Context(), limit.FailedSignIns, "203.0.113.7", now); err != nil || n != 2 {
			t.Errorf("after an uncounted act: %d, %v", n, err)
		}
	})
}
