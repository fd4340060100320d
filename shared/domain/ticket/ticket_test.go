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

// aroundTheClock counts every hour as working time. The deadline is 2 days for high priority, 10 days for medium, otherwise
// none.
type aroundTheClock struct{}

func (aroundTheClock) Due(p ticket.Priority, opened time.Time, paused time.Duration) time.Time {
	switch p {
	case ticket.High:
		return opened.Add(48*time.Hour + paused)
	case ticket.Medium:
		return opened.Add(240*time.Hour + paused)
	case ticket.Low, ticket.NoPriority:
	}
	return time.Time{}
}

func (aroundTheClock) FirstAnswer(_ ticket.Priority, opened time.Time, paused time.Duration) time.Time {
	return opened.Add(200*time.Hour + paused)
}

func (aroundTheClock) WarningAt(opened, due time.Time, paused time.Duration) time.Time {
	return opened.Add(paused + (due.Sub(opened)-paused)*3/4)
}

func (aroundTheClock) Add(from time.Time, worked time.Duration) time.Time { return from.Add(worked) }

func (aroundTheClock) WorkingTime(from, to time.Time) time.Duration { return to.Sub(from) }

var (
	policy  = ticket.Policy{Deadlines: aroundTheClock{}}
	owner   = account.Person{ID: "usuario", Name: "USUARIO MESA", Role: account.Requester}
	agent   = account.Person{ID: "ana", Name: "Ana Torres", Role: account.Agent}
	created = time.Date(2026, 11, 2, 15, 0, 0, 0, time.UTC)
)

func at(hours float64) ticket.Write {
	moment := created.Add(time.Duration(hours * float64(time.Hour)))
	return ticket.Write{ID: moment.Format("20060102T150405"), Body: "<p>texto</p>", At: moment}
}

func opened() ticket.Ticket {
	t, _ := ticket.Create(ticket.NewTicket{
		Number: "PNT003445", Subject: "Ticket de Prueba", Entity: "FEDERACION",
		Topic: ticket.Ref{ID: "sipot", Name: "SIPOT"}, Department: ticket.Ref{ID: "soporte", Name: "Support"},
	}, owner, policy, at(0))
	return t
}

func TestPriorityMovesTheDeadline(t *testing.T) {
	high, medium, low, none := ticket.High, ticket.Medium, ticket.Low, ticket.NoPriority
	now := opened()
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
		after, entry, err := ticket.Update(now, agent, ticket.Edit{Priority: step.priority}, policy, at(float64(i+1)))
		if err != nil {
			t.Fatal(err)
		}
		if !after.DueAt.Equal(step.due) {
			t.Errorf("step %d: due %s, want %s", i, after.DueAt, step.due)
		}
		if change, ok := ticket.FindEvent[ticket.PrioritySet](entry); !ok || change.From != now.Priority || change.To != *step.priority {
			t.Errorf("step %d: history says %+v", i, entry.Events)
		}
		if _, ok := ticket.FindEvent[ticket.DeadlineMoved](entry); !ok {
			t.Errorf("step %d: history does not say that the deadline moved", i)
		}
		now = after
	}
}

func TestWaitingStopsTheClock(t *testing.T) {
	high, waiting := ticket.High, ticket.Waiting
	now := opened()
	now, _, err := ticket.Update(now, agent, ticket.Edit{Priority: &high, Status: &waiting}, policy, at(1))
	if err != nil {
		t.Fatal(err)
	}
	if alarm := now.Alarm(policy); alarm.Kind != ticket.NoAlarm {
		t.Errorf("a clock that stands still has the alarm %+v", alarm)
	}
	now, entry, err := ticket.AddMessage(now, owner, "", policy, at(11))
	if err != nil {
		t.Fatal(err)
	}
	if want := created.Add(58 * time.Hour); now.Status != ticket.Open || !now.DueAt.Equal(want) {
		t.Errorf("%s, due %s, want %s", now.Status, now.DueAt, want)
	}
	if change, ok := ticket.FindEvent[ticket.StatusChanged](entry); !ok || change.To != ticket.Open {
		t.Errorf("the message does not say that the ticket is open again: %+v", entry.Events)
	}
}

