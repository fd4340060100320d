package ticket

import (
	"slices"
	"time"
)

// Filter selects tickets of a list. The zero value selects all.
type Filter struct {
	// Groups are conditions, all of which must hold: the ticket has at least one of each group's terms (FilterTerms).
	Groups [][]string
	// Created and Updated are when the ticket was opened and its last activity.
	Created, Updated Span
	// Due is the deadline for the resolution. A ticket without one is only in the zero span.
	Due Span
}

// Span is an interval of time that includes From and excludes Until. A zero end is open.
type Span struct{ From, Until time.Time }

// Zero reports whether the span includes every instant.
func (s Span) Zero() bool { return s.From.IsZero() && s.Until.IsZero() }

// Has reports whether an instant is in the span. The zero time is only in the zero span.
func (s Span) Has(at time.Time) bool {
	if s.Zero() {
		return true
	}
	return !at.IsZero() && !at.Before(s.From) && (s.Until.IsZero() || at.Before(s.Until))
}

// Zero reports whether the filter selects every ticket.
func (f Filter) Zero() bool {
	return len(f.Groups) == 0 && f.Created.Zero() && f.Updated.Zero() && f.Due.Zero()
}

// With returns the filter with one more condition, or as it is without terms.
func (f Filter) With(terms ...string) Filter {
	if len(terms) > 0 {
		f.Groups = append(slices.Clip(f.Groups), terms)
	}
	return f
}

// Accepts reports whether the filter selects a ticket. A list's card has all that it needs.
func (f Filter) Accepts(t Ticket) bool {
	if !f.Created.Has(t.CreatedAt) || !f.Updated.Has(t.UpdatedAt) || !f.Due.Has(t.DueAt) {
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

// FilterTerms returns the terms that staff filter a ticket by, all from the attributes of a card. They are in the search index of
// the ticket's department. No word of a text has the form of a term.
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

// PriorityTerm returns the term of the tickets of a priority, or of those without one.
func PriorityTerm(p Priority) string { return "=p:" + string(p) }

// AssigneeTerm returns the term of an agent's tickets, or of unassigned tickets for an empty identifier.
func AssigneeTerm(id string) string { return "=a:" + id }

// DepartmentTerm returns the term of a department's tickets, for lists of several departments.
func DepartmentTerm(id string) string { return "=d:" + id }

// TopicTerm returns the term of a help topic's tickets.
func TopicTerm(id string) string { return "=t:" + id }

// EntityTerm returns the term of an entity's tickets, by its code.
func EntityTerm(code string) string { return "=e:" + code }

// RequesterTerm returns the term of a requester's tickets.
func RequesterTerm(id string) string { return "=r:" + id }

// OrganizationTerm returns the term of the tickets of an organization's people.
func OrganizationTerm(id string) string { return "=o:" + id }
