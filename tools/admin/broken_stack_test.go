package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/cloudformation/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

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
		stack.name, stack.config, stack.isLocal = table.Name, table.Config, true
		stack.outputs["TableName"], stack.outputs["PagesBucket"] = table.Name, table.Name
		stack.outputs["DeadLettersUrl"], stack.outputs["MailQueueUrl"] = newQueue(t, queues, stack.name+"-dead-letters"), newQueue(t, queues, stack.name+"-mail")
		failures := newQueue(t, queues, stack.name+"-stream-failures")
		for _, url := range []string{stack.outputs["DeadLettersUrl"], failures} {
			if _, err := queues.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: &url, MessageBody: new("{}")}); err != nil {
				t.Fatal(err)
			}
		}
		newBucket(t, table)

		console, out := scripted()
		if err := diagnose(ctx, console, stack, healthChecks()); err == nil {
			t.Error("the broken stack is healthy")
		}
		for _, name := range []string{"dead mails", "failed batches", "administrator", "pages", "settings"} {
			if !strings.Contains(out.String(), "WRONG        "+name) {
				t.Errorf("%s is missing in\n%s", name, out)
			}
		}

		checkSections(t, out.String())

		_, purged := queues.PurgeQueue(ctx, &sqs.PurgeQueueInput{QueueUrl: &failures})
		for name, err := range map[string]error{
			"purge":   purged,
			"redrive": redriveStack(ctx, console, stack, false),
			"init":    initialize(ctx, console, table.Stores, newInput("alma"), false),
			"publish": publish(ctx, console, stack, builtPages(t)),
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

// section matches the name of a section of the runbook.
var section = regexp.MustCompile(`docs/runbook\.md#([a-z-]+)`)

// checkSections checks that every section of the runbook in a text exists.
func checkSections(t *testing.T, text string) {
	t.Helper()
	runbook, err := os.ReadFile("../../docs/runbook.md")
	if err != nil {
		t.Fatal(err)
	}
	headings := strings.ReplaceAll(strings.ToLower(string(runbook)), " ", "-")
	found := section.FindAllStringSubmatch(text, -1)
	if len(found) == 0 {
		t.Errorf("no section of the runbook is named in\n%s", text)
	}
	for _, match := range found {
		if !strings.Contains(headings, "\n##-"+match[1]+"\n") {
			t.Errorf("the runbook has no section %s", match[1])
		}
	}
}

// newBucket creates a bucket with the name of the table. It stays on the emulator, whose state is deleted after the tests.
func newBucket(t *testing.T, table storetest.Table) {
	t.Helper()
	client := s3.NewFromConfig(table.Config, func(o *s3.Options) { o.UsePathStyle = true })
	if _, err := client.CreateBucket(t.Context(), &s3.CreateBucketInput{Bucket: &table.Name}); err != nil {
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
