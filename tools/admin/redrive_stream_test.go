package main

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	sqstypes "github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"mesa/shared/adapter/files"
)

// recordedInvocations is an invoker that records the payloads. It fails for the functions "broken" and "denied".
type recordedInvocations struct{ payloads []string }

func (r *recordedInvocations) Invoke(_ context.Context, input *lambda.InvokeInput, _ ...func(*lambda.Options)) (*lambda.InvokeOutput, error) {
	r.payloads = append(r.payloads, string(input.Payload))
	switch {
	case strings.HasSuffix(*input.FunctionName, "denied"):
		return nil, errors.New("access denied")
	case strings.HasSuffix(*input.FunctionName, "broken"):
		return &lambda.InvokeOutput{FunctionError: new("Unhandled"), Payload: []byte(`{"errorMessage":"still broken"}`)}, nil
	}
	return &lambda.InvokeOutput{}, nil
}

// addFailedBatch stores a batch as Lambda does, and queues a message about it as S3 and EventBridge do.
func addFailedBatch(t *testing.T, redriver batchRedriver, bucket, function, payload string) {
	t.Helper()
	key := "aws/lambda/" + function
	object, err := json.Marshal(map[string]any{
		"requestContext": map[string]any{"functionArn": "arn:aws:lambda:us-east-1:123456789012:function:" + function}, "payload": payload,
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := redriver.objects.PutObject(t.Context(), &s3.PutObjectInput{Bucket: &bucket, Key: &key, Body: strings.NewReader(string(object))}); err != nil {
		t.Fatal(err)
	}
	addMessage(t, redriver, `{"source":"aws.s3","detail-type":"Object Created","detail":{"bucket":{"name":"`+bucket+`"},"object":{"key":"`+key+`"}}}`)
}

func addMessage(t *testing.T, redriver batchRedriver, body string) {
	t.Helper()
	if _, err := redriver.queues.SendMessage(t.Context(), &sqs.SendMessageInput{QueueUrl: &redriver.queue, MessageBody: &body}); err != nil {
		t.Fatal(err)
	}
}

// TestRedriveStreamDeletesOnlyProcessedBatches processes batches of functions that succeed and fail.
func TestRedriveStreamDeletesOnlyProcessedBatches(t *testing.T) {
	stack := emulatorStack(t)
	stack.Name = "redrive-" + strconv.FormatInt(time.Now().UnixNano(), 36)
	newQueue(t, sqs.NewFromConfig(stack.Config), stack.Name+"-stream-failures")
	redriver, err := newBatchRedriver(t.Context(), stack)
	if err != nil {
		t.Fatal(err)
	}
	functions := &recordedInvocations{}
	redriver.functions = functions
	newBucket(t, stack.Config, stack.Name)
	addFailedBatch(t, redriver, stack.Name, "route", `{"Records":[1]}`)
	addFailedBatch(t, redriver, stack.Name, "notify", `{"Records":[2]}`)
	addFailedBatch(t, redriver, stack.Name, "broken", `{"Records":[3]}`)
	addFailedBatch(t, redriver, stack.Name, "denied", `{"Records":[4]}`)
	addFailedBatch(t, redriver, stack.Name, "empty", "")
	addMessage(t, redriver, `{"DDBStreamBatchInfo":{"startSequenceNumber":"1"}}`)

	console, out := scripted()
	if err := redriver.run(t.Context(), console, true); err != nil || !strings.Contains(out.String(), "failed batches in the queue: 6\n") {
		t.Errorf("printed %q, %v", out, err)
	}
	err = redriver.run(t.Context(), console, false)
	for _, want := range []string{"still broken", "access denied", "contains no batch", "messages contain only sequence numbers"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is missing in: %v", want, err)
		}
	}
	if !strings.Contains(out.String(), "processed batches: 2\n") || len(functions.payloads) != 4 || !strings.Contains(strings.Join(functions.payloads, ""), `{"Records":[2]}`) {
		t.Errorf("printed %q, invoked with %q", out, functions.payloads)
	}
	const unprocessed = sqstypes.QueueAttributeNameApproximateNumberOfMessagesNotVisible
	attributes, err := redriver.queues.GetQueueAttributes(t.Context(), &sqs.GetQueueAttributesInput{QueueUrl: &redriver.queue, AttributeNames: []sqstypes.QueueAttributeName{unprocessed}})
	if err != nil || attributes.Attributes[string(unprocessed)] != "4" {
		t.Errorf("the queue has %v, %v", attributes, err)
	}
}

// newBucket creates a bucket. It stays on the emulator, whose state is deleted after the tests.
func newBucket(t *testing.T, config aws.Config, name string) {
	t.Helper()
	if _, err := files.NewClient(config).CreateBucket(t.Context(), &s3.CreateBucketInput{Bucket: &name}); err != nil {
		t.Fatal(err)
	}
}
