package ticket_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/ticket"
)

func TestFirstAnswer(t *testing.T) {
	now := opened()
	due := created.Add(200 * time.Hour)
	if !now.FirstAnswerDueAt.Equal(due) || now.FirstAnswer(at(199).At) != ticket.FirstAnswerPending || now.FirstAnswer(at(201).At) != ticket.FirstAnswerMissed {
		t.Fatalf("due %s", now.FirstAnswerDueAt)
	}
	noted, _, err := ticket.AddNote(now, agent, "", policy, at(1))
	if err != nil || !noted.FirstAnsweredAt.IsZero() {
		t.Error("a note is no answer")
	}
	for hours, want := range map[float64]ticket.FirstAnswerState{2: ticket.FirstAnswerMet, 201: ticket.FirstAnswerLate} {
		answered, _, err := ticket.AddResponse(now, agent, "", policy, at(hours))
		if err != nil || answered.FirstAnswer(at(500).At) != want {
			t.Errorf("answered after %v h: %s, %v", hours, answered.FirstAnswer(at(500).At), err)
		}
		again, _, err := ticket.AddResponse(answered, agent, "", policy, at(hours+1))
		if err != nil || !again.FirstAnsweredAt.Equal(at(hours).At) {
			t.Errorf("the second answer is taken for the first: %s", again.FirstAnsweredAt)
		}
		if again.Alarm(policy).Kind != ticket.NoAlarm {
			t.Errorf("what was answered has the alarm %+v", again.Alarm(policy))
		}
	}
}

func TestUnansweredSince(t *testing.T) {
	now := opened()
	since := func(what string, got ticket.Ticket, err error, want time.Time) ticket.Ticket {
		t.Helper()
		if err != nil || !got.UnansweredSince().Equal(want) {
			t.Errorf("%s: unanswered since %s, %v", what, got.UnansweredSince(), err)
		}
		return got
	}
	since("new", now, nil, now.CreatedAt)
	now, _, err := ticket.AddNote(now, agent, "", policy, at(1))
	since("with a note", now, err, now.CreatedAt)
	now, _, err = ticket.AddResponse(now, agent, "", policy, at(2))
	since("answered", now, err, time.Time{})
	now, _, err = ticket.AddMessage(now, owner, "", policy, at(3))
	since("commented on", now, err, at(3).At)
	now, _, err = ticket.AddMessage(now, owner, "", policy, at(4))
	since("commented on again", now, err, at(4).At)
	resolved, _, err := ticket.AddResponse(now, agent, ticket.Resolved, policy, at(5))
	since("resolved", resolved, err, time.Time{})
	resolved, _, err = ticket.AddMessage(resolved, owner, "", policy, at(6))
	since("commented on when it is resolved", resolved, err, at(6).At)
	closed, _, err := ticket.AddMessage(now, owner, ticket.Closed, policy, at(7))
	since("closed with a word", closed, err, time.Time{})
}

// TestNotices runs all alarms of a ticket that nobody attends, and checks that each notice is recorded once and in order.
func TestNotices(t *testing.T) {
	strict := policy
	strict.EscalateAfter, strict.RemindAfter = 20*time.Hour, 72*time.Hour
	high := ticket.High
	now, _, err := ticket.Update(opened(), agent, ticket.Edit{Priority: &high}, strict, at(1))
	if err != nil {
		t.Fatal(err)
	}
	type notice struct {
		hours float64
		event ticket.EventKind
	}
	follow := func(now ticket.Ticket) []notice {
		t.Helper()
		var all []notice
		for hours := 1.0; hours < 1000; hours++ {
			for {
				after, entry, err := ticket.RunAlarm(now, strict, at(hours))
				if errors.Is(err, ticket.ErrUnchanged) {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				all, now = append(all, notice{hours, ticket.KindOf(entry.Events[0])}), after
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
	if diff := cmp.Diff(want, follow(now), cmp.AllowUnexported(notice{})); diff != "" {
		t.Error(diff)
	}
	waiting, _, err := ticket.AddResponse(now, agent, ticket.Waiting, strict, at(10))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]notice{{82, "reminded"}}, follow(waiting), cmp.AllowUnexported(notice{})); diff != "" {
		t.Error(diff)
	}
	w := at(10)
	w.Wait = ticket.Wait{For: ticket.AwaitsThirdParty}
	third, _, err := ticket.AddResponse(now, agent, ticket.Waiting, strict, w)
	if err != nil {
		t.Fatal(err)
	}
	if got := follow(third); len(got) != 0 {
		t.Errorf("a wait for a third party: %v", got)
	}
}

func TestDeadlinesAreRecomputed(t *testing.T) {
	high := ticket.High
	weighed, _, err := ticket.Update(opened(), agent, ticket.Edit{Priority: &high}, policy, at(1))
	if err != nil {
		t.Fatal(err)
	}
	// After a change of the calendar, deadlines do not move until an act recomputes them.
	later := policy
	later.Deadlines = aDayLater{}
	noted, _, err := ticket.AddNote(weighed, agent, "", later, at(2))
	if err != nil || !noted.DueAt.Equal(weighed.DueAt) {
		t.Errorf("a note moved the deadline to %s, %v", noted.DueAt, err)
	}
	moved, entry, err := ticket.Update(weighed, agent, ticket.Edit{Topic: &ticket.Ref{ID: "sisai", Name: "SISAI"}}, later, at(3))
	if change, ok := ticket.FindEvent[ticket.DeadlineMoved](entry); err != nil || !ok || !moved.DueAt.Equal(weighed.DueAt.Add(24*time.Hour)) {
		t.Errorf("another topic: due %s, history %+v, %v", moved.DueAt, change, err)
	}
	resolved, _, err := ticket.AddResponse(weighed, agent, ticket.Resolved, later, at(4))
	if err != nil {
		t.Fatal(err)
	}
	again, _, err := ticket.AddMessage(resolved, owner, ticket.Open, later, at(14))
	if err != nil || !again.DueAt.Equal(weighed.DueAt.Add(34*time.Hour)) {
		t.Errorf("reopened: due %s, want the ten hours that it was Atendido and a day later, %v", again.DueAt, err)
	}
}

// aDayLater is a calendar with one additional holiday.
type aDayLater struct{ aroundTheClock }

func (aDayLater) Due(p ticket.Priority, opened time.Time, paused time.Duration) time.Time {
	return aroundTheClock{}.Due(p, opened, paused+24*time.Hour)
}