func TestResponseAndStatusAreOneAct(t *testing.T) {
	after, entry, err := ticket.AddResponse(opened(), agent, ticket.Resolved, policy, at(5))
	if err != nil {
		t.Fatal(err)
	}
	want := ticket.Entry{
		ID: at(5).ID, Kind: ticket.ResponseEntry, Author: ticket.Author{ID: "ana", Name: "Ana Torres", Role: account.Agent},
		Body: "<p>texto</p>", At: at(5).At, Version: 2,
		Events: []ticket.Event{ticket.Responded{}, ticket.StatusChanged{From: ticket.Open, To: ticket.Resolved}},
	}
	if diff := cmp.Diff(want, entry); diff != "" {
		t.Error(diff)
	}
	if after.Status != ticket.Resolved || after.Version != 2 || !after.ResolvedAt.Equal(at(5).At) {
		t.Errorf("%+v", after)
	}
}

func TestResolvedTickets(t *testing.T) {
	resolved, _, err := ticket.AddResponse(opened(), agent, ticket.Resolved, policy, at(0))
	if err != nil {
		t.Fatal(err)
	}
	const day = 24.0
	for _, c := range []struct {
		name string
		to   ticket.Status
		when float64
		want ticket.Status
		err  error
	}{
		{"a comment leaves it", "", day, ticket.Resolved, nil},
		{"the problem goes on", ticket.Open, day, ticket.Open, nil},
		{"on the last day", ticket.Open, 15*day - 0.01, ticket.Open, nil},
		{"too late", ticket.Open, 15 * day, "", ticket.ErrClosed},
		{"too late for a comment", "", 16 * day, "", ticket.ErrClosed},
	} {
		after, _, err := ticket.AddMessage(resolved, owner, c.to, policy, at(c.when))
		if !errors.Is(err, c.err) || after.Status != c.want {
			t.Errorf("%s: %q, %v", c.name, after.Status, err)
		}
	}
	if _, _, err := ticket.CloseResolved(resolved, policy, at(15*day-0.01)); !errors.Is(err, ticket.ErrUnchanged) {
		t.Errorf("closed too early: %v", err)
	}
	commented, _, err := ticket.AddMessage(resolved, owner, "", policy, at(10*day))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := ticket.CloseResolved(commented, policy, at(16*day)); !errors.Is(err, ticket.ErrUnchanged) {
		t.Errorf("closed though its requester spoke: %v", err)
	}
	closed, entry, err := ticket.CloseResolved(commented, policy, at(25*day))
	if err != nil || closed.Status != ticket.Closed || entry.Author != ticket.SystemAuthor {
		t.Fatalf("%+v, %+v, %v", closed.Status, entry, err)
	}
	if _, _, err := ticket.AddMessage(closed, owner, ticket.Open, policy, at(26*day)); !errors.Is(err, ticket.ErrClosed) {
		t.Errorf("a closed ticket took a comment: %v", err)
	}
}

func TestDeadlineNotices(t *testing.T) {
	high := ticket.High
	answered, _, err := ticket.AddResponse(opened(), agent, "", policy, at(0))
	if err != nil {
		t.Fatal(err)
	}
	now, _, err := ticket.Update(answered, agent, ticket.Edit{Priority: &high}, policy, at(1))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := ticket.RunAlarm(now, policy, at(35)); !errors.Is(err, ticket.ErrUnchanged) {
		t.Errorf("warned too early: %v", err)
	}
	now, entry, err := ticket.RunAlarm(now, policy, at(36))
	if err != nil || ticket.KindOf(entry.Events[0]) != "dueSoon" || now.Overdue {
		t.Fatalf("%+v, %v", entry, err)
	}
	if _, _, err := ticket.RunAlarm(now, policy, at(40)); !errors.Is(err, ticket.ErrUnchanged) {
		t.Errorf("warned twice: %v", err)
	}
	now, entry, err = ticket.RunAlarm(now, policy, at(48))
	if err != nil || ticket.KindOf(entry.Events[0]) != "overdue" || !now.Overdue {
		t.Fatalf("%+v, %v", entry, err)
	}
	if alarm := now.Alarm(policy); alarm.Kind != ticket.NoAlarm {
		t.Errorf("an overdue ticket has the alarm %+v", alarm)
	}
	medium := ticket.Medium
	if now, _, _ = ticket.Update(now, agent, ticket.Edit{Priority: &medium}, policy, at(49)); now.Overdue || now.Alarm(policy).Kind != ticket.WarnAlarm {
		t.Errorf("a deadline that moved is not watched anew: %+v", now)
	}
}

