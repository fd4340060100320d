package ticket_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/account"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/ticket"
)

// aroundTheClock counts every hour as working time. The deadline for the resolution is 2 days for high priority and 10 days for
// medium; other tickets have none. The deadline for the first response is 200 hours.
type aroundTheClock struct{}

func (aroundTheClock) Due(p ticket.Priority, newTicket time.Time, paused time.Duration) time.Time {
	switch p {
	case ticket.High:
		return newTicket.Add(48*time.Hour + paused)
	case ticket.Medium:
		return newTicket.Add(240*time.Hour + paused)
	case ticket.Low, ticket.NoPriority:
	}
	return time.Time{}
}

func (aroundTheClock) FirstResponse(_ ticket.Priority, newTicket time.Time, paused time.Duration) time.Time {
	return newTicket.Add(200*time.Hour + paused)
}

func (aroundTheClock) WarningAt(newTicket, due time.Time, paused time.Duration) time.Time {
	return newTicket.Add(paused + (due.Sub(newTicket)-paused)*3/4)
}

func (aroundTheClock) Add(from time.Time, worked time.Duration) time.Time { return from.Add(worked) }

func (aroundTheClock) AddDays(from time.Time, days int) time.Time { return from.AddDate(0, 0, days) }

func (aroundTheClock) NextOpening(at time.Time) time.Time { return at }

func (aroundTheClock) WorkingTime(from, to time.Time) time.Duration { return to.Sub(from) }

var (
	policy     = ticket.Policy{Deadlines: aroundTheClock{}}
	owner      = account.Person{ID: "usuario", Name: "USUARIO MESA", Role: account.Requester}
	agent      = account.Person{ID: "ana", Name: "Ana Torres", Role: account.Agent}
	supervisor = account.Person{ID: "sofia", Name: "Sofía Méndez", Role: account.Supervisor}
	created    = time.Date(2026, 11, 2, 15, 0, 0, 0, time.UTC)
)

func writeAt(hours float64) ticket.Write {
	moment := created.Add(time.Duration(hours * float64(time.Hour)))
	return ticket.Write{ID: moment.Format("20060102T150405"), Body: "<p>texto</p>", At: moment}
}

func newTicket() ticket.Ticket {
	t, _ := ticket.Create(ticket.NewTicket{
		Number: "PNT003445", Subject: "Ticket de Prueba", Entity: "FEDERACION",
		Topic: ticket.Ref{ID: "sipot", Name: "SIPOT"}, Department: ticket.Ref{ID: "soporte", Name: "Support"},
	}, owner, policy, writeAt(0))
	return t
}

func TestPriorityMovesDeadline(t *testing.T) {
	high, medium, low, none := ticket.High, ticket.Medium, ticket.Low, ticket.NoPriority
	current := newTicket()
	for i, step := range []struct {
		priority *ticket.Priority
		due      time.Time
	}{
		{&medium, created.Add(240 * time.Hour)},
		{&high, created.Add(48 * time.Hour)},
		{&low, time.Time{}},
		{&high, created.Add(48 * time.Hour)},
		{&none, time.Time{}},
	} {
		after, entry, err := ticket.Update(current, agent, ticket.Edit{Priority: step.priority}, policy, writeAt(float64(i+1)))
		if err != nil {
			t.Fatal(err)
		}
		if !after.DueAt.Equal(step.due) {
			t.Errorf("step %d: due %s, want %s", i, after.DueAt, step.due)
		}
		if change, ok := ticket.FindEvent[ticket.PrioritySet](entry); !ok || change.From != current.Priority || change.To != *step.priority {
			t.Errorf("step %d: the history has %+v", i, entry.Events)
		}
		if _, ok := ticket.FindEvent[ticket.DeadlineMoved](entry); !ok {
			t.Errorf("step %d: the moved deadline is not in the history", i)
		}
		current = after
	}
}

