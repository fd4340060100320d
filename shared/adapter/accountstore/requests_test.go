package accountstore_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/limit"
)

func TestAccountRequestsAreListedNewestFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		var want []account.Request
		for i := range 5 {
			request := account.Request{
				ID: fmt.Sprintf("01KAVJ000000000000000000%02d", i), Name: "Ana", Email: "ana@infoem.example",
				Organization: "Infoem", Phone: "722 226 1980", CreatedAt: testTime().Add(time.Duration(i) * time.Second),
			}
			if err := table.Accounts.AddAccountRequest(t.Context(), request); err != nil {
				t.Fatal(err)
			}
			want = append([]account.Request{request}, want...)
		}
		var got []account.Request
		for after, more := "", true; more; {
			tabletest.Rounds(t, 1, func(ctx context.Context) {
				var page []account.Request
				var err error
				page, more, err = table.Accounts.AccountRequests(ctx, after, 2)
				if err != nil || len(page) == 0 {
					t.Fatalf("%+v, %v", page, err)
				}
				got, after = append(got, page...), page[len(page)-1].ID
			})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestConcurrentRequestsAreAllCounted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		cost := tabletest.Rounds(t, 1, func(ctx context.Context) {
			if count, loaded, err := table.Accounts.CountAccountRequest(ctx, "203.0.113.7", testTime()); err != nil || count != 1 || loaded.AccountRequestsPerHour != 10 {
				t.Errorf("%d, %+v, %v", count, loaded, err)
			}
		})
		if cost.WriteUnits > 1 {
			t.Errorf("cost: %+v", cost)
		}
		var (
			mu   sync.Mutex
			seen = map[int]bool{}
			wait sync.WaitGroup
		)
		for range 12 {
			wait.Go(func() {
				count, _, err := table.Accounts.CountAccountRequest(t.Context(), "203.0.113.7", testTime().Add(time.Minute))
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				defer mu.Unlock()
				seen[count] = true
			})
		}
		wait.Wait()
		if len(seen) != 12 || seen[1] || !seen[13] {
			t.Errorf("counts %v", seen)
		}
		for source, at := range map[string]time.Time{"203.0.113.8": testTime(), "203.0.113.7": testTime().Add(time.Hour)} {
			if count, _, err := table.Accounts.CountAccountRequest(t.Context(), source, at); err != nil || count != 1 {
				t.Errorf("%s at %s: %d, %v", source, at, count, err)
			}
		}
	})
}

func TestActsHaveSeparateCounters(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		count := func(act limit.Act, at time.Time) int {
			n, err := table.Limits.Count(t.Context(), act, "203.0.113.7", at)
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		windowStart := limit.FailedSignIns.WindowStart(testTime())
		first, second, other := count(limit.FailedSignIns, windowStart), count(limit.FailedSignIns, windowStart.Add(14*time.Minute)), count(limit.AccountRequests, windowStart)
		if first != 1 || second != 2 || other != 1 {
			t.Errorf("%d, %d and %d", first, second, other)
		}
		if err := table.Limits.Uncount(t.Context(), limit.FailedSignIns, "203.0.113.7", windowStart); err != nil {
			t.Fatal(err)
		}
		if n := count(limit.FailedSignIns, windowStart); n != 2 {
			t.Errorf("%d after Uncount", n)
		}
		if n := count(limit.FailedSignIns, windowStart.Add(15*time.Minute)); n != 1 {
			t.Errorf("%d in a new window", n)
		}
	})
}
