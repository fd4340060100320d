package tickets

import (
	"time"

	"mesa/shared/account"
	"mesa/shared/api"
	"mesa/shared/fault"
	"mesa/shared/ticket"
)

const (
	// mostValues bounds the values of one filter: each is a read of the search index.
	mostValues = 10
	// longestValue is an identifier's length.
	longestValue = 64
	// none is the value for what a ticket lacks: a priority, an agent.
	none = "none"
)

// filter is one of the parameters by which staff filter: its name, its values, and the term of each.
type filter struct {
	name   string
	values []string
	term   func(string) string
}

func filtersOf(p api.ListTicketsParams) []filter {
	var priorities []string
	for _, value := range deref(p.Priority) {
		priorities = append(priorities, string(value))
	}
	return []filter{
		{"priority", priorities, func(v string) string { return ticket.PriorityTerm(ticket.Priority(given(v))) }},
		{"agent", deref(p.Agent), func(v string) string { return ticket.AssigneeTerm(given(v)) }},
		{"topic", deref(p.Topic), ticket.TopicTerm},
		{"entity", deref(p.Entity), ticket.EntityTerm},
		{"organization", deref(p.Organization), ticket.OrganizationTerm},
		{"tag", deref(p.Tag), ticket.TagTerm},
		{"requester", deref(p.Requester), ticket.RequesterTerm},
	}
}

func given(value string) string {
	if value == none {
		return ""
	}
	return value
}

func filterOf(p api.ListTicketsParams) ticket.Filter {
	made := ticket.Filter{
		Created: ticket.Span{From: deref(p.CreatedFrom), Until: deref(p.CreatedUntil)},
		Updated: ticket.Span{From: deref(p.UpdatedFrom), Until: deref(p.UpdatedUntil)},
	}
	for _, one := range append(filtersOf(p), fieldFilters(deref(p.Field))...) {
		terms := make([]string, 0, len(one.values))
		for _, value := range one.values {
			terms = append(terms, one.term(value))
		}
		made = made.With(terms...)
	}
	return made
}

// checkFilters finds what is wrong with the filters; nobody but staff has any.
func checkFilters(fields *fault.Fields, p api.ListTicketsParams, by account.Person) {
	all := append(filtersOf(p), filter{name: "department", values: deref(p.Department)})
	for _, one := range all {
		switch {
		case len(one.values) == 0:
		case !by.Role.IsStaff():
			fields.Add(one.name, "field.choice")
		case len(one.values) > mostValues:
			fields.Add(one.name, "field.too-many", mostValues)
		default:
			for _, value := range one.values {
				if value == "" || len(value) > longestValue {
					fields.Add(one.name, "field.choice")
					break
				}
			}
		}
	}
	checkFieldFilters(fields, deref(p.Field), by)
	for _, value := range deref(p.Priority) {
		if !value.Valid() {
			fields.Add("priority", "field.choice")
			break
		}
	}
	for name, at := range map[string]*time.Time{"createdFrom": p.CreatedFrom, "createdUntil": p.CreatedUntil, "updatedFrom": p.UpdatedFrom, "updatedUntil": p.UpdatedUntil} {
		if at != nil && !by.Role.IsStaff() {
			fields.Add(name, "field.choice")
		}
	}
}
