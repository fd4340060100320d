// Package mailqueue adds mails to the SQS queue that send-mail reads.
package mailqueue

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/settings"
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
func (q *Queue) Send(ctx context.Context, mail notify.Mail) error { return q.SendAfter(ctx, mail, 0) }

// SendAfter queues a mail that send-mail receives after a delay, which is rounded up to seconds. SQS allows at most 15 minutes.
func (q *Queue) SendAfter(ctx context.Context, mail notify.Mail, delay time.Duration) error {
	body, err := json.Marshal(mail)
	if err != nil {
		return fmt.Errorf("mail %s: %w", mail.ID, err)
	}
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	message := &sqs.SendMessageInput{QueueUrl: &q.url, MessageBody: aws.String(string(body)), DelaySeconds: seconds(delay)}
	if _, err := q.client.SendMessage(ctx, message); err != nil {
		return fault.WithCause(fault.Unavailable, fmt.Errorf("queue mail %s: %w", mail.ID, err))
	}
	return nil
}

func seconds(delay time.Duration) int32 {
	return int32(math.Ceil(min(max(delay, 0), settings.MaxMailWindow).Seconds()))
}
