package stack

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/oklog/ulid/v2"

	"mesa/shared/adapter/files"
	"mesa/shared/domain/ticket"
	"mesa/test/running"
)

// TestUnclaimedFilesAreDeleted invokes the sweep as the schedule does (P5). A file's age is derived from its id, so the test
// stores a file and its record under an id from two days ago.
func TestUnclaimedFilesAreDeleted(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.NewPerson(t)
	requester := stack.SignedIn(t, signIn)
	content := []byte("un archivo que ningún ticket nombra")
	form := uploadForm(t, requester, len(content), "image/png")
	if status := upload(t, form, content, nil); status >= http.StatusMultipleChoices {
		t.Fatalf("the upload was refused: %d", status)
	}
	abandoned := ulid.MustNew(ulid.Timestamp(time.Now().Add(-48*time.Hour)), ulid.DefaultEntropy()).String()
	bucket := stack.Outputs["AttachmentsBucket"]
	client := files.NewClient(stack.AWSConfig())
	record := ticket.Upload{Attachment: ticket.Attachment{ID: abandoned, Filename: "x.png", Size: 1, ContentType: "image/png"}, OwnerID: "nobody"}
	if err := stack.Store().Tickets.AddUpload(t.Context(), record, time.Now().Add(-48*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if _, err := client.PutObject(t.Context(), &s3.PutObjectInput{Bucket: &bucket, Key: &abandoned, Body: strings.NewReader("x")}); err != nil {
		t.Fatal(err)
	}
	swept, err := lambda.NewFromConfig(stack.AWSConfig()).Invoke(t.Context(), &lambda.InvokeInput{FunctionName: aws.String(stack.Name + "-delete-unclaimed-files"), Payload: []byte("{}")})
	if err != nil || swept.FunctionError != nil {
		t.Fatalf("%v, %s", err, swept.Payload)
	}
	for id, want := range map[string]bool{abandoned: false, form.Id: true} {
		tag, err := files.Open(stack.AWSConfig(), bucket).ETag(t.Context(), id, map[string]int64{abandoned: 1, form.Id: int64(len(content))}[id])
		if err != nil || (tag != "") != want {
			t.Errorf("%s: content tag %q, %v", id, tag, err)
		}
	}
}
