package eventapi_test

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/aws/aws-lambda-go/events"

	"mesa/shared/eventapi"
)

// What a queue's function answers decides what is tried again: a message that succeeded must never be.
func TestOnlyMessagesThatFailedAreGivenBack(t *testing.T) {
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
		"all went well":           {[]string{"1", "2"}, `{"batchItemFailures":[]}`},
		"one failed":              {[]string{"1", "-2"}, `{"batchItemFailures":[{"itemIdentifier":"-2"}]}`},
		"one that is not of ours": {[]string{`"x"`, "2"}, `{"batchItemFailures":[{"itemIdentifier":"\"x\""}]}`},
	} {
		var event events.SQSEvent
		for _, body := range c.bodies {
			event.Records = append(event.Records, events.SQSMessage{MessageId: body, Body: body})
		}
		answer, err := handle(t.Context(), event)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, err := json.Marshal(answer)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %s, %v, want %s", name, got, err, c.want)
		}
	}
}
