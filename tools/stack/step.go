package main

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

// task is a part of a command. It stops when its context ends.
type task func(context.Context) error

// step gives a part a name. After success it prints the name and the duration. Errors start with the name.
func step(name string, run task) task {
	return func(ctx context.Context) error {
		started := time.Now()
		if err := run(ctx); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Printf("  %-18s %6s\n", name, rounded(time.Since(started)))
		return nil
	}
}

// inOrder runs one part after another until a part fails.
func inOrder(parts ...task) task {
	return func(ctx context.Context) error {
		for _, part := range parts {
			if err := part(ctx); err != nil {
				return err
			}
		}
		return nil
	}
}

// concurrently runs all parts concurrently and returns the first error. An error cancels the other parts.
func concurrently(parts ...task) task {
	return func(ctx context.Context) error {
		group, ctx := errgroup.WithContext(ctx)
		for _, part := range parts {
			group.Go(func() error { return part(ctx) })
		}
		return group.Wait()
	}
}

func rounded(d time.Duration) time.Duration { return d.Round(100 * time.Millisecond) }
