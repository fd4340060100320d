package eventapi_test

import (
	"context"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/events"

	"mesa/shared/edge/eventapi"
)

// The function's response determines which messages are retried. A message that succeeded must not be retried.
func TestOnlyFailedMessagesAreRetried(t *testing.T) {
	handle := eventapi.Queue("send-mail", func(_ context.Context, n int) error {
		if n < 0 {
			return errors.New("refused")
		}
		return nil
	})
	for name, c := range map[string]struct {
		bodies []string
		want   string
	}{
		"no failure":          {[]string{"1", "2"}, `{"batchItemFailures":[]}`},
		"a failure":           {[]string{"1", "-2"}, `{"batchItemFailures":[{"itemIdentifier":"-2"}]}`},
		"a malformed message": {[]string{`"x"`, "2"}, `{"batchItemFailures":[{"itemIdentifier":"\"x\""}]}`},
	} {
		var event events.SQSEvent
		for _, body := range c.bodies {
			event.Records = append(event.Records, events.SQSMessage{MessageId: body, Body: body})
		}
		response, err := handle(t.Context(), event)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, err := json.Marshal(response)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %s, %v, want %s", name, got, err, c.want)
		}
	}
}

// Shortly before its timeout, an invocation must not start another message. It returns the remaining messages to the queue and
// has time left to send that response.
func TestMessagesNotStartedInTimeAreRetried(t *testing.T) {
	timeout := time.Now().Add(2*time.Second + 50*time.Millisecond)
	ctx, cancel := context.WithDeadline(t.Context(), timeout)
	defer cancel()
	started := 0
	response, err := eventapi.Queue("send-mail", func(ctx context.Context, _ int) error {
		started++
		<-ctx.Done()
		return nil // the mail was sent in spite of the deadline
	})(ctx, events.SQSEvent{Records: []events.SQSMessage{{MessageId: "a", Body: "1"}, {MessageId: "b", Body: "2"}}})
	if err != nil || started != 1 || len(response.BatchItemFailures) != 1 || response.BatchItemFailures[0].ItemIdentifier != "b" {
		t.Errorf("%d started, to retry: %+v, %v", started, response.BatchItemFailures, err)
	}
	if left := time.Until(timeout); left < time.Second {
		t.Errorf("%s are left", left)
	}
}
