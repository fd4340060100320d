package tickets

import (
	"context"
	"slices"

	"mesa/shared/account"
	"mesa/shared/api"
	"mesa/shared/clock"
	"mesa/shared/desk/caller"
	"mesa/shared/fault"
	"mesa/shared/observe"
	"mesa/shared/settings"
	"mesa/shared/ticket"

	"github.com/oapi-codegen/nullable"
)

const (
	defaultLimit = 25
	maxLimit     = 100
	maxQuery     = 200
)

// ListTickets shows a page of a list, or of what a search finds (C1, C2).
type ListTickets struct {
	api.StrictServerInterface
	Desk   Desk
	Lists  ticket.Lists
	Search Searcher
	Clock  clock.Clock
}

// ListTickets implements the operation list-tickets.
func (l ListTickets) ListTickets(ctx context.Context, r api.ListTicketsRequestObject) (api.ListTicketsResponseObject, error) {
	who := caller.From(ctx)
	desk, err := l.Desk.Desk(ctx)
	if err != nil {
		return nil, err
	}
	view := view{by: who.Person, language: who.Speaks, policy: desk.Policy(), at: l.Clock.Now()}
	limit := defaultLimit
	if r.Params.Limit != nil {
		limit = *r.Params.Limit
	}
	list, err := listOf(r.Params, limit, desk, view)
	if err != nil {
		return nil, err
	}
	if q := deref(r.Params.Q); q != "" {
		return l.search(ctx, q, r.Params, limit, desk, view)
	}
	var (
		found []ticket.Ticket
		next  ticket.Position
		owned map[string]ticket.Counts
	)
	err = observe.Together(ctx,
		func(ctx context.Context) (err error) {
			found, next, err = l.Lists.Tickets(ctx, list, ticket.Position(deref(r.Params.Cursor)), limit)
			return err
		},
		func(ctx context.Context) (err error) {
			owned, err = l.Lists.Counts(ctx, countersOf(view.by, desk, deref(r.Params.Scope))...)
			return err
		})
	if err != nil {
		return nil, err
	}
	counts := countsOf(view.by, owned)
	return pageOf(found, next, &counts, view), nil
}

func pageOf(found []ticket.Ticket, next ticket.Position, counts *map[string]int, view view) api.ListTickets200JSONResponse {
	page := api.ListTickets200JSONResponse{Items: make([]api.TicketCard, 0, len(found)), Counts: counts, Next: nullable.NewNullNullable[string]()}
	for _, t := range found {
		page.Items = append(page.Items, view.card(t))
	}
	if next != "" {
		page.Next = nullable.NewNullableWithValue(string(next))
	}
	return page
}

// listOf checks the parameters and says which list they ask for.
func listOf(p api.ListTicketsParams, limit int, desk settings.Desk, view view) (ticket.List, error) {
	var fields fault.Fields
	checkParams(&fields, p, limit, view.by)
	if err := fields.Err(); err != nil {
		return ticket.List{}, err
	}
	if view.by.Role.IsStaff() {
		return queueOf(p, desk, view)
	}
	list := ticket.List{By: ticket.ByRequester, Owners: []string{view.by.ID}, Statuses: statusesOf(p.Status, ticket.Open)}
	if deref(p.Scope) == api.ListTicketsParamsScopeOrganization {
		list.By, list.Owners = ticket.ByOrganization, []string{view.by.Organization.ID}
	}
	switch sort := deref(p.Sort); sort {
	case api.Created, api.MinusCreated:
		if list.By == ticket.ByOrganization {
			fields.Add("sort", "field.choice")
			break
		}
		list.By = ticket.ByCreation
		list.OldestFirst = sort == api.MinusCreated
	case api.MinusActivity:
		list.OldestFirst = true
	default: // by last activity, as lists are
	}
	return list, fields.Err()
}

func checkParams(fields *fault.Fields, p api.ListTicketsParams, limit int, by account.Person) {
	if p.Status != nil && !p.Status.Valid() {
		fields.Add("status", "field.choice")
	}
	if p.Sort != nil && !p.Sort.Valid() {
		fields.Add("sort", "field.choice")
	}
	if p.Sort != nil && *p.Sort == api.Due && !by.Role.IsStaff() {
		fields.Add("sort", "field.choice")
	}
	if p.Queue != nil && (!p.Queue.Valid() || !by.Role.IsStaff()) {
		fields.Add("queue", "field.choice")
	}
	if p.Scope != nil && (!p.Scope.Valid() || *p.Scope == api.ListTicketsParamsScopeOrganization && !by.Organization.Shares) {
		fields.Add("scope", "field.choice")
	}
	if limit < 1 || limit > maxLimit {
		fields.Add("limit", "field.too-big", maxLimit)
	}
	if len([]rune(deref(p.Q))) > maxQuery {
		fields.Add("q", "field.too-long", maxQuery)
	}
}

