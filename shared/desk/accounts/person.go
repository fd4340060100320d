package accounts

import (
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
)

// personOf maps a person to the contract, with the seconds from now until the end of their session without activity.
func personOf(p account.Person, counts account.TicketCounts, idleEndsAt, now time.Time) api.Person {
	result := api.Person{
		Id: p.ID, Username: p.Username, Name: p.Name, Email: p.Email, Role: api.Role(p.Role),
		Language: api.Language(p.Language), TimeZone: api.Optional(p.TimeZone), OpenTickets: counts.Open, AwaitedTickets: counts.Awaited,
		Phone: api.Optional(p.Phone), Entity: api.Optional(p.Entity), Organization: api.Optional(p.Organization.Name),
		OrganizationShares: p.Organization.Shares, IdleSeconds: idleSeconds(idleEndsAt, now),
	}
	if p.Language == "" {
		result.Language = api.Language(locale.Spanish)
	}
	if p.Role.IsStaff() {
		departments := append([]string{}, p.Departments...)
		result.Departments = &departments
	}
	return result
}

// idleSeconds returns the seconds until a session ends without activity, or nil if it does not.
func idleSeconds(endsAt, now time.Time) *int {
	if endsAt.IsZero() {
		return nil
	}
	return new(max(0, int(endsAt.Sub(now).Seconds())))
}