func TestWaitingStopsDeadlineClock(t *testing.T) {
	high, waiting := ticket.High, ticket.Waiting
	current := newTicket()
	current, _, err := ticket.Update(current, agent, ticket.Edit{Priority: &high, Status: &waiting}, policy, writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	if alarm := current.Alarm(policy); alarm.Kind != ticket.NoAlarm {
		t.Errorf("a ticket with a stopped clock has the alarm %+v", alarm)
	}
	current, entry, err := ticket.AddMessage(current, owner, "", policy, writeAt(11))
	if err != nil {
		t.Fatal(err)
	}
	if want := created.Add(58 * time.Hour); current.Status != ticket.Open || !current.DueAt.Equal(want) {
		t.Errorf("%s, due %s, want %s", current.Status, current.DueAt, want)
	}
	if change, ok := ticket.FindEvent[ticket.StatusChanged](entry); !ok || change.To != ticket.Open {
		t.Errorf("the reopening is not in the history: %+v", entry.Events)
	}
}

func TestResponseWithStatusWritesOneEntry(t *testing.T) {
	after, entry, err := ticket.AddResponse(newTicket(), agent, ticket.Resolved, policy, writeAt(5))
	if err != nil {
		t.Fatal(err)
	}
	want := ticket.Entry{
		ID: writeAt(5).ID, Kind: ticket.ResponseEntry, Author: ticket.Author{ID: "ana", Name: "Ana Torres", Role: account.Agent},
		Body: "<p>texto</p>", At: writeAt(5).At, Version: 2,
		Events: []ticket.Event{ticket.Responded{}, ticket.StatusChanged{From: ticket.Open, To: ticket.Resolved}},
	}
	if diff := cmp.Diff(want, entry); diff != "" {
		t.Error(diff)
	}
	if after.Status != ticket.Resolved || after.Version != 2 || !after.ResolvedAt.Equal(writeAt(5).At) {
		t.Errorf("%+v", after)
	}
}

func TestResolvedTicketCanBeReopenedUntilItCloses(t *testing.T) {
	resolved, _, err := ticket.AddResponse(newTicket(), agent, ticket.Resolved, policy, writeAt(0))
	if err != nil {
		t.Fatal(err)
	}
	const day = 24.0
	for _, c := range []struct {
		name  string
		to    ticket.Status
		hours float64
		want  ticket.Status
		err   error
	}{
		{"a comment keeps it resolved", "", day, ticket.Resolved, nil},
		{"the requester reopens it", ticket.Open, day, ticket.Open, nil},
		{"on the last day", ticket.Open, 15*day - 0.01, ticket.Open, nil},
		{"too late", ticket.Open, 15 * day, "", ticket.ErrClosed},
		{"a comment too late", "", 16 * day, "", ticket.ErrClosed},
	} {
		after, _, err := ticket.AddMessage(resolved, owner, c.to, policy, writeAt(c.hours))
		if !errors.Is(err, c.err) || after.Status != c.want {
			t.Errorf("%s: %q, %v", c.name, after.Status, err)
		}
	}
	if _, _, err := ticket.CloseResolved(resolved, policy, writeAt(15*day-0.01)); !errors.Is(err, ticket.ErrUnchanged) {
		t.Errorf("closed too early: %v", err)
	}
	commented, _, err := ticket.AddMessage(resolved, owner, "", policy, writeAt(10*day))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := ticket.CloseResolved(commented, policy, writeAt(16*day)); !errors.Is(err, ticket.ErrUnchanged) {
		t.Errorf("closed although the requester has commented: %v", err)
	}
	closed, entry, err := ticket.CloseResolved(commented, policy, writeAt(25*day))
	if err != nil || closed.Status != ticket.Closed || entry.Author != ticket.SystemAuthor {
		t.Fatalf("%+v, %+v, %v", closed.Status, entry, err)
	}
	if _, _, err := ticket.AddMessage(closed, owner, ticket.Open, policy, writeAt(26*day)); !errors.Is(err, ticket.ErrClosed) {
		t.Errorf("a comment on a closed ticket: %v", err)
	}
}

func TestWarningPrecedesTheOverdueNotice(t *testing.T) {
	high := ticket.High
	answered, _, err := ticket.AddResponse(newTicket(), agent, "", policy, writeAt(0))
	if err != nil {
		t.Fatal(err)
	}
	current, _, err := ticket.Update(answered, agent, ticket.Edit{Priority: &high}, policy, writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := ticket.RunAlarm(current, policy, writeAt(35)); !errors.Is(err, ticket.ErrUnchanged) {
		t.Errorf("a warning too early: %v", err)
	}
	current, entry, err := ticket.RunAlarm(current, policy, writeAt(36))
	if err != nil || ticket.KindOf(entry.Events[0]) != "dueSoon" || current.Overdue {
		t.Fatalf("%+v, %v", entry, err)
	}
	if _, _, err := ticket.RunAlarm(current, policy, writeAt(40)); !errors.Is(err, ticket.ErrUnchanged) {
		t.Errorf("a second warning: %v", err)
	}
	current, entry, err = ticket.RunAlarm(current, policy, writeAt(48))
	if err != nil || ticket.KindOf(entry.Events[0]) != "overdue" || !current.Overdue {
		t.Fatalf("%+v, %v", entry, err)
	}
	if alarm := current.Alarm(policy); alarm.Kind != ticket.NoAlarm {
		t.Errorf("an overdue ticket has the alarm %+v", alarm)
	}
	medium := ticket.Medium
	if current, _, _ = ticket.Update(current, agent, ticket.Edit{Priority: &medium}, policy, writeAt(49)); current.Overdue || current.Alarm(policy).Kind != ticket.WarnAlarm {
		t.Errorf("a moved deadline has no alarm: %+v", current)
	}
}

func TestActsAreRefused(t *testing.T) {
	closed, resolved := ticket.Closed, ticket.Resolved
	closedTicket, _, err := ticket.Update(newTicket(), agent, ticket.Edit{Status: &closed}, policy, writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	for name, act := range map[string]struct {
		err  error
		want error
	}{
		"a requester responds":             {errorOf(ticket.AddResponse(newTicket(), owner, "", policy, writeAt(1))), ticket.ErrForbidden},
		"a requester adds a note":          {errorOf(ticket.AddNote(newTicket(), owner, "", policy, writeAt(1))), ticket.ErrForbidden},
		"a requester changes attributes":   {errorOf(ticket.Update(newTicket(), owner, ticket.Edit{Status: &closed}, policy, writeAt(1))), ticket.ErrForbidden},
		"a response to a closed ticket":    {errorOf(ticket.AddResponse(closedTicket, agent, "", policy, writeAt(2))), ticket.ErrClosed},
		"a change of a closed ticket":      {errorOf(ticket.Update(closedTicket, agent, ticket.Edit{Status: &resolved}, policy, writeAt(2))), ticket.ErrClosed},
		"a closed ticket becomes resolved": {errorOf(ticket.AddNote(closedTicket, agent, ticket.Resolved, policy, writeAt(2))), ticket.ErrTransition},
		"nothing changes":                  {errorOf(ticket.Update(newTicket(), agent, ticket.Edit{}, policy, writeAt(1))), ticket.ErrUnchanged},
		"routing of an assigned ticket":    {errorOf(ticket.Route(assignedTicket(), ticket.Assignment{Assignee: ticket.Ref{ID: "x", Name: "X"}}, routing.Explanation{}, writeAt(1))), ticket.ErrUnchanged},
	} {
		if !errors.Is(act.err, act.want) {
			t.Errorf("%s: %v, want %v", name, act.err, act.want)
		}
	}
}

func errorOf(_ ticket.Ticket, _ ticket.Entry, err error) error { return err }

func assignedTicket() ticket.Ticket {
	t := newTicket()
	t.Assignee, t.Unrouted = ticket.Ref{ID: agent.ID, Name: agent.Name}, false
	return t
}

func TestCanRead(t *testing.T) {
	sharing := account.Organization{ID: "infoem", Name: "Infoem", Shares: true}
	shared := newTicket()
	shared.Requester.Organization = sharing
	for _, c := range []struct {
		name   string
		ticket ticket.Ticket
		person account.Person
		want   bool
	}{
		{"the requester", newTicket(), owner, true},
		{"staff", newTicket(), agent, true},
		{"another requester", newTicket(), account.Person{ID: "otro", Role: account.Requester}, false},
		{"a colleague in an organization that shares tickets", shared, account.Person{ID: "otro", Role: account.Requester, Organization: sharing}, true},
		{"another organization", shared, account.Person{ID: "otro", Role: account.Requester, Organization: account.Organization{ID: "itei", Shares: true}}, false},
		{"both without an organization", newTicket(), account.Person{ID: "otro", Role: account.Requester, Organization: account.Organization{Shares: true}}, false},
	} {
		if got := ticket.CanRead(c.ticket, c.person); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestThreadSizeIsLimited(t *testing.T) {
	write := writeAt(1)
	write.Body = strings.Repeat("x", ticket.MaxTextSize/4)
	current := newTicket()
	for range 3 {
		after, _, err := ticket.AddMessage(current, owner, "", policy, write)
		if err != nil {
			t.Fatal(err)
		}
		current = after
	}
	write.Body += strings.Repeat("x", ticket.MaxTextSize/4)
	if _, _, err := ticket.AddMessage(current, owner, "", policy, write); !errors.Is(err, ticket.ErrThreadFull) {
		t.Errorf("a text over the limit: %v", err)
	}
	high := ticket.High
	if _, _, err := ticket.Update(current, agent, ticket.Edit{Priority: &high}, policy, writeAt(2)); err != nil {
		t.Errorf("an act without text: %v", err)
	}
}
