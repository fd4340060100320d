package ticketview

import (
	"slices"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/permission"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/domain/zone"
)

// DepartmentsOf returns the departments whose queues a member of staff may see.
func DepartmentsOf(by account.Person, config settings.Configuration) []string {
	return slices.DeleteFunc(config.DepartmentIDs(), func(id string) bool { return !permission.SeesQueueOf(id, by) })
}

// CounterOwners returns the owners whose counters Counts adds up.
func (v View) CounterOwners(scope api.ListTicketsParamsScope) []string {
	by := v.Reader
	filters := permission.Allows(permission.FilterLists, by.Role, permission.Anyone)
	switch {
	case !filters && scope == api.ListTicketsParamsScopeOrganization:
		return []string{ticket.OrganizationCounts(by.Organization.ID)}
	case !filters:
		return []string{ticket.RequesterCounts(by.ID)}
	}
	owners := []string{ticket.AgentCounts(by.ID)}
	for _, department := range v.departments {
		owners = append(owners, ticket.DepartmentCounts(department), ticket.DueCounts(department, v.At.In(zone.FirstKnown(v.timeZone))))
	}
	return owners
}

// Counts adds up the counts of the owners, by status for requesters and by queue for staff. A negative count counts as 0.
func (v View) Counts(countsByOwner map[string]ticket.Counts) map[string]int {
	sum := make(map[string]int)
	ownOwner := ticket.AgentCounts(v.Reader.ID)
	for owner, counts := range countsByOwner {
		if owner == ownOwner {
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
	if !v.filtersLists() {
		delete(sum, ticket.UnassignedBucket)
		delete(sum, ticket.OverdueBucket)
		delete(sum, ticket.TodayBucket)
		delete(sum, ticket.MentionsBucket)
		delete(sum, ticket.AwaitedBucket)
		return sum
	}
	sum[ticket.MentionsBucket] = max(0, countsByOwner[ownOwner][ticket.MentionsBucket])
	sum["mine"] = max(0, countsByOwner[ownOwner][string(ticket.Open)]) + max(0, countsByOwner[ownOwner][string(ticket.Waiting)])
	return sum
}

// queuesOf returns the queues whose counts include a ticket. It computes Ticket.Overdue, because cards of lists do not have it and
// only the next run of `check-deadlines` sets it.
func (v View) queuesOf(t ticket.Ticket) *[]api.Queue {
	t.Overdue = t.IsOverdue(v.At)
	owners, countsByOwner := v.CounterOwners(""), make(map[string]ticket.Counts)
	for owner, buckets := range ticket.CountersOf(t, zone.FirstKnown(v.timeZone)) {
		if !slices.Contains(owners, owner) {
			continue
		}
		countsByOwner[owner] = make(ticket.Counts)
		for _, bucket := range buckets {
			countsByOwner[owner][bucket] = 1
		}
	}
	queues := []api.Queue{}
	for name, n := range v.Counts(countsByOwner) {
		if queue := api.Queue(name); n > 0 && queue.Valid() {
			queues = append(queues, queue)
		}
	}
	slices.Sort(queues)
	return &queues
}
