package ticket_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/ticket"
)

func TestFirstResponse(t *testing.T) {
	current := newTicket()
	due := created.Add(200 * time.Hour)
	if !current.FirstResponseDueAt.Equal(due) || current.FirstResponse(writeAt(199).At) != ticket.FirstResponsePending || current.FirstResponse(writeAt(201).At) != ticket.FirstResponseMissed {
		t.Fatalf("due %s", current.FirstResponseDueAt)
	}
	noted, _, err := ticket.AddNote(current, agent, "", policy, writeAt(1))
	if err != nil || !noted.FirstRespondedAt.IsZero() {
		t.Error("a note counts as the first response")
	}
	for hours, want := range map[float64]ticket.FirstResponseState{2: ticket.FirstResponseMet, 201: ticket.FirstResponseLate} {
		answered, _, err := ticket.AddResponse(current, agent, "", policy, writeAt(hours))
		if err != nil || answered.FirstResponse(writeAt(500).At) != want {
			t.Errorf("answered after %v h: %s, %v", hours, answered.FirstResponse(writeAt(500).At), err)
		}
		second, _, err := ticket.AddResponse(answered, agent, "", policy, writeAt(hours+1))
		if err != nil || !second.FirstRespondedAt.Equal(writeAt(hours).At) {
			t.Errorf("a second answer changed the time of the first: %s", second.FirstRespondedAt)
		}
		if second.Alarm(policy).Kind != ticket.NoAlarm {
			t.Errorf("an answered ticket has the alarm %+v", second.Alarm(policy))
		}
	}
}

func TestClockStopped(t *testing.T) {
	current := newTicket()
	check := func(name string, got ticket.Ticket, err error, hours float64, want time.Duration) ticket.Ticket {
		t.Helper()
		if stopped := got.ClockStopped(policy, writeAt(hours).At); err != nil || stopped != want {
			t.Errorf("%s: stopped for %s, want %s, %v", name, stopped, want, err)
		}
		return got
	}
	check("open", current, nil, 5, 0)
	current, _, err := ticket.AddResponse(current, agent, ticket.Waiting, policy, writeAt(1))
	waiting := check("waiting", current, err, 3, 2*time.Hour)
	closed, _, err := ticket.AddMessage(waiting, owner, ticket.Closed, policy, writeAt(4))
	check("closed without a resolution", closed, err, 9, 0)
	current, _, err = ticket.AddMessage(waiting, owner, "", policy, writeAt(4))
	current = check("the wait ended", current, err, 9, 3*time.Hour)
	current, _, err = ticket.AddResponse(current, agent, ticket.Waiting, policy, writeAt(10))
	check("a second wait", current, err, 11, 4*time.Hour)
	current, _, err = ticket.AddResponse(current, agent, ticket.Resolved, policy, writeAt(12))
	current = check("resolved while waiting", current, err, 99, 5*time.Hour)
	current, _, err = ticket.AddMessage(current, owner, ticket.Open, policy, writeAt(15))
	check("reopened", current, err, 99, 8*time.Hour)
}

func TestUnansweredSince(t *testing.T) {
	current := newTicket()
	check := func(name string, got ticket.Ticket, err error, want time.Time) ticket.Ticket {
		t.Helper()
		if err != nil || !got.UnansweredSince().Equal(want) {
			t.Errorf("%s: unanswered since %s, %v", name, got.UnansweredSince(), err)
		}
		return got
	}
	check("new", current, nil, current.CreatedAt)
	current, _, err := ticket.AddNote(current, agent, "", policy, writeAt(1))
	check("a note", current, err, current.CreatedAt)
	current, _, err = ticket.AddResponse(current, agent, "", policy, writeAt(2))
	check("a response", current, err, time.Time{})
	current, _, err = ticket.AddMessage(current, owner, "", policy, writeAt(3))
	check("a comment", current, err, writeAt(3).At)
	current, _, err = ticket.AddMessage(current, owner, "", policy, writeAt(4))
	check("a second comment", current, err, writeAt(4).At)
	resolved, _, err := ticket.AddResponse(current, agent, ticket.Resolved, policy, writeAt(5))
	check("resolved", resolved, err, time.Time{})
	resolved, _, err = ticket.AddMessage(resolved, owner, "", policy, writeAt(6))
	check("a comment on a resolved ticket", resolved, err, writeAt(6).At)
	closed, _, err := ticket.AddMessage(current, owner, ticket.Closed, policy, writeAt(7))
	check("closed with a message", closed, err, time.Time{})
}

