package ticketlists

import (
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/listquery"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/domain/zone"
)

// queueOf returns the list for a queue (H1): owners, statuses and filter. For agents it contains the tickets of their
// departments, for supervisors and administrators those of all departments. A search without a queue covers all tickets.
func queueOf(p api.ListTicketsParams, config settings.Configuration, view ticketview.View) ticket.List {
	list := ticket.List{Dimension: ticket.ByDepartment, Owners: ticketview.DepartmentsOf(view.Reader, config), Filter: listquery.Filter(p, zone.FirstKnown(view.Reader.TimeZone, config.TimeZone), view.At)}
	unattended := []ticket.Status{ticket.Open, ticket.Waiting}
	switch queue := api.Given(p.Queue); queue {
	case api.QueueMine:
		list.Dimension, list.Owners, list.Statuses = ticket.ByAssignee, []string{view.Reader.ID}, unattended
	case api.QueueUnassigned:
		list.Dimension, list.Statuses = ticket.ByUnassigned, unattended
	case api.QueueToday:
		list.Statuses, list.Due = []ticket.Status{ticket.Open}, today(view.At, config)
	case api.QueueOverdue:
		list.Statuses, list.Due = []ticket.Status{ticket.Open}, ticket.Span{Until: view.At}
	case api.QueueWaiting, api.QueueResolved, api.QueueClosed:
		list.Statuses = []ticket.Status{ticket.Status(queue)}
	case api.QueueAll:
		list.Statuses = ticket.Statuses()
	default:
		list.Statuses = []ticket.Status{ticket.Open}
		if api.Given(p.Q) != "" {
			list.Owners, list.Statuses = config.DepartmentIDs(), ticket.Statuses()
		}
	}
	if list.Due.Zero() {
		list.Statuses = listquery.Statuses(p.Status, list.Statuses...)
	}
	if p.Department != nil {
		list = inDepartments(list, *p.Department)
	}
	switch api.Given(p.Sort) {
	case api.SortActivity:
		list.ByActivity = true
	case api.SortMinusActivity:
		list.ByActivity, list.OldestFirst = true, true
	default: // sorted by urgency; resolved and closed tickets by last activity
	}
	if !list.Due.Zero() {
		list.ByActivity, list.OldestFirst = false, false
	}
	return list
}

// inDepartments restricts a list to some departments. Most lists have a partition per department. An agent's own list does not,
// so it gets a filter.
func inDepartments(list ticket.List, departments []string) ticket.List {
	if list.Dimension != ticket.ByAssignee {
		list.Owners = departments
		return list
	}
	terms := make([]string, 0, len(departments))
	for _, id := range departments {
		terms = append(terms, ticket.DepartmentTerm(id))
	}
	list.Filter = list.Filter.With(terms...)
	return list
}

// today returns the current day in the desk's time zone.
func today(at time.Time, config settings.Configuration) ticket.Span {
	year, month, day := at.In(zone.FirstKnown(config.TimeZone)).Date()
	midnight := time.Date(year, month, day, 0, 0, 0, 0, zone.FirstKnown(config.TimeZone))
	return ticket.Span{From: midnight, Until: midnight.AddDate(0, 0, 1)}
}

// needsSearch reports whether a list for staff must be read from the search index. This is so if the list is sorted by
// creation, because the list indexes do not have this order for staff, or if it filters resolved or closed tickets, because the
// cost of filtering in a list index grows with their number.
func needsSearch(list ticket.List, p api.ListTicketsParams) bool {
	if list.Dimension == ticket.ByRequester || list.Dimension == ticket.ByOrganization || list.Dimension == ticket.ByCreation {
		return false
	}
	if sort := api.Given(p.Sort); sort == api.SortCreated || sort == api.SortMinusCreated {
		return true
	}
	if list.Filter.Zero() {
		return false
	}
	for _, status := range list.Statuses {
		if status.Attended() {
			return true
		}
	}
	return false
}

// orderOf returns the sort order of a list for staff.
func orderOf(list ticket.List) *api.Sort {
	order := api.SortDue
	switch {
	case list.ByActivity && list.OldestFirst:
		order = api.SortMinusActivity
	case list.ByActivity || list.Statuses[0].Attended():
		order = api.SortActivity
	}
	return &order
}
