package ticket

import (
	"slices"
	"time"
)

// Filter selects tickets of a list. The zero value selects all tickets.
type Filter struct {
	// Groups are conditions that must all be met. A ticket meets a condition if it has at least one of the group's terms (see
	// FilterTerms).
	Groups [][]string
	// Created is the period in which the ticket was opened, Updated the period of its last activity.
	Created, Updated Span
	// Due is the period of ShownDeadline. A ticket without a deadline only matches the zero Span.
	Due Span
}

// Span is a period of time from From, inclusive, to Until, exclusive. A zero From or Until means no limit.
type Span struct{ From, Until time.Time }

// Zero reports whether the span is unlimited.
func (s Span) Zero() bool { return s.From.IsZero() && s.Until.IsZero() }

// Contains reports whether an instant is in the span. The zero time is only in an unlimited span.
func (s Span) Contains(at time.Time) bool {
	if s.Zero() {
		return true
	}
	return !at.IsZero() && !at.Before(s.From) && (s.Until.IsZero() || at.Before(s.Until))
}

// Zero reports whether the filter selects every ticket.
func (f Filter) Zero() bool {
	return len(f.Groups) == 0 && f.Created.Zero() && f.Updated.Zero() && f.Due.Zero()
}

// With returns the filter with one more condition. Without terms it returns the filter unchanged.
func (f Filter) With(terms ...string) Filter {
	if len(terms) > 0 {
		f.Groups = append(slices.Clip(f.Groups), terms)
	}
	return f
}

// Accepts reports whether the filter selects a ticket. A card has all attributes that Accepts reads.
func (f Filter) Accepts(t Ticket) bool {
	if !f.Created.Contains(t.CreatedAt) || !f.Updated.Contains(t.UpdatedAt) || !f.Due.Contains(t.ShownDeadline()) {
		return false
	}
	terms := FilterTerms(t)
	for _, group := range f.Groups {
		if !slices.ContainsFunc(group, func(term string) bool { return slices.Contains(terms, term) }) {
			return false
		}
	}
	return true
}

// FilterTerms returns the terms by which staff filter a ticket. They are derived from attributes of a card, and stored in the
// search index of the ticket's department. No word of a text can be equal to such a term.
func FilterTerms(t Ticket) []string {
	terms := []string{
		StatusTerm(t.Status), PriorityTerm(t.Priority), AssigneeTerm(t.Assignee.ID),
		DepartmentTerm(t.Department.ID), TopicTerm(t.Topic.ID), EntityTerm(t.Entity), RequesterTerm(t.Requester.ID),
	}
	if id := t.Requester.Organization.ID; id != "" {
		terms = append(terms, OrganizationTerm(id))
	}
	for _, tag := range t.Tags {
		terms = append(terms, TagTerm(tag))
	}
	for _, answer := range t.Fields {
		if answer.Kind.Filterable() {
			terms = append(terms, FieldTerm(answer.FieldID, answer.Value))
		}
	}
	return terms
}

// PriorityTerm returns the term for tickets with a priority, or for tickets without a priority.
func PriorityTerm(p Priority) string { return "=p:" + string(p) }

// AssigneeTerm returns the term for tickets of an agent, or for unassigned tickets if id is empty.
func AssigneeTerm(id string) string { return "=a:" + id }

// DepartmentTerm returns the term for tickets of a department. It is used in lists of several departments.
func DepartmentTerm(id string) string { return "=d:" + id }

// TopicTerm returns the term for tickets with a help topic.
func TopicTerm(id string) string { return "=t:" + id }

// EntityTerm returns the term for tickets about the entity with the given code.
func EntityTerm(code string) string { return "=e:" + code }

// RequesterTerm returns the term for tickets of a requester.
func RequesterTerm(id string) string { return "=r:" + id }

// OrganizationTerm returns the term for tickets of an organization's people.
func OrganizationTerm(id string) string { return "=o:" + id }
