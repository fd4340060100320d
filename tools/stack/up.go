package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sync/errgroup"
)

// up starts the stack. Parts that are running, built or deployed already are left as they are.
func up(ctx context.Context, set settings) error {
	if err := os.MkdirAll(filepath.Join(set.data, "log"), 0o755); err != nil {
		return err
	}
	started := time.Now()
	if err := step("tools", func() error { return checkTools(ctx) }); err != nil {
		return err
	}
	if err := checkPorts(set); err != nil { // before the slow steps
		return err
	}
	if err := step("install", func() error { return install(ctx, set) }); err != nil {
		return err
	}
	if err := together(ctx,
		func(ctx context.Context) error {
			return step("emulator", func() error { return startEmulator(ctx, set) })
		},
		func(ctx context.Context) error {
			return step("functions", func() error { return buildFunctions(ctx, set) })
		},
		func(ctx context.Context) error { return step("pages", func() error { return buildPages(ctx, set) }) },
	); err != nil {
		return err
	}
	var deployed outputs
	if err := step("deploy", func() (err error) { deployed, err = deploy(ctx, set); return err }); err != nil {
		return err
	}
	if err := together(ctx,
		func(ctx context.Context) error {
			return step("upload", func() error { return uploadPages(ctx, set, deployed) })
		},
		func(ctx context.Context) error {
			return step("demo data", func() error { return seed(ctx, set, deployed) })
		},
		func(ctx context.Context) error {
			return step("front", func() error { return startFront(ctx, set, deployed) })
		},
	); err != nil {
		return err
	}
	if err := step("health", func() error { return healthy(ctx, set) }); err != nil {
		return err
	}
	file, err := writeStackFile(ctx, set, deployed)
	if err != nil {
		return err
	}
	fmt.Printf("ready in %s\n\n", rounded(time.Since(started)))
	file.print()
	return nil
}

// down stops the processes that up started. The emulator saves its state as it stops.
func down(_ context.Context, set settings) error {
	if err := stopProcess(set.frontProcess()); err != nil {
		return err
	}
	return stopProcess(set.emulatorProcess())
}

// step runs one step and prints how long it took.
func step(name string, do func() error) error {
	started := time.Now()
	if err := do(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	fmt.Printf("  %-10s %6s\n", name, rounded(time.Since(started)))
	return nil
}

// together runs functions concurrently and returns the first error.
func together(ctx context.Context, parts ...func(context.Context) error) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, part := range parts {
		group.Go(func() error { return part(ctx) })
	}
	return group.Wait()
}

func rounded(d time.Duration) time.Duration { return d.Round(100 * time.Millisecond) }
