package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"

	"mesa/shared/wiring"
)

// invokeThroughSAM invokes the function FUNCTION with the event in the file EVENT by `sam local invoke`, and prints its response
// and its log. Without EVENT, the event is the recorded event of the function in test/events.
func invokeThroughSAM(ctx context.Context, set settings) error {
	name := os.Getenv("FUNCTION")
	index := slices.IndexFunc(wiring.Functions(), func(f wiring.Function) bool { return f.Name == name })
	if index < 0 {
		return fmt.Errorf("FUNCTION is %q: it must be the name of a function, such as route", name)
	}
	event := cmp.Or(os.Getenv("EVENT"), filepath.Join(set.root, "test", "events", name+".json"))
	event, err := filepath.Abs(event)
	if err != nil {
		return err
	}
	if _, err := os.Stat(event); err != nil {
		return fmt.Errorf("EVENT: %w", err)
	}
	local, err := set.prepareSAMLocal(ctx, "sam-invoke")
	if err != nil {
		return err
	}
	invoke := local.command(ctx, "invoke", wiring.Functions()[index].LogicalID(), "--event", event)
	var response bytes.Buffer
	invoke.Stdout, invoke.Stderr = &response, os.Stderr
	serving, stop := context.WithCancel(ctx)
	var group errgroup.Group
	group.Go(func() error { return local.serveContainers(serving) })
	err = invoke.Run()
	stop()
	err = errors.Join(err, group.Wait())
	fmt.Println(response.String())
	if err == nil && response.Len() == 0 {
		err = errors.New("the function did not respond")
	}
	var failed struct {
		Message string `json:"errorMessage"`
	}
	// The SAM CLI succeeds if the function fails.
	if json.Unmarshal(bytes.TrimSpace(response.Bytes()), &failed) == nil && failed.Message != "" {
		err = errors.Join(err, errors.New(failed.Message))
	}
	return err
}
