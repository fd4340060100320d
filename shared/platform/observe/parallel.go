package observe

import (
	"context"
	"fmt"
	"runtime/debug"

	"golang.org/x/sync/errgroup"
)

// Parallel runs calls concurrently and returns the first error, once all have ended. Their rounds count as those of the longest
// call. A call that panics returns an error with its stack, so that the request fails and not the process.
func Parallel(ctx context.Context, calls ...func(context.Context) error) error {
	var group errgroup.Group
	meters := make([]*Meter, len(calls))
	for i, call := range calls {
		metered, meter := Metered(ctx)
		meters[i] = meter
		group.Go(Recovered(func() error { return call(metered) }))
	}
	err := group.Wait()
	MeterOf(ctx).addParallel(meters)
	return err
}

// Recovered returns a function that does the same and returns a panic as an error. Every goroutine of a request runs through it.
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
