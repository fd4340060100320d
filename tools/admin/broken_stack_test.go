package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudformation/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"mesa/shared/adapter/files"
	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/domain/settings"
)

// TestDoctorNamesWhatIsMissing breaks five parts of a stack on the emulator. It checks that doctor names each of them, and that
// the commands in its advice solve the problems.
func TestDoctorNamesWhatIsMissing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		if table.Engine != "emulator" {
			return // DynamoDB Local has no other services
		}
		ctx, queues := t.Context(), sqs.NewFromConfig(table.Config)
		stack := completeStack(types.StackStatusCreateComplete)
		stack.Name, stack.Config, stack.IsLocal = table.Name, table.Config, true
		stack.Outputs["TableName"], stack.Outputs["PagesBucket"] = table.Name, table.Name
		stack.Outputs["DeadLettersUrl"], stack.Outputs["MailQueueUrl"] = newQueue(t, queues, stack.Name+"-dead-letters"), newQueue(t, queues, stack.Name+"-mail")
		if _, err := queues.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: new(stack.Outputs["DeadLettersUrl"]), MessageBody: new("{}")}); err != nil {
			t.Fatal(err)
		}
		newQueue(t, queues, stack.Name+"-stream-failures")
		newBucket(t, stack.Config, stack.Name)
		redriver, err := newBatchRedriver(ctx, stack)
		if err != nil {
			t.Fatal(err)
		}
		redriver.functions = &recordedInvocations{} // the emulator has no objects with failed batches
		addFailedBatch(t, redriver, stack.Name, "route", `{"Records":[]}`)

		console, out := scripted()
		if err := diagnose(ctx, console, stack, healthChecks()); err == nil {
			t.Error("the broken stack is healthy")
		}
		for _, name := range []string{"dead mails", "failed batches", "administrator", "pages", "settings"} {
			if !strings.Contains(out.String(), "WRONG        "+name) {
				t.Errorf("%s is missing in\n%s", name, out)
			}
		}

		for name, err := range map[string]error{
			"redrive":         redriveMails(ctx, console, stack, false),
			"redrive -stream": redriver.run(ctx, console, false),
			"init":            initialize(ctx, console, table.Stores, newInput("alma"), false),
			"publish":         publish(ctx, console, stack, builtPages(t)),
			"desk": configureDesk(ctx, console, table.Reopen(), deskInput{
				name: "Soporte", contactEmail: "mesa@ejemplo.mx", timeZone: "America/Mexico_City", departments: []namedID{{"soporte", "Soporte"}},
			}),
			"topic": table.Settings.SaveTopic(ctx, settings.Topic{
				ID: "otro", Version: 1, Name: settings.Text{Spanish: "Otro"}, DepartmentID: "soporte", Public: true, Active: true,
			}, nil),
		} {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		out.Reset()
		if err := diagnose(ctx, console, stack, healthChecks()); err != nil {
			t.Errorf("%v:\n%s", err, out)
		}
		if got := strings.Count(out.String(), "not checked"); got != 6 {
			t.Errorf("%d checks were not done:\n%s", got, out)
		}
	})
}

// newBucket creates a bucket. It stays on the emulator, whose state is deleted after the tests.
func newBucket(t *testing.T, config aws.Config, name string) {
	t.Helper()
	if _, err := files.NewClient(config).CreateBucket(t.Context(), &s3.CreateBucketInput{Bucket: &name}); err != nil {
		t.Fatal(err)
	}
}

// builtPages returns a folder with a built page.
func builtPages(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "index.html"), []byte("<!doctype html>"), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder
}
