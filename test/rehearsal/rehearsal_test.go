//go:build rehearsal

// Package rehearsal rehearses procedures of docs/runbook.md on the running stack, with the commands of the runbook. The comment
// of each test names its procedure. The tests change settings, people and tables, so no other test may run at the same time.
package rehearsal

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/test/running"
)

// timeout limits steps that take seconds on an idle machine.
const timeout = 2 * time.Minute

// folder is the folder of the built command. TestMain deletes it.
var folder string

func TestMain(m *testing.M) {
	var err error
	if folder, err = os.MkdirTemp("", "rehearsal"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

// build builds tools/admin once, so that each command takes less than a second.
var build sync.Once

// admin runs a command of tools/admin and returns its output.
func admin(t *testing.T, stack *running.Stack, arguments ...string) (string, error) {
	t.Helper()
	binary := filepath.Join(folder, "admin")
	build.Do(func() { stack.Run(t, "go", "build", "-o", binary, "./tools/admin") })
	output, err := stack.Command(t.Context(), t, binary, arguments...).CombinedOutput()
	return string(output), err
}

// mustAdmin runs a command of tools/admin and returns its output. It fails the test on an error.
func mustAdmin(t *testing.T, stack *running.Stack, arguments ...string) string {
	t.Helper()
	output, err := admin(t, stack, arguments...)
	if err != nil {
		t.Fatalf("admin %s: %v\n%s", strings.Join(arguments, " "), err, output)
	}
	return output
}

// open opens a ticket, waits until it is assigned and at least two mails about it have been sent, and returns it.
func open(t *testing.T, stack *running.Stack, requester *running.Visitor, subject string) api.Ticket {
	t.Helper()
	ticket := requester.CreateTicket(t, running.NewTicket(subject))
	running.Eventually(t, timeout, "the ticket is assigned, and its agent and requester have mails", func() (bool, any) {
		ticket = requester.Ticket(t, ticket.Number)
		return !ticket.Assignee.IsNull() && countMails(t, stack, ticket.Number, "") >= 2, ticket
	})
	return ticket
}

// countMails returns the number of mails about a ticket to an address, or to all addresses if to is "".
func countMails(t *testing.T, stack *running.Stack, number, to string) int {
	t.Helper()
	mails, err := stack.Mails(t.Context(), number, to)
	if err != nil {
		t.Fatal(err)
	}
	return len(mails)
}
