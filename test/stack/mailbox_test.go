package stack

import (
	"strings"
	"testing"

	"mesa/test/running"
)

// TestMailbox checks that the local mailbox lists the sent mails and shows each as text and as HTML.
func TestMailbox(t *testing.T) {
	stack := running.Find(t)
	person, signIn := stack.NewPerson(t)
	created := stack.SignedIn(t, signIn).CreateTicket(t, running.NewTicket("Para el buzón"))
	mail := waitForMails(t, stack, created.Number, person.Email, 1)[0]
	address := strings.TrimSuffix(stack.Mailbox, "/") + "/"
	if list := string(fetch(t, address)); !strings.Contains(list, strings.TrimSpace(mail.Subject)) || !strings.Contains(list, person.Email) {
		t.Errorf("the list has no %q to %s", mail.Subject, person.Email)
	}
	if one := string(fetch(t, address+mail.ID)); !strings.Contains(one, person.Email) || !strings.Contains(one, "Recibimos su ticket") {
		t.Errorf("the mail is not shown: %s", one)
	}
	if shown := string(fetch(t, address+mail.ID+"/html")); shown != mail.HTML {
		t.Error("the mail is not shown as its reader sees it")
	}
}
