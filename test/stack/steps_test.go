// Package stack tests the desk as it is deployed: what follows from one function's act in the others, within seconds.
package stack

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/test/running"
)

// soon is how long what follows from an act may take on a busy machine; it takes tenths of a second on an idle one.
const soon = 20 * time.Second

func newTicket(subject string) map[string]any {
	return map[string]any{"topicId": "sipot", "subject": subject, "detail": "<p>Favor de revisar el formato</p>", "entity": "FEDERACION"}
}

func open(t *testing.T, by *running.Visitor, body map[string]any) api.Ticket {
	t.Helper()
	var made api.Ticket
	by.Send(t, http.MethodPost, "/tickets", body, "Idempotency-Key", ulid.Make().String()).Into(t, http.StatusCreated, &made)
	return made
}

func get(t *testing.T, by *running.Visitor, number string) api.Ticket {
	t.Helper()
	var seen api.Ticket
	by.Send(t, http.MethodGet, "/tickets/"+number, nil).Into(t, http.StatusOK, &seen)
	return seen
}

// routed waits until somebody has the ticket, and returns them signed in.
func routed(t *testing.T, stack *running.Stack, by *running.Visitor, number string) (*running.Visitor, running.SignIn) {
	t.Helper()
	var name string
	running.Within(t, soon, "the ticket is routed", func() (bool, any) {
		party, err := get(t, by, number).Assignee.Get()
		name = party.Id
		return err == nil, party
	})
	who := stack.As(strings.Replace(name, "-", ".", 1))
	return stack.SignedIn(t, who), who
}

func mailed(t *testing.T, stack *running.Stack, number, to string, want int) []running.Mail {
	t.Helper()
	var mails []running.Mail
	running.Within(t, soon, fmt.Sprintf("%d mails of %s to %s", want, number, to), func() (bool, any) {
		found, err := stack.Mails(t.Context(), number, to)
		if err != nil {
			t.Fatal(err)
		}
		mails = found
		return len(found) >= want, found
	})
	return mails
}

// inQueue reads an agent's own queue to its end.
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

func TestTheSevenSteps(t *testing.T) {
	stack := running.Find(t)
	person, signIn := stack.Newcomer(t)
	requester := stack.SignedIn(t, signIn)
	made := open(t, requester, newTicket("Ticket de Prueba"))
	agent, who := routed(t, stack, requester, made.Number)
	mailed(t, stack, made.Number, person.Email, 1)
	mailed(t, stack, made.Number, who.Email, 1)

	if !inQueue(t, agent, made.Number) {
		t.Error("the ticket is not in its agent's queue")
	}
	var weighed api.Ticket
	agent.Send(t, http.MethodPatch, "/tickets/"+made.Number, map[string]any{"priority": "high", "version": get(t, agent, made.Number).Version}).Into(t, http.StatusOK, &weighed)
	if weighed.DueAt.IsNull() {
		t.Error("ALTA set no due date")
	}
	agent.Send(t, http.MethodPost, "/tickets/"+made.Number+"/entries", map[string]any{
		"kind": "response", "body": "<p>Ya quedó.</p>", "status": "resolved", "version": weighed.Version,
	}).Want(t, http.StatusCreated)
	mails := mailed(t, stack, made.Number, person.Email, 2)
	time.Sleep(3 * time.Second) // what comes twice comes by now
	if again := mailed(t, stack, made.Number, person.Email, 2); len(again) != 2 {
		t.Errorf("%d mails to the requester", len(again))
	}
	attended := 0
	for _, mail := range mails {
		if strings.Contains(mail.Subject+mail.Text, "ha sido Atendido") {
			attended++
			if mail.From != "mesaserviciopnt@inai.org.mx" || !strings.Contains(mail.Text, "Ya quedó") {
				t.Errorf("from %s: %s", mail.From, mail.Text)
			}
		}
	}
	if attended != 1 {
		t.Errorf("%d mails say that it has been Atendido", attended)
	}
	requester.Send(t, http.MethodPost, "/tickets/"+made.Number+"/entries", map[string]any{"kind": "message", "body": "El problema continúa", "status": "open"}).Want(t, http.StatusCreated)
	if now := get(t, agent, made.Number); now.Status != "open" {
		t.Errorf("still %s", now.Status)
	}
	mailed(t, stack, made.Number, who.Email, 2)
}

func TestStatusAloneIsMailedOnce(t *testing.T) {
	stack := running.Find(t)
	person, signIn := stack.Newcomer(t)
	requester := stack.SignedIn(t, signIn)
	made := open(t, requester, newTicket("Solo el estado"))
	agent, _ := routed(t, stack, requester, made.Number)
	mailed(t, stack, made.Number, person.Email, 1)
	agent.Send(t, http.MethodPatch, "/tickets/"+made.Number, map[string]any{"status": "resolved", "version": get(t, agent, made.Number).Version}).Want(t, http.StatusOK)
	mailed(t, stack, made.Number, person.Email, 2)
	time.Sleep(3 * time.Second)
	if again := mailed(t, stack, made.Number, person.Email, 2); len(again) != 2 {
		t.Errorf("%d mails", len(again))
	}
}

func TestFoundSoon(t *testing.T) {
	stack := running.Find(t)
	_, signIn := stack.Newcomer(t)
	requester := stack.SignedIn(t, signIn)
	made := open(t, requester, newTicket("Murciélagos en la sección"))
	bare := strings.TrimLeft(strings.TrimPrefix(made.Number, "PNT"), "0")
	for _, q := range []string{made.Number, strings.ToLower("pnt" + bare), strings.TrimPrefix(made.Number, "PNT"), bare, "murcielago", "seccion", "formato"} {
		running.Within(t, soon, q, func() (bool, any) {
			var page api.TicketPage
			requester.Send(t, http.MethodGet, "/tickets?q="+q, nil).Into(t, http.StatusOK, &page)
			return len(page.Items) == 1 && page.Items[0].Number == made.Number, page.Items
		})
	}
	running.Within(t, soon, "Tickets (1)", func() (bool, any) {
		var me api.Person
		requester.Send(t, http.MethodGet, "/session", nil).Into(t, http.StatusOK, &me)
		return me.OpenTickets == 1, me.OpenTickets
	})
}

func TestNothingIsLeftInTheQueuesOfFailures(t *testing.T) {
	stack := running.Find(t)
	for _, name := range []string{"mail-dead-letters", "stream-failures"} {
		if n := stack.Waiting(t, stack.Queue(name)); n != 0 {
			t.Errorf("%s has %d messages", name, n)
		}
	}
}
