package main

import (
	"context"
	"flag"
	"fmt"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"mesa/tools/deployment"
)

func redriveCommand() command {
	return command{
		name: "redrive", summary: "Send failed mails again, or process failed batches of the table's stream again",
		details: "Remove the cause of the failures first. Mails are moved from the dead-letter queue back to the mail queue, and " +
			"send-mail sends no mail twice. With -stream, route or notify is invoked with each batch, and the message about the batch is " +
			"deleted if the function succeeds.",
		register: func(flags *flag.FlagSet) execution {
			isDryRun := flags.Bool("dry-run", false, "only count the mails or batches")
			isStream := flags.Bool("stream", false, "process the failed batches of the table's stream instead of the mails")
			return func(ctx context.Context, console console, stack deployment.Stack, _ []string) error {
				if !*isStream {
					return redriveMails(ctx, console, stack, *isDryRun)
				}
				redriver, err := newBatchRedriver(ctx, stack)
				if err != nil {
					return err
				}
				return redriver.run(ctx, console, *isDryRun)
			}
		},
	}
}

func redriveMails(ctx context.Context, console console, stack deployment.Stack, isDryRun bool) error {
	from, err := stack.Output("DeadLettersUrl")
	if err != nil {
		return err
	}
	to, err := stack.Output("MailQueueUrl")
	if err != nil {
		return err
	}
	client := sqs.NewFromConfig(stack.Config)
	if isDryRun {
		count, err := queueLength(ctx, client, from)
		console.printf("mails in the dead-letter queue: %d\n", count)
		return err
	}
	moved, err := redrive(ctx, client, from, to)
	console.printf("moved mails: %d\n", moved)
	return err
}

// The times of a redrive, in seconds.
const (
	// receiveWait is the maximum wait for messages. A wait makes SQS look for messages on all of its servers.
	receiveWait = 1
	// moveTimeout is the time after which a message that was received but not deleted is visible again.
	moveTimeout = 30
)

// redrive moves all messages of a queue to another queue, and returns their number. It does not use SQS's own move task, which
// emulators lack. If it is interrupted between the two queues, a message is in both; send-mail deduplicates by identifier.
func redrive(ctx context.Context, client *sqs.Client, from, to string) (int, error) {
	moved := 0
	for {
		received, err := client.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{
			QueueUrl: &from, MaxNumberOfMessages: 10, WaitTimeSeconds: receiveWait, VisibilityTimeout: moveTimeout,
		})
		if err != nil {
			return moved, fmt.Errorf("receive dead letters: %w", err)
		}
		if len(received.Messages) == 0 {
			return moved, nil
		}
		for _, message := range received.Messages {
			if _, err := client.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: &to, MessageBody: message.Body}); err != nil {
				return moved, fmt.Errorf("queue message %s: %w", aws.ToString(message.MessageId), err)
			}
			if _, err := client.DeleteMessage(ctx, &sqs.DeleteMessageInput{QueueUrl: &from, ReceiptHandle: message.ReceiptHandle}); err != nil {
				return moved, fmt.Errorf("delete dead letter %s: %w", aws.ToString(message.MessageId), err)
			}
			moved++
		}
	}
}

// queueLength returns the approximate number of messages that are waiting in a queue.
func queueLength(ctx context.Context, client *sqs.Client, url string) (int, error) {
	found, err := client.GetQueueAttributes(ctx, &sqs.GetQueueAttributesInput{
		QueueUrl: &url, AttributeNames: []types.QueueAttributeName{types.QueueAttributeNameApproximateNumberOfMessages},
	})
	if err != nil {
		return 0, fmt.Errorf("read the queue %s: %w", url, err)
	}
	return strconv.Atoi(found.Attributes[string(types.QueueAttributeNameApproximateNumberOfMessages)])
}
