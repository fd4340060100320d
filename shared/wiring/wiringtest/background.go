package wiringtest

import (
	"context"
	"encoding/json"
	"strconv"
	"testing"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/notify"
	"mesa/shared/edge/eventapi"
	"mesa/shared/platform/observe"
)

// Stream sends items to a function that reads the table's stream, as one batch. It returns the cost of the call.
func (f Function) Stream(items ...map[string]types.AttributeValue) (observe.Cost, error) {
	f.Helper()
	ctx, meter := f.context()
	err := f.Handler(f.parts).(func(context.Context, eventapi.StreamEvent) error)(ctx, StreamEvent(f.TB, items...))
	return meter.Cost(), err
}

// StreamEvent returns a batch of the table's stream with items as the new images.
func StreamEvent(tb testing.TB, items ...map[string]types.AttributeValue) eventapi.StreamEvent {
	tb.Helper()
	event := eventapi.StreamEvent{Records: make([]eventapi.StreamRecord, len(items))}
	for i, item := range items {
		image, err := attributevalue.MarshalMapJSON(item)
		if err != nil {
			tb.Fatal(err)
		}
		event.Records[i].Change.NewImage = image
	}
	return event
}

// Mails sends mails to a function that receives the messages of the mail queue. It returns the mails that go back to the queue.
func (f Function) Mails(mails ...notify.Mail) []notify.Mail {
	f.Helper()
	var event events.SQSEvent
	for i, mail := range mails {
		body, err := json.Marshal(mail)
		if err != nil {
			f.Fatal(err)
		}
		event.Records = append(event.Records, events.SQSMessage{MessageId: strconv.Itoa(i), Body: string(body)})
	}
	ctx, _ := f.context()
	response, err := f.Handler(f.parts).(func(context.Context, events.SQSEvent) (events.SQSEventResponse, error))(ctx, event)
	if err != nil {
		f.Error(err)
		return mails
	}
	var failed []notify.Mail
	for _, failure := range response.BatchItemFailures {
		i, err := strconv.Atoi(failure.ItemIdentifier)
		if err != nil {
			f.Fatal(err)
		}
		failed = append(failed, mails[i])
	}
	return failed
}

// Run runs a function that a schedule invokes. It returns the meter of the run.
func (f Function) Run() (*observe.Meter, error) {
	ctx, meter := f.context()
	err := f.Handler(f.parts).(func(context.Context) error)(ctx)
	return meter, err
}
