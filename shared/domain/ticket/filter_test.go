package ticket_test

import (
	"testing"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

func TestFilter(t *testing.T) {
	at := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	candidate := ticket.Ticket{
		Status: ticket.Open, Priority: ticket.High, Topic: ticket.Ref{ID: "sipot"}, Entity: "JALISCO", Assignee: ticket.Ref{ID: "ana"},
		Requester: ticket.Requester{ID: "maria", Organization: account.Organization{ID: "itei"}}, CreatedAt: at, UpdatedAt: at,
	}
	var empty ticket.Filter
	day := ticket.Span{From: at.Add(-12 * time.Hour), Until: at.Add(12 * time.Hour)}
	for _, c := range []struct {
		name   string
		filter ticket.Filter
		want   bool
	}{
		{"an empty filter", empty, true},
		{"an empty group", empty.With(), true},
		{"one term of the group", empty.With(ticket.PriorityTerm(ticket.High), ticket.PriorityTerm(ticket.NoPriority)), true},
		{"all groups", empty.With(ticket.TopicTerm("sipot")).With(ticket.EntityTerm("JALISCO")).With(ticket.OrganizationTerm("itei")), true},
		{"one of two groups does not match", empty.With(ticket.TopicTerm("sipot")).With(ticket.EntityTerm("OAXACA")), false},
		{"unassigned", empty.With(ticket.AssigneeTerm("")), false},
		{"assignee and requester", empty.With(ticket.AssigneeTerm("ana")).With(ticket.RequesterTerm("maria")), true},
		{"status", empty.With(ticket.StatusTerm(ticket.Closed)), false},
		{"created and updated on the day", ticket.Filter{Created: day, Updated: day}, true},
		{"the end is exclusive", ticket.Filter{Created: ticket.Span{Until: at}}, false},
		{"the beginning is inclusive", ticket.Filter{Updated: ticket.Span{From: at}}, true},
		{"due, without a deadline", ticket.Filter{Due: day}, false},
	} {
		if got := c.filter.Accepts(candidate); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	// The filter has the same definition of the deadline as the badge.
	unanswered := candidate
	unanswered.FirstResponseDueAt, unanswered.DueAt = at, at.AddDate(0, 0, 9)
	answered, attended := unanswered, unanswered
	answered.FirstRespondedAt = at
	attended.Status, attended.DueAt = ticket.Resolved, at
	for name, c := range map[string]struct {
		ticket ticket.Ticket
		want   bool
	}{
		"first response due on the day": {unanswered, true}, "resolution due later": {answered, false}, "attended, resolution was due on the day": {attended, true},
	} {
		if got := (ticket.Filter{Due: day}).Accepts(c.ticket); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	base := empty.With(ticket.TopicTerm("sipot"))
	if a, b := base.With("=x"), base.With("=y"); a.Groups[1][0] != "=x" || b.Groups[1][0] != "=y" {
		t.Error("a condition that was added to one filter is in another filter")
	}
}
