package observe_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"mesa/shared/platform/observe"
)

func TestParallelCountsTheMaximumOfRounds(t *testing.T) {
	ctx, meter := observe.WithNewMeter(t.Context())
	work := func(rounds int) func(context.Context) error {
		return func(ctx context.Context) error {
			for range rounds {
				observe.MeterOf(ctx).Round()
				observe.MeterOf(ctx).Call(1, 2)
			}
			return nil
		}
	}
	if err := observe.Parallel(ctx, work(1), work(3), work(2)); err != nil {
		t.Fatal(err)
	}
	if got, want := meter.Cost(), (observe.Cost{Calls: 6, Rounds: 3, ReadUnits: 6, WriteUnits: 12}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestParallelReturnsPanicsAsErrors(t *testing.T) {
	finished := false
	err := observe.Parallel(t.Context(),
		func(context.Context) error { panic("a bug") },
		func(context.Context) error { finished = true; return nil },
	)
	if err == nil || !strings.Contains(err.Error(), "a bug") || !strings.Contains(err.Error(), "parallel_test.go") {
		t.Errorf("no panic with its stack: %v", err)
	}
	if !finished {
		t.Error("Parallel returned before the other call")
	}
	failure := errors.New("failed")
	if err := observe.Parallel(t.Context(), func(context.Context) error { return failure }); !errors.Is(err, failure) {
		t.Errorf("%v", err)
	}
}
