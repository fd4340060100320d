//go:build rehearsal

package rehearsal

import (
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"mesa/shared/adapter/files"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/wiring/wiringtest"
	"mesa/test/running"
)

// fault breaks a part of the stack.
type fault struct {
	// check is the name of doctor's check of the part.
	check   string
	breakIt func()
	// advice is a part of doctor's advice, and command the command of this advice.
	advice  string
	command []string
	// undo restores what the command does not restore. It can be nil.
	undo func()
}

// TestDoctorNamesWhatIsWrong breaks five parts of the deployed stack, one after another. Each time it checks that doctor names only
// this part, and that the command in doctor's advice mends it. It rehearses «Find what is wrong», «Process failed batches of the
// stream» and «Mail that could not be sent».
func TestDoctorNamesWhatIsWrong(t *testing.T) {
	stack := running.Find(t)
	person, signIn := stack.NewPerson(t)
	opened := open(t, stack, stack.SignedIn(t, signIn), "Un requerimiento cuyo correo no salió")
	reader, _ := stack.NewPerson(t)
	administrators := administratorsOf(t, stack)
	mustAdmin(t, stack, "desk", "-contact-email", "mesa@ejemplo.mx") // other tests may have removed it
	config, err := stack.Store().Settings.Configuration(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if wrong, printed := diagnose(t, stack); len(wrong) > 0 {
		t.Fatalf("the stack is not healthy before the test:\n%s", printed)
	}

	for _, fault := range []fault{
		{
			check: "dead mails", advice: "make redrive", command: []string{"redrive"},
			breakIt: func() {
				sendMessage(t, stack, "mail-dead-letters", mailTo(reader, person, opened.Number, opened.Entries[0].Id))
			},
		},
		{
			check: "failed batches", advice: "redrive -stream", command: []string{"redrive", "-stream"},
			breakIt: func() { addFailedBatch(t, stack, opened.Number) },
		},
		{
			check: "administrator", advice: "make admin",
			command: []string{"init", "-force", "-name", "Nadia", "-email", reader.ID + "@mesa.example", "-username", "nadia." + reader.ID},
			breakIt: func() { disable(t, stack, administrators, true) },
			undo:    func() { disable(t, stack, administrators, false) },
		},
		{
			check: "pages", advice: "make publish", command: []string{"publish"},
			breakIt: func() { deletePage(t, stack, "index.html") },
		},
		{
			check: "settings", advice: "admin desk", command: []string{"desk", "-contact-email", config.ContactEmail},
			breakIt: func() {
				changed := settings.Configuration{Settings: config.Settings}
				changed.ContactEmail = ""
				if err := stack.Store().Settings.PutConfiguration(t.Context(), changed); err != nil {
					t.Fatal(err)
				}
			},
		},
	} {
		t.Run(fault.check, func(t *testing.T) {
			fault.breakIt()
			if wrong, printed := diagnose(t, stack); !slices.Equal(wrong, []string{fault.check}) || !strings.Contains(printed, fault.advice) {
				t.Errorf("doctor finds %q, want %q with the advice %q:\n%s", wrong, fault.check, fault.advice, printed)
			}
			mustAdmin(t, stack, fault.command...)
			if fault.undo != nil {
				fault.undo()
			}
			if wrong, printed := diagnose(t, stack); len(wrong) > 0 {
				t.Errorf("%q did not mend the stack:\n%s", fault.command, printed)
			}
		})
	}
	running.Eventually(t, timeout, "the dead mail is sent", func() (bool, any) {
		return countMails(t, stack, opened.Number, reader.Email) == 1, nil
	})
}

// wrongCheck matches a line of doctor about a problem.
var wrongCheck = regexp.MustCompile(`(?m)^WRONG +(.+?)  `)

// diagnose runs doctor. It returns the names of the checks that found problems, and what doctor printed.
func diagnose(t *testing.T, stack *running.Stack) (wrong []string, printed string) {
	t.Helper()
	printed, err := admin(t, stack, "doctor")
	for _, match := range wrongCheck.FindAllStringSubmatch(printed, -1) {
		wrong = append(wrong, match[1])
	}
	if (err != nil) != (len(wrong) > 0) {
		t.Errorf("doctor ends with %v:\n%s", err, printed)
	}
	return wrong, printed
}

func sendMessage(t *testing.T, stack *running.Stack, queue string, body any) {
	t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	_, err = sqs.NewFromConfig(stack.AWSConfig()).SendMessage(t.Context(), &sqs.SendMessageInput{QueueUrl: new(stack.Queue(queue)), MessageBody: new(string(text))})
	if err != nil {
		t.Fatal(err)
	}
}

// mailTo returns a mail about an entry that was not sent yet.
func mailTo(reader, author account.Person, number, entry string) notify.Mail {
	return notify.Mail{
		ID: "rehearsal." + reader.ID, Kind: notify.Created, Number: ticket.Number(number), EntryID: entry,
		To: notify.Recipient{ID: reader.ID, Name: author.Name, Email: reader.Email, Language: reader.Language, TimeZone: reader.TimeZone},
	}
}

// addFailedBatch stores a batch with the current state of a ticket for route, and a message about it, as Lambda, S3 and EventBridge do
// on AWS.
func addFailedBatch(t *testing.T, stack *running.Stack, number string) {
	t.Helper()
	item, err := stack.OpenTable().Get(t.Context(), table.TicketKey(ticket.Number(number)), table.Consistent)
	if err != nil {
		t.Fatal(err)
	}
	payload, err := json.Marshal(wiringtest.StreamEvent(t, item))
	if err != nil {
		t.Fatal(err)
	}
	batch, err := json.Marshal(map[string]any{"requestContext": map[string]any{"functionArn": stack.Name + "-route"}, "payload": string(payload)})
	if err != nil {
		t.Fatal(err)
	}
	client, bucket, key := files.NewClient(stack.AWSConfig()), "rehearsal-"+strings.ToLower(number), "aws/lambda/batch"
	if _, err := client.CreateBucket(t.Context(), &s3.CreateBucketInput{Bucket: &bucket}); err != nil {
		t.Fatal(err)
	}
	if _, err := client.PutObject(t.Context(), &s3.PutObjectInput{Bucket: &bucket, Key: &key, Body: strings.NewReader(string(batch))}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx := context.WithoutCancel(t.Context())
		if _, err := client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &bucket, Key: &key}); err != nil {
			t.Error(err)
		}
		if _, err := client.DeleteBucket(ctx, &s3.DeleteBucketInput{Bucket: &bucket}); err != nil {
			t.Error(err)
		}
	})
	sendMessage(t, stack, "stream-failures", map[string]any{"detail": map[string]any{"bucket": map[string]any{"name": bucket}, "object": map[string]any{"key": key}}})
}

// administratorsOf returns the administrators in the staff directory who can sign in.
func administratorsOf(t *testing.T, stack *running.Stack) []account.Person {
	t.Helper()
	staff, err := stack.Store().Settings.Staff(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(slices.Clone(staff), func(p account.Person) bool { return p.Role != account.Admin || p.Disabled })
}

// disable sets whether people of the staff directory are disabled.
func disable(t *testing.T, stack *running.Stack, people []account.Person, isDisabled bool) {
	t.Helper()
	for _, person := range people {
		change := table.Update(table.AgentKey(person.ID)).Set("disabled", isDisabled)
		if err := stack.OpenTable().Write(t.Context(), change); err != nil {
			t.Fatal(err)
		}
	}
}

func deletePage(t *testing.T, stack *running.Stack, key string) {
	t.Helper()
	_, err := files.NewClient(stack.AWSConfig()).DeleteObject(t.Context(), &s3.DeleteObjectInput{Bucket: new(stack.Outputs["PagesBucket"]), Key: &key})
	if err != nil {
		t.Fatal(err)
	}
}
