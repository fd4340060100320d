package running

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
	sqstypes "github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/limit"
	"mesa/tools/mailbox"
)

// Mails returns the mails about a ticket to an address, or to all addresses if to is "". The newest mail is the first.
func (s *Stack) Mails(ctx context.Context, number, to string) ([]mailbox.Mail, error) {
	all, err := mailbox.Read(ctx, s.Mailbox)
	return slices.DeleteFunc(all, func(mail mailbox.Mail) bool {
		return !strings.Contains(mail.Subject+mail.Text, number) || to != "" && !strings.Contains(strings.Join(mail.To, " "), to)
	}), err
}

// QueueLength returns the number of messages in a queue, including messages in flight.
func (s *Stack) QueueLength(tb testing.TB, url string) int {
	tb.Helper()
	attributes, err := sqs.NewFromConfig(s.AWSConfig()).GetQueueAttributes(tb.Context(), &sqs.GetQueueAttributesInput{
		QueueUrl: &url, AttributeNames: []sqstypes.QueueAttributeName{sqstypes.QueueAttributeNameAll},
	})
	if err != nil {
		tb.Fatalf("%s: %v", url, err)
	}
	length := 0
	for _, name := range []string{"ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"} {
		n, err := strconv.Atoi(attributes.Attributes[name])
		if err != nil {
			tb.Fatal(fmt.Errorf("%s of %s: %w", name, url, err))
		}
		length += n
	}
	return length
}

// Queue returns the URL of a queue of the stack. The name is the part after the stack's name, such as "mail-dead-letters".
func (s *Stack) Queue(name string) string {
	mail := s.Outputs["MailQueueUrl"]
	return mail[:strings.LastIndex(mail, "/")+1] + s.Name + "-" + name
}

// ResetLimits deletes the same counters as DeleteLimits, and fails the test on an error. It may be used in a test's cleanup.
func (s *Stack) ResetLimits(tb testing.TB) {
	tb.Helper()
	if err := s.DeleteLimits(context.WithoutCancel(tb.Context())); err != nil {
		tb.Fatal(err)
	}
}

// UseQuota uses up a person's quota of an act for the current and the next day (P10).
func (s *Stack) UseQuota(tb testing.TB, act limit.Act, personID string) {
	tb.Helper()
	for _, at := range []time.Time{time.Now(), time.Now().Add(act.Window())} {
		used := table.Upsert(table.LimitKey(act, personID, act.WindowStart(at)), "limit").Set("used", 1<<50)
		if err := s.OpenTable().Write(tb.Context(), used); err != nil {
			tb.Fatal(err)
		}
	}
}

// DeleteLimits deletes the counters of this machine's address for the current and the next window. So tests may send account
// requests, fail to sign in and use articles without a session (A2, A8, L7).
func (s *Stack) DeleteLimits(ctx context.Context) error {
	db := s.OpenTable()
	for _, act := range []limit.Act{limit.AccountRequests, limit.PasswordResets, limit.FailedSignIns, limit.ArticleUses} {
		for _, window := range []time.Time{time.Now(), time.Now().Add(act.Window())} {
			for _, address := range []string{"127.0.0.1", "::1"} {
				if err := db.Write(ctx, table.Delete(table.LimitKey(act, limit.Source(address), act.WindowStart(window)))); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// CountActs counts acts of this machine's address in the current window, until the counter is at least count. So a test of a limit
// need not send hundreds of requests.
func (s *Stack) CountActs(tb testing.TB, act limit.Act, count int) {
	tb.Helper()
	limits := s.Store().Limits
	for counted := 0; counted < count; {
		var err error
		if counted, err = limits.Count(tb.Context(), act, limit.Source("127.0.0.1"), time.Now()); err != nil {
			tb.Fatal(err)
		}
	}
}

// Eventually polls a condition until it is true and returns the elapsed time. After the timeout it fails the test and prints
// the last value that the condition returned.
func Eventually(tb testing.TB, timeout time.Duration, description string, condition func() (bool, any)) time.Duration {
	tb.Helper()
	started := time.Now()
	for {
		done, last := condition()
		if done {
			return time.Since(started)
		}
		if time.Since(started) > timeout {
			tb.Fatalf("%s: not within %s; last seen: %+v", description, timeout, last)
		}
		time.Sleep(150 * time.Millisecond)
	}
}
