package main

import (
	"context"
	"fmt"
	"maps"
	"time"
)

// logEvent is one line of the log. The emulator gives them no identifiers, so the whole of it tells one from another.
type logEvent struct {
	Timestamp int64  `json:"timestamp"`
	Message   string `json:"message"`
	Stream    string `json:"logStreamName"`
}

// late is how long after it was written a line may appear.
const late = 10 * time.Second

// followLogs prints what the functions log, as it comes, from a minute ago on.
func followLogs(ctx context.Context, set settings) error {
	deployed, err := set.stackOutputs(ctx)
	if err != nil {
		return err
	}
	if deployed == nil {
		return fmt.Errorf("nothing is deployed at %s: `make up` first", set.aws())
	}
	seen := map[logEvent]bool{}
	from := time.Now().Add(-time.Minute).UnixMilli()
	for {
		var told struct {
			Events []logEvent `json:"events"`
		}
		in := map[string]any{"logGroupName": deployed["LogGroup"], "startTime": from}
		if err := set.json(ctx, "logs", "Logs_20140328.FilterLogEvents", in, &told); err != nil {
			return err
		}
		for _, event := range told.Events {
			if seen[event] {
				continue
			}
			seen[event] = true
			fmt.Println(event.Message)
			from = max(from, event.Timestamp-late.Milliseconds())
		}
		maps.DeleteFunc(seen, func(event logEvent, _ bool) bool { return event.Timestamp < from })
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(time.Second):
		}
	}
}
