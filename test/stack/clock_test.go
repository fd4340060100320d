package stack

import (
	"net/http"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/oklog/ulid/v2"

	"mesa/shared/adapter/stores"
	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
	"mesa/test/running"
)

// pastTickets creates tickets dated in the past, with the domain rules and stores that the functions use.
type pastTickets struct {
	*testing.T
	stack  *running.Stack
	table  stores.Stores
	policy ticket.Policy
}

func newPastTickets(t *testing.T, stack *running.Stack) pastTickets {
	t.Helper()
	table := stack.Store()
	config, err := table.Settings.Configuration(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return pastTickets{t, stack, table, config.Policy()}
}

// create creates a ticket dated a number of days ago, and waits until route has assigned it.
func (p pastTickets) create(by account.Person, days int) ticket.Ticket {
	p.Helper()
	config, err := p.table.Settings.Configuration(p.Context())
	if err != nil {
		p.Fatal(err)
	}
	n, err := p.table.Tickets.NextNumber(p.Context(), config.FirstNumber)
	if err != nil {
		p.Fatal(err)
	}
	topic, _ := config.Topic("sipot")
	opened, entry := ticket.Create(ticket.NewTicket{
		Number: config.Numbering.Format(n), Subject: "De hace días", Entity: "FEDERACION",
		Topic: ticket.Ref{ID: topic.ID, Name: "SIPOT"}, Department: ticket.Ref{ID: topic.DepartmentID, Name: "Obligaciones"},
	}, by, p.policy, p.write(days))
	if err := p.table.Tickets.Create(p.Context(), ticket.Act{Ticket: opened, Entry: entry}); err != nil {
		p.Fatal(err)
	}
	running.Eventually(p, 15*time.Second, "routed", func() (bool, any) {
		opened = p.read(opened.Number)
		return opened.Assignee.ID != "", opened
	})
	return opened
}

func (p pastTickets) write(days int) ticket.Write {
	at := time.Now().AddDate(0, 0, -days)
	return ticket.Write{ID: ulid.MustNew(ulid.Timestamp(at), ulid.DefaultEntropy()).String(), Body: "<p>De hace días</p>", At: at}
}

func (p pastTickets) read(number ticket.Number) ticket.Ticket {
	p.Helper()
	t, _, err := p.table.Tickets.Thread(p.Context(), number)
	if err != nil {
		p.Fatal(err)
	}
	return t
}

// invoke invokes a function as EventBridge does.
func (p pastTickets) invoke(function string) {
	p.Helper()
	done, err := lambda.NewFromConfig(p.stack.AWSConfig()).Invoke(p.Context(), &lambda.InvokeInput{FunctionName: aws.String(p.stack.Name + "-" + function), Payload: []byte("{}")})
	if err != nil || done.FunctionError != nil {
		p.Fatalf("%s: %v, %s", function, err, done.Payload)
	}
}

// waitForMails waits until an address has received exactly want mails about a ticket.
func (p pastTickets) waitForMails(number ticket.Number, to string, want int) {
	p.Helper()
	running.Eventually(p, 20*time.Second, "mails of "+string(number)+" to "+to, func() (bool, any) {
		mails, err := p.stack.Mails(p.Context(), string(number), to)
		return err == nil && len(mails) == want, mails
	})
}

// TestOverdueNoticesAreSentOnce checks that check-deadlines adds notices to an overdue ticket, that a supervisor gets a mail,
// and that further runs change nothing (F6).
func TestOverdueNoticesAreSentOnce(t *testing.T) {
	stack := running.Find(t)
	person, _ := stack.NewPerson(t)
	past := newPastTickets(t, stack)
	late := past.create(person, 30)
	path := "/tickets/" + string(late.Number)
	stack.SignedIn(t, stack.DemoPeople("supervisor")[0]).Send(t, http.MethodPatch, path, map[string]any{"version": late.Version, "priority": "high"}).Want(t, http.StatusOK)
	var notified ticket.Ticket
	running.Eventually(t, 20*time.Second, "no more notices", func() (bool, any) {
		before := past.read(late.Number)
		past.invoke("check-deadlines")
		notified = past.read(late.Number)
		return notified.Version == before.Version && notified.Version > late.Version+1, notified.Version
	})
	supervisor := stack.DemoPeople("supervisor")[0].Email
	running.Eventually(t, 20*time.Second, "the supervisor's mail", func() (bool, any) {
		mails, err := stack.Mails(t.Context(), string(late.Number), supervisor)
		return err == nil && len(mails) > 0, mails
	})
	past.invoke("check-deadlines")
	if repeated := past.read(late.Number); repeated.Version != notified.Version {
		t.Errorf("notified again: version %d after %d", repeated.Version, notified.Version)
	}
}

// TestResolvedTicketsCloseOnce checks that a resolved ticket becomes Cerrado after 15 days without a comment, and that its
// requester gets one mail (D6). It was resolved 25 days ago, because the closing waits for the next working time (F7).
func TestResolvedTicketsCloseOnce(t *testing.T) {
	stack := running.Find(t)
	person, signIn := stack.NewPerson(t)
	past := newPastTickets(t, stack)
	agent := account.Person{ID: "ana-agente", Name: "Ana Torres", Role: account.Agent}
	answered := past.create(person, 30)
	resolved, entry, err := ticket.AddResponse(answered, agent, ticket.Resolved, past.policy, past.write(25))
	if err != nil {
		t.Fatal(err)
	}
	if err := past.table.Tickets.Save(t.Context(), ticket.Act{Ticket: resolved, Entry: entry, Alarm: resolved.Alarm(past.policy)}); err != nil {
		t.Fatal(err)
	}
	past.invoke("close-resolved")
	past.invoke("close-resolved")
	if closed := past.read(answered.Number); closed.Status != ticket.Closed || closed.Version != resolved.Version+1 {
		t.Errorf("%s at version %d, after %d", closed.Status, closed.Version, resolved.Version)
	}
	// Only the closing causes a mail. The opening and the response are dated days ago, and entries older than a day cause no
	// mails.
	past.waitForMails(answered.Number, signIn.Email, 1)
}
