// Package stack tests the deployed stack: the effects of one function on others within seconds.
package stack

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/test/running"
	"mesa/tools/mailbox"
	"mesa/tools/stackfile"
)

// timeout limits the wait for the effects of an act. They take tenths of a second, but many seconds if the stream still has the 200
// tickets of another test.
const timeout = time.Minute

// waitForRouting waits until the ticket is assigned, and returns its assignee as a signed-in visitor, with their credentials.
func waitForRouting(t *testing.T, stack *running.Stack, by *running.Visitor, number string) (*running.Visitor, stackfile.Credentials) {
	t.Helper()
	var name string
	running.Eventually(t, timeout, "the ticket is routed", func() (bool, any) {
		party, err := by.Ticket(t, number).Assignee.Get()
		name = party.Id
		return err == nil, party
	})
	assignee := stack.DemoPerson(strings.Replace(name, "-", ".", 1))
	return stack.SignedIn(t, assignee), assignee
}

// waitForMails waits until an address has received at least want mails about a ticket, and returns them.
func waitForMails(t *testing.T, stack *running.Stack, number, to string, want int) []mailbox.Mail {
	t.Helper()
	var mails []mailbox.Mail
	running.Eventually(t, timeout, fmt.Sprintf("%d mails of %s to %s", want, number, to), func() (bool, any) {
		found, err := stack.Mails(t.Context(), number, to)
		if err != nil {
			t.Fatal(err)
		}
		mails = found
		return len(found) >= want, found
	})
	return mails
}

// waitForEmptyQueue waits until the mail queue is empty.
func waitForEmptyQueue(t *testing.T, stack *running.Stack) {
	t.Helper()
	running.Eventually(t, timeout, "the mail queue is empty", func() (bool, any) {
		waiting := stack.QueueLength(t, stack.Outputs["MailQueueUrl"])
		return waiting == 0, waiting
	})
}

// inQueue reports whether a ticket is in an agent's queue «Míos». It reads all pages.
func inQueue(t *testing.T, agent *running.Visitor, number string) bool {
	t.Helper()
	for cursor := ""; ; {
		var page api.TicketPage
		agent.Send(t, http.MethodGet, "/tickets?queue=mine&limit=100&cursor="+cursor, nil).Into(t, http.StatusOK, &page)
		for _, card := range page.Items {
			if card.Number == number {
				return true
			}
		}
		next, err := page.Next.Get()
		if err != nil {
			return false
		}
		cursor = next
	}
}

// TestTheSevenSteps follows one ticket from creation to reopening, including its mails (A1–D6).
func TestTheSevenSteps(t *testing.T) {
	stack := running.Find(t)
	person, signIn := stack.NewPerson(t)
	requester := stack.SignedIn(t, signIn)
	created := requester.CreateTicket(t, running.NewTicket("Ticket de Prueba"))
	agent, assignee := waitForRouting(t, stack, requester, created.Number)
	waitForMails(t, stack, created.Number, person.Email, 1)
	waitForMails(t, stack, created.Number, assignee.Email, 1)

	if !inQueue(t, agent, created.Number) {
		t.Error("the ticket is not in its agent's queue")
	}
	var prioritized api.Ticket
	agent.Send(t, http.MethodPatch, "/tickets/"+created.Number, map[string]any{"priority": "high", "version": agent.Ticket(t, created.Number).Version}).Into(t, http.StatusOK, &prioritized)
	if prioritized.DueAt.IsNull() {
		t.Error("ALTA set no due date")
	}
	agent.Send(t, http.MethodPost, "/tickets/"+created.Number+"/entries", map[string]any{
		"kind": "response", "body": "<p>Ya quedó.</p>", "status": "resolved", "version": prioritized.Version,
	}).Want(t, http.StatusCreated)
	mails := waitForMails(t, stack, created.Number, person.Email, 2)
	resolvedMails := 0
	for _, mail := range mails {
		if strings.Contains(mail.Subject+mail.Text, "ha sido Atendido") {
			resolvedMails++
			if mail.From != "mesaserviciopnt@inai.org.mx" || !strings.Contains(mail.Text, "Ya quedó") {
				t.Errorf("from %s: %s", mail.From, mail.Text)
			}
		}
	}
	if resolvedMails != 1 {
		t.Errorf("%d mails say that it has been Atendido", resolvedMails)
	}
	requester.Send(t, http.MethodPost, "/tickets/"+created.Number+"/entries", map[string]any{"kind": "message", "body": "El problema continúa", "status": "open"}).Want(t, http.StatusCreated)
	if reopened := agent.Ticket(t, created.Number); reopened.Status != "open" {
		t.Errorf("the status is %s", reopened.Status)
	}
	waitForMails(t, stack, created.Number, assignee.Email, 2)
	// The agent's last mail is about the last entry, so a duplicate of an earlier mail would have been sent before it.
	waitForEmptyQueue(t, stack)
	if all := waitForMails(t, stack, created.Number, person.Email, 2); len(all) != 2 {
		t.Errorf("%d mails to the requester", len(all))
	}
}

