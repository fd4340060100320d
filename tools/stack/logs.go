package main

import (
	"context"
	"fmt"
	"time"
)

// followLogs prints what the functions log, as it comes, from a minute ago on.
func followLogs(ctx context.Context, set settings) error {
	deployed, err := set.stackOutputs(ctx)
	if err != nil {
		return err
	}
	if deployed == nil {
		return fmt.Errorf("nothing is deployed at %s: `make up` first", set.aws())
	}
	seen := map[string]bool{}
	from := time.Now().Add(-time.Minute)
	for {
		var told struct {
			Events []struct {
				EventID   string `json:"eventId"`
				Timestamp int64  `json:"timestamp"`
				Message   string `json:"message"`
				Stream    string `json:"logStreamName"`
			} `json:"events"`
		}
		in := map[string]any{"logGroupName": deployed["LogGroup"], "startTime": from.UnixMilli()}
		if err := set.json(ctx, "logs", "Logs_20140328.FilterLogEvents", in, &told); err != nil {
			return err
		}
		for _, event := range told.Events {
			if seen[event.EventID] {
				continue
			}
			seen[event.EventID] = true
			fmt.Println(event.Message)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(time.Second):
		}
	}
}
