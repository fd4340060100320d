package ticket

import (
	"slices"
	"time"
)

// Filter leaves only some tickets of a list. The zero value leaves them all.
type Filter struct {
	// Groups are conditions that all have to hold: of each group's terms the ticket has at least one (FilterTerms).
	Groups [][]string
	// Created and Updated are when the ticket was opened and last acted on.
	Created, Updated Span
	// Due is when it is due; a ticket without a deadline is in no span but the zero one.
	Due Span
}

// Span is a stretch of time, From included and Until not. A zero end is open.
type Span struct{ From, Until time.Time }

// Zero reports whether the span leaves nothing out.
func (s Span) Zero() bool { return s.From.IsZero() && s.Until.IsZero() }

// Has reports whether an instant lies in the span. No instant does not lie in any but the zero span.
func (s Span) Has(at time.Time) bool {
	if s.Zero() {
		return true
	}
	return !at.IsZero() && !at.Before(s.From) && (s.Until.IsZero() || at.Before(s.Until))
}

// Zero reports whether the filter leaves nothing out.
func (f Filter) Zero() bool {
	return len(f.Groups) == 0 && f.Created.Zero() && f.Updated.Zero() && f.Due.Zero()
}

// With returns the filter with one more condition; no terms are none.
func (f Filter) With(terms ...string) Filter {
	if len(terms) > 0 {
		f.Groups = append(slices.Clip(f.Groups), terms)
	}
	return f
}

// Accepts reports whether a ticket, of which a list's card is enough, is one that the filter leaves.
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

// FilterTerms are the terms that staff filter a ticket by, all from what a list's card has. They are in the search index of
// the ticket's department beside its words, none of which has their form.
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
		if answer.Kind.Filters() {
			terms = append(terms, FieldTerm(answer.FieldID, answer.Value))
		}
	}
	return terms
}

// PriorityTerm is the term of the tickets of a priority, or of those that nobody has weighed.
func PriorityTerm(p Priority) string { return "=p:" + string(p) }

// AssigneeTerm is the term of what an agent has, or, of the empty identifier, of what nobody has.
func AssigneeTerm(id string) string { return "=a:" + id }

// DepartmentTerm is the term of the tickets of a department, for lists that span several.
func DepartmentTerm(id string) string { return "=d:" + id }

// TopicTerm is the term of the tickets of a help topic.
func TopicTerm(id string) string { return "=t:" + id }

// EntityTerm is the term of the tickets of an entity's code.
func EntityTerm(code string) string { return "=e:" + code }

// RequesterTerm is the term of a person's tickets.
func RequesterTerm(id string) string { return "=r:" + id }

// OrganizationTerm is the term of the tickets of an organization's people.
func OrganizationTerm(id string) string { return "=o:" + id }