// TestNoticesAreRecordedOnceInOrder runs all alarms of a ticket that nobody attends, and checks that each notice is recorded once and in order.
func TestNoticesAreRecordedOnceInOrder(t *testing.T) {
	strict := policy
	strict.EscalateAfter, strict.RemindDays = 20*time.Hour, 3
	high := ticket.High
	current, _, err := ticket.Update(newTicket(), agent, ticket.Edit{Priority: &high}, strict, writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	type notice struct {
		hours float64
		event ticket.EventKind
	}
	runAlarms := func(current ticket.Ticket) []notice {
		t.Helper()
		var all []notice
		for hours := 1.0; hours < 1000; hours++ {
			for {
				after, entry, err := ticket.RunAlarm(current, strict, writeAt(hours))
				if errors.Is(err, ticket.ErrUnchanged) {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				all, current = append(all, notice{hours, ticket.KindOf(entry.Events[0])}), after
			}
		}
		return all
	}
	want := []notice{
		{36, "dueSoon"},
		{48, "overdue"},
		{68, "escalated"},
		{150, "firstAnswerDueSoon"},
		{200, "firstAnswerOverdue"},
	}
	if diff := cmp.Diff(want, runAlarms(current), cmp.AllowUnexported(notice{})); diff != "" {
		t.Error(diff)
	}
	waiting, _, err := ticket.AddResponse(current, agent, ticket.Waiting, strict, writeAt(10))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]notice{{82, "reminded"}}, runAlarms(waiting), cmp.AllowUnexported(notice{})); diff != "" {
		t.Error(diff)
	}
	w := writeAt(10)
	w.Wait = ticket.Wait{For: ticket.AwaitsThirdParty}
	thirdParty, _, err := ticket.AddResponse(current, agent, ticket.Waiting, strict, w)
	if err != nil {
		t.Fatal(err)
	}
	if got := runAlarms(thirdParty); len(got) != 0 {
		t.Errorf("notices while the ticket waits for a third party: %v", got)
	}
}

func TestDeadlinesAreRecomputed(t *testing.T) {
	high := ticket.High
	prioritized, _, err := ticket.Update(newTicket(), agent, ticket.Edit{Priority: &high}, policy, writeAt(1))
	if err != nil {
		t.Fatal(err)
	}
	// After a change of the calendar, deadlines do not move until an act recomputes them.
	later := policy
	later.Deadlines = oneMoreHoliday{}
	noted, _, err := ticket.AddNote(prioritized, agent, "", later, writeAt(2))
	if err != nil || !noted.DueAt.Equal(prioritized.DueAt) {
		t.Errorf("a note moved the deadline to %s, %v", noted.DueAt, err)
	}
	moved, entry, err := ticket.Update(prioritized, agent, ticket.Edit{Topic: &ticket.Ref{ID: "sisai", Name: "SISAI"}}, later, writeAt(3))
	if change, ok := ticket.FindEvent[ticket.DeadlineMoved](entry); err != nil || !ok || !moved.DueAt.Equal(prioritized.DueAt.Add(24*time.Hour)) {
		t.Errorf("after a change of topic: due %s, history %+v, %v", moved.DueAt, change, err)
	}
	resolved, _, err := ticket.AddResponse(prioritized, agent, ticket.Resolved, later, writeAt(4))
	if err != nil {
		t.Fatal(err)
	}
	second, _, err := ticket.AddMessage(resolved, owner, ticket.Open, later, writeAt(14))
	if err != nil || !second.DueAt.Equal(prioritized.DueAt.Add(34*time.Hour)) {
		t.Errorf("reopened: due %s, want 34 hours later: 10 hours Atendido and one holiday; %v", second.DueAt, err)
	}
}

// oneMoreHoliday is a calendar with one additional holiday.
type oneMoreHoliday struct{ aroundTheClock }

func (oneMoreHoliday) Due(p ticket.Priority, opened time.Time, paused time.Duration) time.Time {
	return aroundTheClock{}.Due(p, opened, paused+24*time.Hour)
}
