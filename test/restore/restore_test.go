//go:build restore

// Package restore rehearses the procedure «Restore the table» of docs/runbook.md on the running stack. Afterwards the stack uses the
// restored table, so no other test may run at the same time.
package restore

import (
	"crypto/rand"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/test/running"
	"mesa/tools/deployment"
)

// timeout limits steps that take seconds on an idle machine.
const timeout = 2 * time.Minute

// parameters matches the parameters that `admin restore` prints.
var parameters = regexp.MustCompile(`RestoredTable=(\S+) RestoredStream=\S+`)

func TestStackUsesTheRestoredTable(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.NewPerson(t)
	requester := stack.SignedIn(t, signIn)
	before := open(t, stack, requester, "Antes de restaurar")
	mailsBefore := countMails(t, stack, before.Number)

	printed := run(t, stack, "go", "run", "./tools/admin", "restore")
	found := parameters.FindStringSubmatch(printed)
	if found == nil {
		t.Fatalf("restore printed %s", printed)
	}
	lost := open(t, stack, requester, "Después del momento restaurado")
	t.Setenv("MESA_PARAMETERS", found[0])
	started := time.Now()
	run(t, stack, "go", "run", "./tools/stack", "deploy")
	t.Logf("deployed in %s", time.Since(started).Round(time.Second))

	deployed, err := deployment.Find(t.Context(), "")
	if err != nil || deployed.Outputs["TableName"] != found[1] {
		t.Fatalf("the stack uses the table %s, not %s: %v", deployed.Outputs["TableName"], found[1], err)
	}
	requester.Send(t, http.MethodGet, "/session", nil).Want(t, http.StatusUnauthorized) // sessions have ended
	again, err := stack.SignIn(signIn)
	if err != nil {
		t.Fatal(err)
	}
	var restored api.Ticket
	again.Send(t, http.MethodGet, "/tickets/"+before.Number, nil).Into(t, http.StatusOK, &restored)
	if restored.Subject != before.Subject || restored.Version != before.Version {
		t.Errorf("the restored ticket is %+v, was %+v", restored, before)
	}
	again.Send(t, http.MethodGet, "/tickets/"+lost.Number, nil).Want(t, http.StatusNotFound)

	// The functions read the stream of the restored table: a new ticket is assigned, and mails about it are sent.
	after := open(t, stack, again, "Después de restaurar")
	if after.Number <= lost.Number {
		t.Errorf("the number %s was used before: the last one was %s", after.Number, lost.Number)
	}
	running.Eventually(t, timeout, "the new ticket is acknowledged by mail", func() (bool, any) {
		mails, err := stack.Mails(t.Context(), after.Number, signIn.Email)
		return err == nil && len(mails) > 0, err
	})
	if mails := countMails(t, stack, before.Number); mails != mailsBefore {
		t.Errorf("%d mails about the restored ticket, were %d: old mails were sent again", mails, mailsBefore)
	}
}

// open opens a ticket, waits until it is assigned and at least two mails about it were sent, and returns it.
func open(t *testing.T, stack *running.Stack, requester *running.Visitor, subject string) api.Ticket {
	t.Helper()
	var ticket api.Ticket
	requester.Send(t, http.MethodPost, "/tickets", map[string]any{
		"topicId": "sipot", "subject": subject, "detail": "<p>Un requerimiento.</p>", "entity": "FEDERACION",
	}, "Idempotency-Key", rand.Text()).Into(t, http.StatusCreated, &ticket)
	running.Eventually(t, timeout, "the ticket is assigned, and its agent and requester have mails", func() (bool, any) {
		requester.Send(t, http.MethodGet, "/tickets/"+ticket.Number, nil).Into(t, http.StatusOK, &ticket)
		return !ticket.Assignee.IsNull() && countMails(t, stack, ticket.Number) >= 2, ticket
	})
	return ticket
}

func countMails(t *testing.T, stack *running.Stack, number string) int {
	t.Helper()
	mails, err := stack.Mails(t.Context(), number, "")
	if err != nil {
		t.Fatal(err)
	}
	return len(mails)
}

// run runs a command in the checkout, for the tested stack, and returns its output.
func run(t *testing.T, stack *running.Stack, name string, arguments ...string) string {
	t.Helper()
	output, err := stack.Command(t.Context(), t, name, arguments...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(arguments, " "), err, output)
	}
	return string(output)
}
