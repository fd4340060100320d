//go:build rehearsal

package rehearsal

import (
	"net/http"
	"regexp"
	"testing"
	"time"

	"mesa/test/running"
	"mesa/tools/deployment"
)

// parameters matches the parameters that `admin restore` prints.
var parameters = regexp.MustCompile(`RestoredTable=(\S+) RestoredStream=\S+`)

// TestRestore rehearses steps 2 and 3 of «Restore the table». Afterwards the stack uses the restored table.
func TestRestore(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.NewPerson(t)
	requester := stack.SignedIn(t, signIn)
	before := open(t, stack, requester, "Antes de restaurar")
	mailsBefore := countMails(t, stack, before.Number, "")

	printed := mustAdmin(t, stack, "restore")
	found := parameters.FindStringSubmatch(printed)
	if found == nil {
		t.Fatalf("restore printed %s", printed)
	}
	lost := open(t, stack, requester, "Después del momento restaurado")
	t.Setenv("MESA_PARAMETERS", found[0])
	started := time.Now()
	stack.Run(t, "go", "run", "./tools/stack", "deploy")
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
	restored := again.Ticket(t, before.Number)
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
		return countMails(t, stack, after.Number, signIn.Email) > 0, nil
	})
	if mails := countMails(t, stack, before.Number, ""); mails != mailsBefore {
		t.Errorf("%d mails about the restored ticket, were %d: old mails were sent again", mails, mailsBefore)
	}
}
