package mailqueue_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"

	"mesa/shared/adapter/mailqueue"
	"mesa/shared/domain/notify"
)

// TestDelay checks that a delay is rounded up to seconds, and is at most the 15 minutes that SQS allows.
func TestDelay(t *testing.T) {
	var sent struct {
		DelaySeconds int
		MessageBody  string
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err == nil {
			sent.DelaySeconds = 0
			err = json.Unmarshal(body, &sent)
		}
		if err == nil {
			_, err = w.Write([]byte(`{"MessageId":"1"}`))
		}
		if err != nil {
			t.Error(err)
		}
	}))
	defer server.Close()
	queue := mailqueue.Open(aws.Config{Region: "us-east-1", BaseEndpoint: &server.URL, Credentials: credentials.NewStaticCredentialsProvider("id", "secret", "")}, server.URL+"/mail")
	for delay, want := range map[time.Duration]int{0: 0, -time.Second: 0, 1500 * time.Millisecond: 2, 5 * time.Minute: 300, time.Hour: 900} {
		if err := queue.SendAfter(t.Context(), notify.Mail{ID: "a", Collection: true}, delay); err != nil {
			t.Fatal(err)
		}
		if sent.DelaySeconds != want || sent.MessageBody == "" {
			t.Errorf("%s: %+v", delay, sent)
		}
	}
}
