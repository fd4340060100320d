package main

import (
	"context"
	"fmt"
	"maps"
	"time"
)

// logEvent is one line of the log. The emulator's events have no id, so events with equal values count as the same line.
type logEvent struct {
	Timestamp int64  `json:"timestamp"`
	Message   string `json:"message"`
	Stream    string `json:"logStreamName"`
}

// maxDelay is the maximum time between the writing and the appearance of a line.
const maxDelay = 10 * time.Second

// followLogs prints the functions' log, starting one minute ago, and follows it.
func followLogs(ctx context.Context, set settings) error {
	deployed, err := set.stackOutputs(ctx, stackName)
	if err != nil {
		return err
	}
	if deployed == nil {
		return fmt.Errorf("no stack is deployed at %s: run `make up` first", set.aws())
	}
	seen := map[logEvent]bool{}
	from := time.Now().Add(-time.Minute).UnixMilli()
	for {
		var page struct {
			Events []logEvent `json:"events"`
		}
		in := map[string]any{"logGroupName": deployed["LogGroup"], "startTime": from}
		if err := set.json(ctx, "logs", "Logs_20140328.FilterLogEvents", in, &page); err != nil {
			return err
		}
		for _, event := range page.Events {
			if seen[event] {
				continue
			}
			seen[event] = true
			fmt.Println(event.Message)
			from = max(from, event.Timestamp-maxDelay.Milliseconds())
		}
		maps.DeleteFunc(seen, func(event logEvent, _ bool) bool { return event.Timestamp < from })
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(time.Second):
		}
	}
}
