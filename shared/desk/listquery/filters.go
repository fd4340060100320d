package listquery

import (
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

const (
	// maxDays is the maximum number of days of a filter by the last days.
	maxDays = 366
	// maxValues is the maximum number of values of one filter. Each value is a read of the search index.
	maxValues = 10
	// maxValueLength is the maximum length of a value, which is an identifier.
	maxValueLength = 64
	// none is the value that selects tickets without the attribute, such as a priority or an assignee.
	none = "none"
)

// filter is a parameter by which staff filter: its name, its values, and the function that returns the term of a value.
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
		{"priority", priorities, func(v string) string { return ticket.PriorityTerm(ticket.Priority(valueOrEmpty(v))) }},
		{"agent", api.Given(p.Agent), func(v string) string { return ticket.AssigneeTerm(valueOrEmpty(v)) }},
		{"topic", api.Given(p.Topic), ticket.TopicTerm},
		{"entity", api.Given(p.Entity), ticket.EntityTerm},
		{"organization", api.Given(p.Organization), ticket.OrganizationTerm},
		{"tag", api.Given(p.Tag), ticket.TagTerm},
		{"requester", api.Given(p.Requester), ticket.RequesterTerm},
	}
}

func valueOrEmpty(value string) string {
	if value == none {
		return ""
	}
	return value
}

// Filter returns the filter for the parameters of a request at an instant. Days begin at midnight in the given time zone. The
// filter does not contain the statuses and the departments, which list-tickets handles separately.
func Filter(p api.ListTicketsParams, location *time.Location, at time.Time) ticket.Filter {
	result := ticket.Filter{
		Created: ticket.Span{From: later(api.Given(p.CreatedFrom), startOfLastDays(p.CreatedWithin, location, at)), Until: api.Given(p.CreatedUntil)},
		Updated: ticket.Span{From: later(api.Given(p.UpdatedFrom), startOfLastDays(p.UpdatedWithin, location, at)), Until: api.Given(p.UpdatedUntil)},
	}
	for _, f := range append(filtersOf(p), fieldFilters(api.Given(p.Field))...) {
		terms := make([]string, 0, len(f.values))
		for _, value := range f.values {
			terms = append(terms, f.term(value))
		}
		result = result.With(terms...)
	}
	return result
}

// startOfLastDays returns the start of the first of the last days, counting today. It returns the zero time if no number of
// days is given.
func startOfLastDays(days *int, location *time.Location, at time.Time) time.Time {
	if days == nil {
		return time.Time{}
	}
	year, month, day := at.In(location).Date()
	return time.Date(year, month, day-*days+1, 0, 0, 0, 0, location)
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// checkFilters validates the filters. Only staff may use filters.
func checkFilters(errs *fault.FieldErrors, p api.ListTicketsParams, by account.Person) {
	all := append(filtersOf(p), filter{name: "department", values: api.Given(p.Department)})
	for _, f := range all {
		switch {
		case len(f.values) == 0:
		case !filtersLists(by):
			errs.Add(f.name, "field.choice")
		case len(f.values) > maxValues:
			errs.Add(f.name, "field.too-many", locale.With("count", maxValues))
		default:
			for _, value := range f.values {
				if value == "" || len(value) > maxValueLength {
					errs.Add(f.name, "field.choice")
					break
				}
			}
		}
	}
	checkFieldFilters(errs, api.Given(p.Field), by)
	for _, value := range api.Given(p.Priority) {
		if !value.Valid() {
			errs.Add("priority", "field.choice")
			break
		}
	}
	for name, at := range map[string]*time.Time{"createdFrom": p.CreatedFrom, "createdUntil": p.CreatedUntil, "updatedFrom": p.UpdatedFrom, "updatedUntil": p.UpdatedUntil} {
		if at != nil && !filtersLists(by) {
			errs.Add(name, "field.choice")
		}
	}
	for name, days := range map[string]*int{"createdWithin": p.CreatedWithin, "updatedWithin": p.UpdatedWithin} {
		switch {
		case days == nil:
		case !filtersLists(by):
			errs.Add(name, "field.choice")
		default:
			check.Integer(errs, name, *days, 1, maxDays)
		}
	}
}
