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

// Shortly before its timeout, an invocation must not start another message. It returns the remaining messages to the queue and
// has time left to send that response.
func TestWhatIsNotBegunInTimeIsGivenBack(t *testing.T) {
	ends := time.Now().Add(2*time.Second + 50*time.Millisecond)
	run, cancel := context.WithDeadline(t.Context(), ends)
	defer cancel()
	begun := 0
	answer, err := eventapi.Queue("send-mail", func(ctx context.Context, _ int) error {
		begun++
		<-ctx.Done()
		return nil // the mail was sent in spite of the deadline
	})(run, events.SQSEvent{Records: []events.SQSMessage{{MessageId: "a", Body: "1"}, {MessageId: "b", Body: "2"}}})
	if err != nil || begun != 1 || len(answer.BatchItemFailures) != 1 || answer.BatchItemFailures[0].ItemIdentifier != "b" {
		t.Errorf("%d begun, given back %+v, %v", begun, answer.BatchItemFailures, err)
	}
	if left := time.Until(ends); left < time.Second {
		t.Errorf("%s are left", left)
	}
}