func TestRefusals(t *testing.T) {
	closed, resolved := ticket.Closed, ticket.Resolved
	done, _, err := ticket.Update(opened(), agent, ticket.Edit{Status: &closed}, policy, at(1))
	if err != nil {
		t.Fatal(err)
	}
	for name, act := range map[string]struct {
		err  error
		want error
	}{
		"a requester answers":           {third(ticket.AddResponse(opened(), owner, "", policy, at(1))), ticket.ErrForbidden},
		"a requester notes":             {third(ticket.AddNote(opened(), owner, "", policy, at(1))), ticket.ErrForbidden},
		"a requester changes":           {third(ticket.Update(opened(), owner, ticket.Edit{Status: &closed}, policy, at(1))), ticket.ErrForbidden},
		"a closed one is answered":      {third(ticket.AddResponse(done, agent, "", policy, at(2))), ticket.ErrClosed},
		"a closed one is changed":       {third(ticket.Update(done, agent, ticket.Edit{Status: &resolved}, policy, at(2))), ticket.ErrClosed},
		"a closed one becomes resolved": {third(ticket.AddNote(done, agent, ticket.Resolved, policy, at(2))), ticket.ErrTransition},
		"nothing changes":               {third(ticket.Update(opened(), agent, ticket.Edit{}, policy, at(1))), ticket.ErrUnchanged},
		"an assigned one is routed":     {third(ticket.Route(assigned(), ticket.Assignment{Assignee: ticket.Ref{ID: "x", Name: "X"}}, routing.Explanation{}, at(1))), ticket.ErrUnchanged},
	} {
		if !errors.Is(act.err, act.want) {
			t.Errorf("%s: %v, want %v", name, act.err, act.want)
		}
	}
}

func third(_ ticket.Ticket, _ ticket.Entry, err error) error { return err }

func assigned() ticket.Ticket {
	t := opened()
	t.Assignee, t.Unrouted = ticket.Ref{ID: agent.ID, Name: agent.Name}, false
	return t
}

func TestCanRead(t *testing.T) {
	sharing := account.Organization{ID: "infoem", Name: "Infoem", Shares: true}
	theirs := opened()
	theirs.Requester.Organization = sharing
	for _, c := range []struct {
		name   string
		ticket ticket.Ticket
		person account.Person
		want   bool
	}{
		{"its requester", opened(), owner, true},
		{"staff", opened(), agent, true},
		{"another", opened(), account.Person{ID: "otro", Role: account.Requester}, false},
		{"a colleague where the organization shares", theirs, account.Person{ID: "otro", Role: account.Requester, Organization: sharing}, true},
		{"another organization", theirs, account.Person{ID: "otro", Role: account.Requester, Organization: account.Organization{ID: "itei", Shares: true}}, false},
		{"nobody's organization", opened(), account.Person{ID: "otro", Role: account.Requester, Organization: account.Organization{Shares: true}}, false},
	} {
		if got := ticket.CanRead(c.ticket, c.person); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestFullThread(t *testing.T) {
	write := at(1)
	write.Body = strings.Repeat("x", ticket.MaxTextSize/4)
	now := opened()
	for range 3 {
		after, _, err := ticket.AddMessage(now, owner, "", policy, write)
		if err != nil {
			t.Fatal(err)
		}
		now = after
	}
	write.Body += strings.Repeat("x", ticket.MaxTextSize/4)
	if _, _, err := ticket.AddMessage(now, owner, "", policy, write); !errors.Is(err, ticket.ErrThreadFull) {
		t.Errorf("more than fits: %v", err)
	}
	high := ticket.High
	if _, _, err := ticket.Update(now, agent, ticket.Edit{Priority: &high}, policy, at(2)); err != nil {
		t.Errorf("what has no text: %v", err)
	}
}
