// Package mailqueue adds mails to the SQS queue that send-mail reads.
package mailqueue

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/notify"
)

// callTimeout limits one call, including the SDK's retries.
const callTimeout = 3 * time.Second

// Queue is the mail queue.
type Queue struct {
	client *sqs.Client
	url    string
}

// Open returns the queue with a URL.
func Open(config aws.Config, url string) *Queue {
	return &Queue{client: sqs.NewFromConfig(config), url: url}
}

// Send queues a mail. A mail that is queued twice is sent once, because send-mail deduplicates by identifier.
func (q *Queue) Send(ctx context.Context, mail notify.Mail) error {
	body, err := json.Marshal(mail)
	if err != nil {
		return fmt.Errorf("mail %s: %w", mail.ID, err)
	}
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	if _, err := q.client.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: &q.url, MessageBody: aws.String(string(body))}); err != nil {
		return fault.WithCause(fault.Unavailable, fmt.Errorf("queue mail %s: %w", mail.ID, err))
	}
	return nil
}
