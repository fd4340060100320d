package listquery

import (
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
	"mesa/shared/domain/zone"
)

const (
	// mostDays is the longest that a filter by the last days goes back.
	mostDays = 366
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
	for _, value := range api.Given(p.Priority) {
		priorities = append(priorities, string(value))
	}
	return []filter{
		{"priority", priorities, func(v string) string { return ticket.PriorityTerm(ticket.Priority(given(v))) }},
		{"agent", api.Given(p.Agent), func(v string) string { return ticket.AssigneeTerm(given(v)) }},
		{"topic", api.Given(p.Topic), ticket.TopicTerm},
		{"entity", api.Given(p.Entity), ticket.EntityTerm},
		{"organization", api.Given(p.Organization), ticket.OrganizationTerm},
		{"tag", api.Given(p.Tag), ticket.TagTerm},
		{"requester", api.Given(p.Requester), ticket.RequesterTerm},
	}
}

func given(value string) string {
	if value == none {
		return ""
	}
	return value
}

// Filter is what the parameters leave of a list, at an instant and for a person, in whose time zone days begin.
func Filter(p api.ListTicketsParams, by account.Person, at time.Time) ticket.Filter {
	made := ticket.Filter{
		Created: ticket.Span{From: later(api.Given(p.CreatedFrom), daysBack(p.CreatedWithin, by, at)), Until: api.Given(p.CreatedUntil)},
		Updated: ticket.Span{From: later(api.Given(p.UpdatedFrom), daysBack(p.UpdatedWithin, by, at)), Until: api.Given(p.UpdatedUntil)},
	}
	for _, one := range append(filtersOf(p), fieldFilters(api.Given(p.Field))...) {
		terms := make([]string, 0, len(one.values))
		for _, value := range one.values {
			terms = append(terms, one.term(value))
		}
		made = made.With(terms...)
	}
	return made
}

// daysBack is when the first of the last days began; zero where they are not asked for.
func daysBack(days *int, by account.Person, at time.Time) time.Time {
	if days == nil {
		return time.Time{}
	}
	where := zone.OrDefault(by.TimeZone)
	year, month, day := at.In(where).Date()
	return time.Date(year, month, day-*days+1, 0, 0, 0, 0, where)
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// checkFilters finds what is wrong with the filters; nobody but staff has any.
func checkFilters(fields *fault.Fields, p api.ListTicketsParams, by account.Person) {
	all := append(filtersOf(p), filter{name: "department", values: api.Given(p.Department)})
	for _, one := range all {
		switch {
		case len(one.values) == 0:
		case !by.Role.IsStaff():
			fields.Add(one.name, "field.choice")
		case len(one.values) > mostValues:
			fields.Add(one.name, "field.too-many", locale.With("count", mostValues))
		default:
			for _, value := range one.values {
				if value == "" || len(value) > longestValue {
					fields.Add(one.name, "field.choice")
					break
				}
			}
		}
	}
	checkFieldFilters(fields, api.Given(p.Field), by)
	for _, value := range api.Given(p.Priority) {
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
	for name, days := range map[string]*int{"createdWithin": p.CreatedWithin, "updatedWithin": p.UpdatedWithin} {
		switch {
		case days == nil:
		case !by.Role.IsStaff():
			fields.Add(name, "field.choice")
		default:
			check.Whole(fields, name, *days, 1, mostDays)
		}
	}
}
