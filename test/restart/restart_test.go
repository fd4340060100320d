//go:build restart

// Package restart stops the desk that it is run on and brings it up again: it is run last.
package restart

import (
	"bufio"
	"context"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/test/running"
)

// soon bounds what takes a second when the machine has nothing else to do.
const soon = time.Minute

func TestWhatPeopleDidSurvives(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.Newcomer(t)
	requester := stack.SignedIn(t, signIn)
	var made api.Ticket
	open := func(subject, key string) {
		requester.Send(t, http.MethodPost, "/tickets", map[string]any{
			"topicId": "sipot", "subject": subject, "detail": "<p>Sigue aquí</p>", "entity": "FEDERACION",
		}, "Idempotency-Key", key).Into(t, http.StatusCreated, &made)
	}
	open("Antes de apagar", "antes-de-apagar")
	seen := func() api.Ticket {
		var got api.Ticket
		running.Within(t, soon, "the ticket is routed", func() (bool, any) {
			requester.Send(t, http.MethodGet, "/tickets/"+made.Number, nil).Into(t, http.StatusOK, &got)
			return !got.Assignee.IsNull(), got
		})
		return got
	}
	before := seen()
	if line := logged(t, stack, `"operation":"create-ticket"`, `"status":201`); line == "" {
		t.Error("`stack logs` does not show that a ticket was made")
	}
	run(t, stack, "down")
	if _, err := stack.Visit("es").Do(t.Context(), http.MethodGet, "/topics", nil); err == nil {
		t.Error("it still answers after `stack down`")
	}
	begun := time.Now()
	told := run(t, stack, "up")
	t.Logf("up again in %s\n%s", time.Since(begun).Round(time.Second), told)
	if again := seen(); again.Version != before.Version || len(again.Entries) != len(before.Entries) || again.Subject != before.Subject {
		t.Errorf("%+v, was %+v", again, before)
	}
	// The stream goes on too: what is written now is routed and mailed.
	open("Después de encender", "despues-de-encender")
	seen()
	running.Within(t, soon, "the new ticket is mailed of", func() (bool, any) {
		mails, err := stack.Mails(t.Context(), made.Number, signIn.Email)
		return err == nil && len(mails) > 0, err
	})
}

// the is a command on the stack that the tests have, wherever its addresses and data are.
func the(ctx context.Context, stack *running.Stack, name string, arguments ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, name, arguments...)
	command.Dir, command.Env = stack.Root, os.Environ()
	for setting, address := range map[string]string{"MESA_PORT": stack.Site, "MESA_MAILBOX_PORT": stack.Mailbox, "MESA_AWS_PORT": stack.AWS} {
		if at, err := url.Parse(address); err == nil {
			command.Env = append(command.Env, setting+"="+at.Port())
		}
	}
	return command
}

// run is a command of tools/stack.
func run(t *testing.T, stack *running.Stack, name string) string {
	t.Helper()
	command := the(t.Context(), stack, "go", "run", "./tools/stack", name)
	told, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("stack %s: %v\n%s", name, err, told)
	}
	return string(told)
}

// logged is the first line of `stack logs` that has all the parts.
func logged(t *testing.T, stack *running.Stack, parts ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), soon)
	defer cancel()
	binary := filepath.Join(t.TempDir(), "stack") // `go run` would leave it running
	if told, err := the(ctx, stack, "go", "build", "-o", binary, "./tools/stack").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, told)
	}
	command := the(ctx, stack, binary, "logs")
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
