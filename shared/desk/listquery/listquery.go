// Package listquery validates the parameters of list-tickets, which saved views also store.
package listquery

import (
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/permission"
	"mesa/shared/domain/ticket"
)

const maxQuery = 200

// Check validates the parameters for a person and appends field errors. It does not check the limit and the cursor, which
// list-tickets checks itself.
func Check(errs *fault.FieldErrors, p api.ListTicketsParams, by account.Person) {
	for _, status := range api.Given(p.Status) {
		if !status.Valid() {
			errs.Add("status", "field.choice")
			break
		}
	}
	if p.Sort != nil && (!p.Sort.Valid() || *p.Sort == api.SortDue && !filtersLists(by)) {
		errs.Add("sort", "field.choice")
	}
	if p.Queue != nil && (!p.Queue.Valid() || !filtersLists(by)) {
		errs.Add("queue", "field.choice")
	}
	if p.Scope != nil && (!p.Scope.Valid() || *p.Scope == api.ListTicketsParamsScopeOrganization && !by.Organization.Shares) {
		errs.Add("scope", "field.choice")
	}
	checkFilters(errs, p, by)
	if api.Given(p.Details) && !filtersLists(by) {
		errs.Add("details", "field.choice")
	}
	if len([]rune(api.Given(p.Q))) > maxQuery {
		errs.Add("q", "field.too-long", locale.With("count", maxQuery))
	}
}

// Statuses returns the requested statuses in their usual order, on which lists with several statuses depend. It returns
// defaults if none are requested.
func Statuses(requested *api.StatusFilters, defaults ...ticket.Status) []ticket.Status {
	if len(api.Given(requested)) == 0 {
		return defaults
	}
	var found []ticket.Status
	for _, status := range ticket.Statuses() {
		for _, requestedStatus := range *requested {
			if requestedStatus == api.StatusFilterAll || ticket.Status(requestedStatus) == status {
				found = append(found, status)
				break
			}
		}
	}
	return found
}

// filtersLists reports whether a person may filter lists and use queues.
func filtersLists(by account.Person) bool {
	return permission.Allows(permission.FilterLists, by.Role, permission.Anyone)
}
