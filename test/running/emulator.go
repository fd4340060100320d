package running

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	sqstypes "github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"mesa/shared/domain/limit"
)

// Mail is one that was handed to SES.
type Mail struct {
	ID      string `json:"MessageId"`
	From    string `json:"Source"`
	To      []string
	Subject string
	Text    string  `json:"BodyText"`
	HTML    string  `json:"BodyHtml"`
	At      float64 `json:"Timestamp"`
}

// Mails returns what was mailed of a ticket, to an address or, with "", to anyone.
func (s *Stack) Mails(ctx context.Context, number, to string) ([]Mail, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.AWS+"/_ministack/ses/messages", http.NoBody)
	if err != nil {
		return nil, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var told struct{ Messages map[string][]Mail }
	if err := json.NewDecoder(response.Body).Decode(&told); err != nil {
		return nil, err
	}
	var found []Mail
	for _, mails := range told.Messages {
		for _, mail := range mails {
			if strings.Contains(mail.Subject+mail.Text, number) && (to == "" || strings.Contains(strings.Join(mail.To, " "), to)) {
				found = append(found, mail)
			}
		}
	}
	return found, nil
}

// Waiting is how many messages a queue has, in flight or not.
func (s *Stack) Waiting(tb testing.TB, url string) int {
	tb.Helper()
	// The names are left to default to the endpoint that tests reach the queue by.
	told, err := sqs.NewFromConfig(s.Reach()).GetQueueAttributes(tb.Context(), &sqs.GetQueueAttributesInput{
		QueueUrl: &url, AttributeNames: []sqstypes.QueueAttributeName{sqstypes.QueueAttributeNameAll},
	})
	if err != nil {
		tb.Fatalf("%s: %v", url, err)
	}
	all := 0
	for _, name := range []string{"ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"} {
		n, err := strconv.Atoi(told.Attributes[name])
		if err != nil {
			tb.Fatal(fmt.Errorf("%s of %s: %w", name, url, err))
		}
		all += n
	}
	return all
}

// Queue is the address of a queue by the end of its name, such as "mail-dead-letters".
func (s *Stack) Queue(name string) string {
	mail := s.Outputs["MailQueueUrl"]
	return mail[:strings.LastIndex(mail, "/")+1] + s.Name + "-" + name
}

// ForgetLimits forgets what was counted of this machine's address in the present windows and the next, so that tests may ask
// for accounts and fail to sign in.
func (s *Stack) ForgetLimits(tb testing.TB) {
	tb.Helper()
	client, ctx := dynamodb.NewFromConfig(s.Reach()), context.WithoutCancel(tb.Context()) // also when the test has ended
	for _, act := range []limit.Act{limit.AccountRequests, limit.FailedSignIns, limit.ArticleUses} {
		for _, window := range []time.Time{time.Now(), time.Now().Add(act.Window())} {
			for _, address := range []string{"127.0.0.1", "::1"} {
				key := fmt.Sprintf("LIMIT#%s#%s#%d", act, limit.Source(address), act.Began(window).Unix())
				_, err := client.DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: aws.String(s.Table), Key: map[string]types.AttributeValue{
					"pk": &types.AttributeValueMemberS{Value: key}, "sk": &types.AttributeValueMemberS{Value: "LIMIT"},
				}})
				if err != nil {
					tb.Fatal(err)
				}
			}
		}
	}
}

// Within asks until the answer is yes, and fails the test with what it last saw when the time is over.
func Within(tb testing.TB, most time.Duration, what string, yes func() (bool, any)) time.Duration {
	tb.Helper()
	begun := time.Now()
	for {
		done, seen := yes()
		if done {
			return time.Since(begun)
		}
		if time.Since(begun) > most {
			tb.Fatalf("%s: not within %s; last seen: %+v", what, most, seen)
		}
		time.Sleep(150 * time.Millisecond)
	}
}
