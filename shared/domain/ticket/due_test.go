package ticket_test

import (
	"slices"
	"testing"
	"time"

	"mesa/shared/domain/ticket"
)

func TestNextDeadline(t *testing.T) {
	hour := func(n int) time.Time { return created.Add(time.Duration(n) * time.Hour) }
	checked := hour(10) // the time of the check
	for _, c := range []struct {
		name    string
		ticket  ticket.Ticket
		next    ticket.Deadline
		overdue bool
		state   ticket.FirstResponseState
	}{
		{"no deadlines", ticket.Ticket{Status: ticket.Open}, ticket.Deadline{}, false, ticket.FirstResponsePending},
		{"first response pending", ticket.Ticket{Status: ticket.Open, FirstResponseDueAt: hour(11)}, ticket.Deadline{Kind: ticket.FirstResponseDeadline, At: hour(11)}, false, ticket.FirstResponsePending},
		{"first response missed", ticket.Ticket{Status: ticket.Open, FirstResponseDueAt: hour(9), DueAt: hour(20)}, ticket.Deadline{Kind: ticket.FirstResponseDeadline, At: hour(9)}, true, ticket.FirstResponseMissed},
		{"first response given", ticket.Ticket{Status: ticket.Open, FirstResponseDueAt: hour(9), FirstRespondedAt: hour(8), DueAt: hour(20)}, ticket.Deadline{Kind: ticket.ResolutionDeadline, At: hour(20)}, false, ticket.FirstResponseMet},
		{"first response given late, no resolution due", ticket.Ticket{Status: ticket.Open, FirstResponseDueAt: hour(7), FirstRespondedAt: hour(8)}, ticket.Deadline{}, false, ticket.FirstResponseLate},
		{"resolution due before the first response", ticket.Ticket{Status: ticket.Open, FirstResponseDueAt: hour(12), DueAt: hour(9)}, ticket.Deadline{Kind: ticket.ResolutionDeadline, At: hour(9)}, true, ticket.FirstResponsePending},
		{"due now", ticket.Ticket{Status: ticket.Open, DueAt: checked}, ticket.Deadline{Kind: ticket.ResolutionDeadline, At: checked}, false, ticket.FirstResponsePending},
		{"waiting: the clock is stopped", ticket.Ticket{Status: ticket.Waiting, FirstResponseDueAt: hour(5), DueAt: hour(9), StoppedAt: hour(6)}, ticket.Deadline{Kind: ticket.FirstResponseDeadline, At: hour(5)}, false, ticket.FirstResponsePending},
		{"resolved", ticket.Ticket{Status: ticket.Resolved, FirstResponseDueAt: hour(5), DueAt: hour(9)}, ticket.Deadline{}, false, ticket.FirstResponsePending},
		{"closed", ticket.Ticket{Status: ticket.Closed, FirstResponseDueAt: hour(5), DueAt: hour(9)}, ticket.Deadline{}, false, ticket.FirstResponsePending},
	} {
		if next := c.ticket.NextDeadline(); next != c.next {
			t.Errorf("%s: next deadline %+v, want %+v", c.name, next, c.next)
		}
		if overdue := c.ticket.IsOverdue(checked); overdue != c.overdue {
			t.Errorf("%s: overdue %v", c.name, overdue)
		}
		if state := c.ticket.FirstResponse(checked); state != c.state {
			t.Errorf("%s: first response %s, want %s", c.name, state, c.state)
		}
	}
}

// TestOverdueCountersFollowNotices checks which tickets the counters of «Vencidos» and «Vencen hoy» include (H1).
func TestOverdueCountersFollowNotices(t *testing.T) {
	due := created.Add(time.Hour)
	for _, c := range []struct {
		name           string
		ticket         ticket.Ticket
		overdue, today bool
	}{
		{"no deadline", ticket.Ticket{Status: ticket.Open}, false, false},
		{"deadline not checked yet", ticket.Ticket{Status: ticket.Open, DueAt: due}, false, true},
		{"resolution overdue", ticket.Ticket{Status: ticket.Open, DueAt: due, Overdue: true}, true, true},
		{"first response overdue", ticket.Ticket{Status: ticket.Open, FirstResponseDueAt: due, FirstResponseOverdue: true}, true, true},
		{"first response given late", ticket.Ticket{Status: ticket.Open, FirstResponseDueAt: due, FirstResponseOverdue: true, FirstRespondedAt: due.Add(1)}, false, false},
		{"waiting", ticket.Ticket{Status: ticket.Waiting, DueAt: due, Overdue: true, FirstResponseDueAt: due, FirstResponseOverdue: true}, false, false},
		{"resolved", ticket.Ticket{Status: ticket.Resolved, DueAt: due, Overdue: true}, false, false},
	} {
		c.ticket.Department, c.ticket.Assignee = ticket.Ref{ID: "soporte"}, ticket.Ref{ID: agent.ID}
		counters := ticket.CountersOf(c.ticket, time.UTC)
		for _, owner := range []string{ticket.DepartmentCounts("soporte"), ticket.AgentCounts(agent.ID)} {
			if overdue := slices.Contains(counters[owner], ticket.OverdueBucket); overdue != c.overdue {
				t.Errorf("%s: %s counts it as overdue: %v", c.name, owner, overdue)
			}
		}
		if _, today := counters[ticket.DueCounts("soporte", due)]; today != c.today {
			t.Errorf("%s: due today: %v", c.name, today)
		}
	}
}
