package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// up starts the stack. It skips parts that are already running, built or deployed.
func up(ctx context.Context, set settings) error {
	if err := os.MkdirAll(filepath.Join(set.data, "log"), 0o755); err != nil {
		return err
	}
	started := time.Now()
	var deployed outputs
	err := inOrder(
		step("tools", checkTools),
		func(context.Context) error { return checkPorts(set) }, // before the slow steps
		concurrently(
			inOrder(step("web packages", set.installWeb), step("pages", set.buildPages)),
			inOrder(
				concurrently(
					inOrder(step("emulator packages", set.engine().install), step("emulator", set.engine().start)),
					step("SAM", set.installSAM),
					step("functions", set.buildFunctions),
				),
				step("deploy", func(ctx context.Context) (err error) { deployed, err = set.deploy(ctx); return err }),
				concurrently(
					step("demo data", func(ctx context.Context) error { return set.seed(ctx, deployed) }),
					step("front", set.startFront),
				),
			),
		),
		step("upload", func(ctx context.Context) error { return set.uploadPages(ctx, deployed) }),
		step("health", set.waitUntilHealthy),
	)(ctx)
	if err != nil {
		return err
	}
	described, err := set.describe(ctx, deployed)
	if err == nil {
		err = described.Write(filepath.Join(set.data, "stack.json"))
	}
	if err != nil {
		return err
	}
	fmt.Printf("ready in %s\n\n", rounded(time.Since(started)))
	printStack(described)
	return nil
}

// down stops the processes that up started: the front, and the engine, whichever ENGINE selects.
func down(ctx context.Context, set settings) error {
	errs := []error{stopProcess(set.frontProcess())}
	for _, each := range set.each() {
		errs = append(errs, each.engine().stop(ctx))
	}
	return errors.Join(errs...)
}