func statusesOf(filter *api.StatusFilter, otherwise ...ticket.Status) []ticket.Status {
	switch {
	case filter == nil:
		return otherwise
	case *filter == api.StatusFilterAll:
		return ticket.Statuses()
	default:
		return []ticket.Status{ticket.Status(*filter)}
	}
}

// queueOf is a queue of staff: whose, and in which statuses (D1). Supervisors' queues span the desk.
func queueOf(p api.ListTicketsParams, desk settings.Desk, view view) (ticket.List, error) {
	list := ticket.List{By: ticket.ByDepartment, Owners: departmentsOf(view.by, desk)}
	todo := []ticket.Status{ticket.Open, ticket.Waiting}
	switch queue := deref(p.Queue); queue {
	case api.QueueMine:
		list.By, list.Owners, list.Statuses = ticket.ByAssignee, []string{view.by.ID}, todo
	case api.QueueUnassigned:
		list.By, list.Statuses = ticket.ByUnassigned, todo
	case api.QueueOverdue:
		list.Statuses, list.OverdueAt = []ticket.Status{ticket.Open}, view.at
	case api.QueueWaiting, api.QueueResolved, api.QueueClosed:
		list.Statuses = []ticket.Status{ticket.Status(queue)}
	case api.QueueAll:
		list.Statuses = ticket.Statuses()
	default:
		list.Statuses = []ticket.Status{ticket.Open}
	}
	if p.Status != nil && list.OverdueAt.IsZero() {
		list.Statuses = statusesOf(p.Status)
	}
	switch deref(p.Sort) {
	case api.Activity:
		list.Activity = true
	case api.MinusActivity:
		list.Activity, list.OldestFirst = true, true
	case api.MinusCreated:
		list.OldestFirst = true
	}
	return list, nil
}

// departmentsOf are the departments whose queues a member of staff sees.
func departmentsOf(by account.Person, desk settings.Desk) []string {
	if !by.Role.SeesAllDepartments() {
		return by.Departments
	}
	all := make([]string, 0, len(desk.Departments))
	for _, department := range desk.Departments {
		all = append(all, department.ID)
	}
	return all
}

func countersOf(by account.Person, desk settings.Desk, scope api.ListTicketsParamsScope) []string {
	switch {
	case !by.Role.IsStaff() && scope == api.ListTicketsParamsScopeOrganization:
		return []string{ticket.OrganizationCounts(by.Organization.ID)}
	case !by.Role.IsStaff():
		return []string{ticket.RequesterCounts(by.ID)}
	}
	counters := []string{ticket.AgentCounts(by.ID)}
	for _, department := range departmentsOf(by, desk) {
		counters = append(counters, ticket.DepartmentCounts(department))
	}
	return counters
}

// countsOf adds the counters up, by status for a requester and by queue for staff. A counter that a retry has brought below
// nothing for a moment shows as nothing.
func countsOf(by account.Person, owned map[string]ticket.Counts) map[string]int {
	sum := make(map[string]int)
	own := ticket.AgentCounts(by.ID)
	for owner, counts := range owned {
		if owner == own {
			continue
		}
		for bucket, n := range counts {
			sum[bucket] += max(0, n)
		}
	}
	sum["all"] = 0
	for _, status := range ticket.Statuses() {
		sum["all"] += sum[string(status)]
	}
	if !by.Role.IsStaff() {
		delete(sum, ticket.UnassignedBucket)
		delete(sum, ticket.OverdueBucket)
		return sum
	}
	sum["mine"] = max(0, owned[own][string(ticket.Open)]) + max(0, owned[own][string(ticket.Waiting)])
	return sum
}

// mayShow reports whether a found ticket is one that the search's filter and reader allow.
func mayShow(t ticket.Ticket, filter *api.StatusFilter, by account.Person) bool {
	return ticket.CanRead(t, by) && slices.Contains(statusesOf(filter, ticket.Statuses()...), t.Status)
}
