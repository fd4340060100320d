package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"mesa/tools/deployment"
	"mesa/tools/stackfile/stackfiletest"
)

// newQueue creates a queue on the emulator and returns its URL. The queue is deleted after the test.
func newQueue(t *testing.T, client *sqs.Client, name string) string {
	t.Helper()
	created, err := client.CreateQueue(t.Context(), &sqs.CreateQueueInput{QueueName: &name})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := client.DeleteQueue(context.Background(), &sqs.DeleteQueueInput{QueueUrl: created.QueueUrl}); err != nil {
			t.Error(err)
		}
	})
	return *created.QueueUrl
}

// emulatorStack returns a stack on the emulator without resources; see stackfiletest.Emulator.
func emulatorStack(t *testing.T) deployment.Stack {
	t.Helper()
	return deployment.Stack{Config: stackfiletest.Emulator(t), IsLocal: true, Outputs: map[string]string{}}
}

func TestRedriveMovesAllMails(t *testing.T) {
	stack := emulatorStack(t)
	client := sqs.NewFromConfig(stack.Config)
	unique := strconv.FormatInt(time.Now().UnixNano(), 36)
	stack.Outputs["DeadLettersUrl"], stack.Outputs["MailQueueUrl"] = newQueue(t, client, "dead-letters-"+unique), newQueue(t, client, "mail-"+unique)
	const mails = 12 // more than one batch
	for i := range mails {
		body := fmt.Sprintf(`{"id":"%d"}`, i)
		if _, err := client.SendMessage(t.Context(), &sqs.SendMessageInput{QueueUrl: new(stack.Outputs["DeadLettersUrl"]), MessageBody: &body}); err != nil {
			t.Fatal(err)
		}
	}
	// The SDK repeats a call whose response was lost, so a mail can be in the queue twice.
	sent, err := queueLength(t.Context(), client, stack.Outputs["DeadLettersUrl"])
	if err != nil || sent < mails {
		t.Fatalf("%d messages are in the dead-letter queue, want at least %d: %v", sent, mails, err)
	}
	for _, step := range []struct {
		isDryRun          bool
		printed           string
		inDeadLetters, in int
	}{
		{true, fmt.Sprintf("mails in the dead-letter queue: %d", sent), sent, 0},
		{false, fmt.Sprintf("moved mails: %d", sent), 0, sent},
		{false, "moved mails: 0", 0, sent},
	} {
		console, out := scripted()
		if err := redriveMails(t.Context(), console, stack, step.isDryRun); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSpace(out.String()); got != step.printed {
			t.Errorf("printed %q, want %q", got, step.printed)
		}
		if got, err := queueLength(t.Context(), client, stack.Outputs["DeadLettersUrl"]); got != step.inDeadLetters || err != nil {
			t.Errorf("%d dead letters, want %d: %v", got, step.inDeadLetters, err)
		}
		if got, err := queueLength(t.Context(), client, stack.Outputs["MailQueueUrl"]); got < step.in || step.in == 0 && got > 0 || err != nil {
			t.Errorf("%d messages in the queue, want %d: %v", got, step.in, err)
		}
	}
	if got := mailIDs(t, client, stack.Outputs["MailQueueUrl"]); len(got) != mails {
		t.Errorf("the queue has the mails %v, want %d", got, mails)
	}
}

// mailIDs returns the identifiers of the mails in a queue, without repetitions.
func mailIDs(t *testing.T, client *sqs.Client, url string) []string {
	t.Helper()
	ids := map[string]bool{}
	for {
		received, err := client.ReceiveMessage(t.Context(), &sqs.ReceiveMessageInput{QueueUrl: &url, MaxNumberOfMessages: 10, VisibilityTimeout: 60})
		if err != nil {
			t.Fatal(err)
		}
		if len(received.Messages) == 0 {
			return slices.Sorted(maps.Keys(ids))
		}
		for _, message := range received.Messages {
			ids[aws.ToString(message.Body)] = true
		}
	}
}
