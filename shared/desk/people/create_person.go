package people

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/locale"
)

// CreatePerson adds a person, who gets a mail with a link to set the password (A2).
type CreatePerson struct {
	Settings Settings
	People   Inviter
	Clock    clock.Clock
}

// CreatePerson implements the operation create-person.
func (c CreatePerson) CreatePerson(ctx context.Context, r api.CreatePersonRequestObject) (api.CreatePersonResponseObject, error) {
	body, now := r.Body, c.Clock.Now()
	config, organizations, err := readSettings(ctx, c.Settings, api.Given(body.OrganizationId))
	if err != nil {
		return nil, err
	}
	language := locale.Language(api.Given(body.Language))
	if language == "" {
		language = locale.Spanish
	}
	person, err := Invite(ctx, c.People, config, account.Person{
		Name: body.Name, Email: body.Email, Username: api.Given(body.Username), Role: account.Role(body.Role), Phone: api.Given(body.Phone),
		Language: language, TimeZone: config.TimeZone, Entity: api.Given(body.Entity),
		Organization: account.Organization{ID: api.Given(body.OrganizationId)}, Departments: api.Given(body.DepartmentIds),
	}, organizations, now, func(p account.Person) audit.Event {
		return caller.From(ctx).Event(audit.PersonCreated, now).About(p.ID).Changing(account.Person{}, p)
	})
	if err != nil {
		return nil, err
	}
	return api.CreatePerson201JSONResponse(managedPerson(person)), nil
}
