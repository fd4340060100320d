package main

import (
	"testing"

	"mesa/shared/adapter/stores/storetest"
	"mesa/tools/deployment"
)

// TestRestoredTableContinuesTheNumbers checks that no ticket number is used twice, also if the current table is damaged.
func TestRestoredTableContinuesTheNumbers(t *testing.T) {
	for name, test := range map[string]struct{ current, restored, want int64 }{
		"tickets were opened since":     {current: 48_000, restored: 47_000, want: 49_000},
		"the current counter restarted": {current: 2, restored: 47_000, want: 48_000},
		"the current counter is lost":   {current: 0, restored: 47_000, want: 48_000},
		"the restored table is older":   {current: 2, restored: 0, want: 1_002},
		"no ticket was opened":          {current: 0, restored: 0, want: 1},
	} {
		t.Run(name, func(t *testing.T) {
			storetest.First(t, func(t *testing.T, source storetest.Table) {
				storetest.First(t, func(t *testing.T, target storetest.Table) {
					for tickets, next := range map[*storetest.Table]int64{&source: test.current, &target: test.restored} {
						if next == 0 {
							continue
						}
						if _, err := tickets.Tickets.TakeNumbers(t.Context(), 1, next-1); err != nil {
							t.Fatal(err)
						}
					}
					r := restoration{stack: deployment.Stack{Config: source.Config}, source: source.Name, target: target.Name}
					console, _ := scripted()
					if err := r.continueNumbers(t.Context(), console); err != nil {
						t.Fatal(err)
					}
					if number, err := target.Tickets.TakeNumbers(t.Context(), 1, 1); number != test.want || err != nil {
						t.Errorf("the next number is %d, want %d; %v", number, test.want, err)
					}
				})
			})
		})
	}
}
