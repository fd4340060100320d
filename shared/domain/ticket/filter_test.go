package ticket_test

import (
	"testing"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

func TestFilter(t *testing.T) {
	at := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	made := ticket.Ticket{
		Status: ticket.Open, Priority: ticket.High, Topic: ticket.Ref{ID: "sipot"}, Entity: "JALISCO", Assignee: ticket.Ref{ID: "ana"},
		Requester: ticket.Requester{ID: "maria", Organization: account.Organization{ID: "itei"}}, CreatedAt: at, UpdatedAt: at,
	}
	var none ticket.Filter
	day := ticket.Span{From: at.Add(-12 * time.Hour), Until: at.Add(12 * time.Hour)}
	for _, c := range []struct {
		name   string
		filter ticket.Filter
		want   bool
	}{
		{"nothing asked", none, true},
		{"an empty group", none.With(), true},
		{"one of two", none.With(ticket.PriorityTerm(ticket.High), ticket.PriorityTerm(ticket.NoPriority)), true},
		{"all groups", none.With(ticket.TopicTerm("sipot")).With(ticket.EntityTerm("JALISCO")).With(ticket.OrganizationTerm("itei")), true},
		{"one group fails", none.With(ticket.TopicTerm("sipot")).With(ticket.EntityTerm("OAXACA")), false},
		{"nobody's", none.With(ticket.AssigneeTerm("")), false},
		{"hers", none.With(ticket.AssigneeTerm("ana")).With(ticket.RequesterTerm("maria")), true},
		{"status", none.With(ticket.StatusTerm(ticket.Closed)), false},
		{"that day", ticket.Filter{Created: day, Updated: day}, true},
		{"the end is not in it", ticket.Filter{Created: ticket.Span{Until: at}}, false},
		{"the beginning is", ticket.Filter{Updated: ticket.Span{From: at}}, true},
		{"due, without a deadline", ticket.Filter{Due: day}, false},
	} {
		if got := c.filter.Accepts(made); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	both := none.With(ticket.TopicTerm("sipot"))
	if a, b := both.With("=x"), both.With("=y"); a.Groups[1][0] != "=x" || b.Groups[1][0] != "=y" {
		t.Error("one filter's addition is in another's")
	}
}
