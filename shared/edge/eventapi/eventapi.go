// Package eventapi serves the functions that the table's stream, a queue or a schedule invokes. As httpapi does for requests,
// it is the only package that handles the format of events. Each invocation writes one log line.
package eventapi

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/aws/aws-lambda-go/events"

	"mesa/shared/domain/ticket"
	"mesa/shared/edge/invocation"
	"mesa/shared/platform/observe"
)

// StreamEvent is a batch of records of the table's stream. The images are in DynamoDB's JSON format.
type StreamEvent struct {
	Records []StreamRecord `json:"Records"`
}

// StreamRecord is the record of one write. The image is empty if the write deleted the item.
type StreamRecord struct {
	Change struct {
		NewImage json.RawMessage `json:"NewImage"`
	} `json:"dynamodb"`
}

// Stream returns the handler of a function that reads the table's stream. If handle returns an error, Lambda retries the whole
// batch. So handle must be idempotent.
func Stream(operation string, read func(json.RawMessage) (ticket.StreamImage, error), handle func(context.Context, []ticket.StreamImage) error) func(context.Context, StreamEvent) error {
	return func(ctx context.Context, event StreamEvent) error {
		return logged(ctx, operation, func(ctx context.Context) error {
			images := make([]ticket.StreamImage, 0, len(event.Records))
			for _, record := range event.Records {
				if len(record.Change.NewImage) == 0 {
					continue
				}
				image, err := read(record.Change.NewImage)
				if err != nil {
					return err
				}
				images = append(images, image)
			}
			return handle(ctx, images)
		})
	}
}

// Queue returns the handler of a function that receives messages from a queue. Only failed messages return to the queue.
func Queue[T any](operation string, handle func(context.Context, T) error) func(context.Context, events.SQSEvent) (events.SQSEventResponse, error) {
	return func(ctx context.Context, event events.SQSEvent) (events.SQSEventResponse, error) {
		// The list must be empty instead of null, because the emulator treats null as a failure.
		response := events.SQSEventResponse{BatchItemFailures: []events.SQSBatchItemFailure{}}
		err := logged(ctx, operation, func(ctx context.Context) error {
			var failures []error
			for _, record := range event.Records {
				err := ctx.Err() // messages not started in time return to the queue
				if err == nil {
					err = observe.Recovered(func() error { return handleMessage(ctx, record.Body, handle) })()
				}
				if err != nil {
					failures = append(failures, err)
					response.BatchItemFailures = append(response.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: record.MessageId})
				}
			}
			return errors.Join(failures...)
		})
		if err != nil && len(response.BatchItemFailures) == 0 {
			return response, err
		}
		return response, nil
	}
}

func handleMessage[T any](ctx context.Context, body string, handle func(context.Context, T) error) error {
	var message T
	if err := json.Unmarshal([]byte(body), &message); err != nil {
		return fmt.Errorf("malformed message: %w", err)
	}
	return handle(ctx, message)
}

// Schedule returns the handler of a function that a schedule invokes.
func Schedule(operation string, handle func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error { return logged(ctx, operation, handle) }
}

func logged(ctx context.Context, operation string, run func(context.Context) error) error {
	started := time.Now()
	ctx, meter := observe.WithMeter(ctx)
	err := observe.Recovered(func() error {
		workCtx, cancel := invocation.WithWorkDeadline(ctx)
		defer cancel()
		return run(workCtx)
	})()
	line := observe.Line{
		Operation: operation, RequestID: invocation.RequestID(ctx), Duration: time.Since(started), Cost: meter.Cost(), Err: err,
		Backlog: meter.Backlog(), Level: slog.LevelInfo,
	}
	if err != nil {
		line.Level = slog.LevelError
	}
	observe.Log(ctx, line)
	return err
}
