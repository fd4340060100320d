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

// past creates tickets dated in the past, with the domain rules and stores that the functions use.
type past struct {
	*testing.T
	stack  *running.Stack
	table  stores.Stores
	policy ticket.Policy
}

func pastOf(t *testing.T, stack *running.Stack) past {
	t.Helper()
	table := stack.Store()
	config, err := table.Settings.Configuration(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return past{t, stack, table, config.Policy()}
}

// open opens a ticket dated a number of days ago, and waits until route has assigned it.
func (p past) open(by account.Person, days int) ticket.Ticket {
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

func (p past) write(days int) ticket.Write {
	at := time.Now().AddDate(0, 0, -days)
	return ticket.Write{ID: ulid.MustNew(ulid.Timestamp(at), ulid.DefaultEntropy()).String(), Body: "<p>De hace días</p>", At: at}
}

func (p past) read(number ticket.Number) ticket.Ticket {
	p.Helper()
	t, _, err := p.table.Tickets.Thread(p.Context(), number)
	if err != nil {
		p.Fatal(err)
	}
	return t
}

// invoke invokes a function as EventBridge does.
func (p past) invoke(function string) {
	p.Helper()
	done, err := lambda.NewFromConfig(p.stack.AWSConfig()).Invoke(p.Context(), &lambda.InvokeInput{FunctionName: aws.String(p.stack.Name + "-" + function), Payload: []byte("{}")})
	if err != nil || done.FunctionError != nil {
		p.Fatalf("%s: %v, %s", function, err, done.Payload)
	}
}

// mailed waits until an address has received exactly want mails about a ticket.
func (p past) mailed(number ticket.Number, to string, want int) {
	p.Helper()
	running.Eventually(p, 20*time.Second, "mails of "+string(number)+" to "+to, func() (bool, any) {
		mails, err := p.stack.Mails(p.Context(), string(number), to)
		return err == nil && len(mails) == want, mails
	})
}

// TestOverdueNoticesAreSentOnce checks that the agent and the supervisors get one mail about an overdue ticket, that the ticket
// is escalated once, and that further runs change nothing (F6).
func TestOverdueNoticesAreSentOnce(t *testing.T) {
	stack := running.Find(t)
	person, _ := stack.NewPerson(t)
	desk := pastOf(t, stack)
	late := desk.open(person, 30)
	path := "/tickets/" + string(late.Number)
	stack.SignedIn(t, stack.DemoPeople("supervisor")[0]).Send(t, http.MethodPatch, path, map[string]any{"version": late.Version, "priority": "high"}).Want(t, http.StatusOK)
	var notified ticket.Ticket
	running.Eventually(t, 20*time.Second, "no more notices", func() (bool, any) {
		before := desk.read(late.Number)
		desk.invoke("check-deadlines")
		notified = desk.read(late.Number)
		return notified.Version == before.Version && notified.Version > late.Version+1, notified.Version
	})
	supervisor := stack.DemoPeople("supervisor")[0].Email
	running.Eventually(t, 20*time.Second, "the supervisor's mail", func() (bool, any) {
		mails, err := stack.Mails(t.Context(), string(late.Number), supervisor)
		return err == nil && len(mails) > 0, mails
	})
	desk.invoke("check-deadlines")
	if again := desk.read(late.Number); again.Version != notified.Version {
		t.Errorf("notified again: version %d after %d", again.Version, notified.Version)
	}
}

// TestResolvedTicketsCloseOnce checks that a resolved ticket becomes Cerrado after 15 days without a comment, and that its
// requester gets one mail (D6).
func TestResolvedTicketsCloseOnce(t *testing.T) {
	stack := running.Find(t)
	person, signIn := stack.NewPerson(t)
	desk := pastOf(t, stack)
	agent := account.Person{ID: "ana-agente", Name: "Ana Torres", Role: account.Agent}
	answered := desk.open(person, 30)
	resolved, entry, err := ticket.AddResponse(answered, agent, ticket.Resolved, desk.policy, desk.write(16))
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.table.Tickets.Save(t.Context(), ticket.Act{Ticket: resolved, Entry: entry, Alarm: resolved.Alarm(desk.policy)}); err != nil {
		t.Fatal(err)
	}
	desk.invoke("close-resolved")
	desk.invoke("close-resolved")
	if closed := desk.read(answered.Number); closed.Status != ticket.Closed || closed.Version != resolved.Version+1 {
		t.Errorf("%s at version %d, after %d", closed.Status, closed.Version, resolved.Version)
	}
	// Only the closing is mailed. Entries dated days ago cause no mails, so the opening and the response are not mailed.
	desk.mailed(answered.Number, signIn.Email, 1)
}
