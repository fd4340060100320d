package observe

import (
	"context"
	"fmt"
	"runtime/debug"

	"golang.org/x/sync/errgroup"
)

// Parallel runs calls concurrently, waits until all have returned, and returns the first error. To the meter of ctx it adds the
// calls and units of all calls, and the rounds of the call with the most rounds. If a call panics, it returns an error with the
// stack, so only the request fails instead of the whole process.
func Parallel(ctx context.Context, calls ...func(context.Context) error) error {
	var group errgroup.Group
	meters := make([]*Meter, len(calls))
	for i, call := range calls {
		callCtx, meter := WithNewMeter(ctx)
		meters[i] = meter
		group.Go(Recovered(func() error { return call(callCtx) }))
	}
	err := group.Wait()
	MeterOf(ctx).addParallel(meters)
	return err
}

// Recovered returns a function that calls call and converts a panic to an error. Every goroutine of a request is wrapped in it.
func Recovered(call func() error) func() error {
	return func() (err error) {
		defer func() {
			if panicked := recover(); panicked != nil {
				err = fmt.Errorf("panic: %v\n%s", panicked, debug.Stack())
			}
		}()
		return call()
	}
}
