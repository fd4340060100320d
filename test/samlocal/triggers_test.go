//go:build samlocal

package samlocal

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/lambda"

	"mesa/shared/api"
	"mesa/test/running"
)

// TestContainersProcessRecordedEvents invokes each background function with its recorded event, while the emulator invokes no
// functions. So the containers of `sam local` assign the ticket and send its mail.
func TestContainersProcessRecordedEvents(t *testing.T) {
	stack := running.Find(t)
	pauseEmulator(t, stack)
	person := stack.DemoPerson("usuario.mesa") // who opened the ticket of the recorded events
	requester := stack.SignedIn(t, person)
	opened := requester.CreateTicket(t, running.NewTicket("Eventos de prueba"))

	invoke(t, stack, "route", opened)
	if routed := requester.Ticket(t, opened.Number); routed.Assignee.IsNull() {
		t.Errorf("route did not assign the ticket: %+v", routed)
	}

	queued := stack.QueueLength(t, stack.Outputs["MailQueueUrl"])
	invoke(t, stack, "notify", opened)
	if got := stack.QueueLength(t, stack.Outputs["MailQueueUrl"]); got <= queued {
		t.Errorf("notify queued no mail: the queue has %d mails, before %d", got, queued)
	}

	invoke(t, stack, "send-mail", opened)
	if mails, err := stack.Mails(t.Context(), opened.Number, person.Email); err != nil || len(mails) != 1 {
		t.Errorf("%s received %d mails: %v", person.Email, len(mails), err)
	}

	for _, name := range []string{"check-deadlines", "close-resolved"} {
		invoke(t, stack, name, opened)
	}
}

// pauseEmulator prevents the emulator from invoking functions for the stream and the queue until the test ends.
func pauseEmulator(t *testing.T, stack *running.Stack) {
	t.Helper()
	client := lambda.NewFromConfig(stack.AWSConfig())
	mappings, err := client.ListEventSourceMappings(t.Context(), &lambda.ListEventSourceMappingsInput{})
	if err != nil {
		t.Fatal(err)
	}
	if len(mappings.EventSourceMappings) == 0 {
		t.Fatal("the emulator has no event sources")
	}
	for _, mapping := range mappings.EventSourceMappings {
		setEnabled := func(enabled bool) {
			_, err := client.UpdateEventSourceMapping(context.WithoutCancel(t.Context()), &lambda.UpdateEventSourceMappingInput{UUID: mapping.UUID, Enabled: &enabled})
			if err != nil {
				t.Fatal(err)
			}
		}
		setEnabled(false)
		t.Cleanup(func() { setEnabled(true) })
	}
}

var (
	recordedNumber = regexp.MustCompile(`PNT\d{6,}`)
	recordedEntry  = regexp.MustCompile(`\b01[0-9A-HJKMNP-TV-Z]{24}\b`) // a ULID
	recordedTime   = regexp.MustCompile(`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z`)
)

// invoke invokes a function with its recorded event by `stack sam-invoke`. The ticket's number, the entry's identifier and the times
// in the event are replaced by those of an opened ticket.
func invoke(t *testing.T, stack *running.Stack, name string, opened api.Ticket) {
	t.Helper()
	recorded, err := os.ReadFile(filepath.Join(stack.Root, "test", "events", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	event := recordedNumber.ReplaceAllString(string(recorded), opened.Number)
	event = recordedEntry.ReplaceAllString(event, opened.Entries[0].Id)
	event = recordedTime.ReplaceAllString(event, opened.CreatedAt.UTC().Format("2006-01-02T15:04:05.000000Z"))
	file := filepath.Join(t.TempDir(), name+".json")
	if err := os.WriteFile(file, []byte(event), 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), filepath.Join(stack.Root, ".local", "bin", "stack"), "sam-invoke")
	command.Env = append(os.Environ(), "FUNCTION="+name, "EVENT="+file)
	if output, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, output)
	}
}
