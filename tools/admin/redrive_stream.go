package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	sqstypes "github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"mesa/shared/adapter/files"
	"mesa/tools/deployment"
)

// batchTimeout is the time in seconds after which a message of a batch is visible again if it is not deleted. It is longer than
// the timeouts of the functions that process the stream.
const batchTimeout = 120

// objectCreated is the event with which S3 reports a failed batch: the object contains a failedBatch. On the emulator, a
// message has no object.
type objectCreated struct {
	Detail struct {
		Bucket struct{ Name string }
		Object struct{ Key string }
	}
}

// failedBatch is the record that Lambda writes for a batch that a function could not process.
type failedBatch struct {
	RequestContext struct{ FunctionArn string }
	// Payload is the JSON of the event with which the function was invoked.
	Payload string
}

// batchRedriver processes the failed batches of a queue again.
type batchRedriver struct {
	queues    *sqs.Client
	objects   *s3.Client
	functions invoker
	queue     string
}

func newBatchRedriver(ctx context.Context, stack deployment.Stack) (batchRedriver, error) {
	queues := sqs.NewFromConfig(stack.Config)
	queue, err := failedBatchesQueue(ctx, queues, stack)
	return batchRedriver{queues, files.NewClient(stack.Config), lambda.NewFromConfig(stack.Config), queue}, err
}

// failedBatchesQueue returns the URL of the queue with a message for each failed batch of the table's stream.
func failedBatchesQueue(ctx context.Context, client *sqs.Client, stack deployment.Stack) (string, error) {
	queue, err := client.GetQueueUrl(ctx, &sqs.GetQueueUrlInput{QueueName: aws.String(stack.Name + "-stream-failures")})
	if err != nil {
		return "", err
	}
	return aws.ToString(queue.QueueUrl), nil
}

// run processes every batch in the queue, or only prints the number of batches if isDryRun is set.
func (r batchRedriver) run(ctx context.Context, console console, isDryRun bool) error {
	if isDryRun {
		count, err := queueLength(ctx, r.queues, r.queue)
		console.printf("failed batches in the queue: %d\n", count)
		return err
	}
	processed, err := r.processAll(ctx)
	console.printf("processed batches: %d\n", processed)
	return err
}

// processAll invokes the function of each batch with its records, and deletes the messages of the batches that succeed. It
// returns the number of these batches, and the errors of the failed batches, whose messages are visible again after
// batchTimeout.
func (r batchRedriver) processAll(ctx context.Context) (int, error) {
	processed := 0
	var failures []error
	for {
		received, err := r.queues.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{
			QueueUrl: &r.queue, MaxNumberOfMessages: 1, WaitTimeSeconds: receiveWait, VisibilityTimeout: batchTimeout,
		})
		if err != nil {
			return processed, errors.Join(append(failures, fmt.Errorf("receive failed batches: %w", err))...)
		}
		if len(received.Messages) == 0 {
			return processed, errors.Join(failures...)
		}
		message := received.Messages[0]
		if err := r.process(ctx, message); err != nil {
			failures = append(failures, fmt.Errorf("message %s: %w", aws.ToString(message.MessageId), err))
			continue
		}
		processed++
	}
}

func (r batchRedriver) process(ctx context.Context, message sqstypes.Message) error {
	batch, err := r.read(ctx, message)
	if err != nil {
		return err
	}
	if err := invoke(ctx, r.functions, batch.RequestContext.FunctionArn, []byte(batch.Payload)); err != nil {
		return err
	}
	_, err = r.queues.DeleteMessage(ctx, &sqs.DeleteMessageInput{QueueUrl: &r.queue, ReceiptHandle: message.ReceiptHandle})
	return err
}

// read reads the batch that a message names. It returns an error if the message names no object, or if the object contains no
// batch.
func (r batchRedriver) read(ctx context.Context, message sqstypes.Message) (failedBatch, error) {
	var batch failedBatch
	var event objectCreated
	if err := json.Unmarshal([]byte(aws.ToString(message.Body)), &event); err != nil {
		return batch, fmt.Errorf("decode the message: %w", err)
	}
	bucket, key := event.Detail.Bucket.Name, event.Detail.Object.Key
	if bucket == "" || key == "" {
		return batch, errors.New("it names no object with records; on the emulator, messages contain only sequence numbers")
	}
	object, err := r.objects.GetObject(ctx, &s3.GetObjectInput{Bucket: &bucket, Key: &key})
	if err != nil {
		return batch, fmt.Errorf("read s3://%s/%s: %w", bucket, key, err)
	}
	defer object.Body.Close()
	if err := json.NewDecoder(object.Body).Decode(&batch); err != nil {
		return batch, fmt.Errorf("decode s3://%s/%s: %w", bucket, key, err)
	}
	if batch.RequestContext.FunctionArn == "" || batch.Payload == "" {
		return batch, fmt.Errorf("s3://%s/%s contains no batch", bucket, key)
	}
	return batch, nil
}
