//go:build restart

// Package restart stops and restarts the stack on which it runs, so no other test may run at the same time.
package restart

import (
	"bufio"
	"context"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/test/running"
)

// timeout limits steps that take a second on an idle machine.
const timeout = time.Minute

func TestDataSurvivesARestart(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.NewPerson(t)
	requester := stack.SignedIn(t, signIn)
	created := requester.CreateTicket(t, running.NewTicket("Antes de apagar"))
	readRouted := func() api.Ticket {
		var got api.Ticket
		running.Eventually(t, timeout, "the ticket is routed", func() (bool, any) {
			got = requester.Ticket(t, created.Number)
			return !got.Assignee.IsNull(), got
		})
		return got
	}
	before := readRouted()
	if line := logged(t, stack, `"operation":"create-ticket"`, `"status":201`); line == "" {
		t.Error("`stack logs` does not show that the ticket was created")
	}
	stack.Run(t, "go", "run", "./tools/stack", "down")
	if _, err := stack.Anonymous("es").Do(t.Context(), http.MethodGet, "/topics", nil); err == nil {
		t.Error("it still responds after `stack down`")
	}
	started := time.Now()
	output := stack.Run(t, "go", "run", "./tools/stack", "up")
	t.Logf("up again in %s\n%s", time.Since(started).Round(time.Second), output)
	if again := readRouted(); again.Version != before.Version || len(again.Entries) != len(before.Entries) || again.Subject != before.Subject {
		t.Errorf("%+v, was %+v", again, before)
	}
	// Check that the stream works too: a new ticket is routed, and a mail about it is sent.
	created = requester.CreateTicket(t, running.NewTicket("Después de encender"))
	readRouted()
	running.Eventually(t, timeout, "the new ticket is acknowledged by mail", func() (bool, any) {
		mails, err := stack.Mails(t.Context(), created.Number, signIn.Email)
		return err == nil && len(mails) > 0, err
	})
}

// logged returns the first line of `stack logs` that contains all parts, or "".
func logged(t *testing.T, stack *running.Stack, parts ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), timeout)
	defer cancel()
	binary := filepath.Join(t.TempDir(), "stack") // a process started by `go run` would survive cancel
	stack.Run(t, "go", "build", "-o", binary, "./tools/stack")
	command := stack.Command(ctx, t, binary, "logs")
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { cancel(); _ = command.Wait() }()
	for lines := bufio.NewScanner(output); lines.Scan(); {
		if !slices.ContainsFunc(parts, func(part string) bool { return !strings.Contains(lines.Text(), part) }) {
			return lines.Text()
		}
	}
	return ""
}