// TestStatusChangeCausesOneMail checks that a change of status without a response causes one mail to the requester (D4).
func TestStatusChangeCausesOneMail(t *testing.T) {
	stack := running.Find(t)
	person, signIn := stack.NewPerson(t)
	requester := stack.SignedIn(t, signIn)
	created := requester.CreateTicket(t, running.NewTicket("Solo el estado"))
	agent, assignee := waitForRouting(t, stack, requester, created.Number)
	waitForMails(t, stack, created.Number, person.Email, 1)
	waitForMails(t, stack, created.Number, assignee.Email, 1)
	agent.Send(t, http.MethodPatch, "/tickets/"+created.Number, map[string]any{"status": "resolved", "version": agent.Ticket(t, created.Number).Version}).Want(t, http.StatusOK)
	waitForMails(t, stack, created.Number, person.Email, 2)
	requester.Send(t, http.MethodPost, "/tickets/"+created.Number+"/entries", map[string]any{"kind": "message", "body": "Gracias"}).Want(t, http.StatusCreated)
	waitForMails(t, stack, created.Number, assignee.Email, 2) // sent after all mails about the change
	waitForEmptyQueue(t, stack)
	if all := waitForMails(t, stack, created.Number, person.Email, 2); len(all) != 2 {
		t.Errorf("%d mails", len(all))
	}
}

// TestNewTicketIsFoundAndCounted checks that a new ticket is found by every form of its number and by its words, and that it is
// counted (C2, A3).
func TestNewTicketIsFoundAndCounted(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.NewPerson(t)
	requester := stack.SignedIn(t, signIn)
	created := requester.CreateTicket(t, running.NewTicket("Murciélagos en la sección"))
	bare := strings.TrimLeft(strings.TrimPrefix(created.Number, "PNT"), "0")
	for _, q := range []string{created.Number, strings.ToLower("pnt" + bare), strings.TrimPrefix(created.Number, "PNT"), bare, "murcielago", "seccion", "formato"} {
		running.Eventually(t, timeout, q, func() (bool, any) {
			var page api.TicketPage
			requester.Send(t, http.MethodGet, "/tickets?q="+q, nil).Into(t, http.StatusOK, &page)
			return len(page.Items) == 1 && page.Items[0].Number == created.Number, page.Items
		})
	}
	running.Eventually(t, timeout, "Tickets (1)", func() (bool, any) {
		var me api.Person
		requester.Send(t, http.MethodGet, "/session", nil).Into(t, http.StatusOK, &me)
		return me.OpenTickets == 1, me.OpenTickets
	})
}

// TestFailureQueuesAreEmpty checks that no mail and no stream event failed in the previous tests.
func TestFailureQueuesAreEmpty(t *testing.T) {
	stack := running.Find(t)
	for _, name := range []string{"mail-dead-letters", "stream-failures"} {
		if n := stack.QueueLength(t, stack.Queue(name)); n != 0 {
			t.Errorf("%s has %d messages", name, n)
		}
	}
}
