package observe

import (
	"context"
	"errors"
	"sync"
)

// Together makes calls side by side. They count as the rounds of the longest of them.
func Together(ctx context.Context, calls ...func(context.Context) error) error {
	errs, meters := make([]error, len(calls)), make([]*Meter, len(calls))
	var wait sync.WaitGroup
	for i, call := range calls {
		own, meter := Metered(ctx)
		meters[i] = meter
		wait.Go(func() { errs[i] = call(own) })
	}
	wait.Wait()
	all, rounds := MeterOf(ctx), 0
	for _, meter := range meters {
		cost := meter.Cost()
		rounds = max(rounds, cost.Rounds)
		for i := range cost.Calls {
			if i == 0 {
				all.Call(cost.ReadUnits, cost.WriteUnits)
			} else {
				all.Call(0, 0)
			}
		}
	}
	for range rounds {
		all.Round()
	}
	return errors.Join(errs...)
}
