package catalog

import (
	"context"
	"fmt"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// SaveOrganization creates an organization or replaces its attributes (N11).
type SaveOrganization struct {
	Settings      Settings
	Clock         clock.Clock
	Organizations interface {
		// LatestOrganization returns an organization without a cache, or the zero value if it does not exist.
		LatestOrganization(ctx context.Context, id string) (settings.Organization, error)
		// SaveOrganization stores an organization with the audit event of the change. before is the organization that was read, or the zero value. It returns
		// fault.Edited if the stored organization is no longer before.
		SaveOrganization(ctx context.Context, before, after settings.Organization, event audit.Event) error
	}
	People interface {
		// People returns people by identifier. People who do not exist are missing from the map.
		People(ctx context.Context, ids ...string) (map[string]account.Person, error)
	}
}

const (
	maxOrganizationName = 120
	maxManagers         = 20
)

// SaveOrganization implements the operation save-organization.
func (s SaveOrganization) SaveOrganization(ctx context.Context, r api.SaveOrganizationRequestObject) (api.SaveOrganizationResponseObject, error) {
	var errs fault.FieldErrors
	checkEditedID(&errs, r.Id)
	managerIDs := api.Given(r.Body.ManagerIds)
	if len(managerIDs) > maxManagers {
		errs.Add("managerIds", "field.too-many", locale.With("count", maxManagers))
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var (
		config settings.Configuration
		stored settings.Organization
		people map[string]account.Person
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = s.Settings.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			stored, err = s.Organizations.LatestOrganization(ctx, r.Id)
			return err
		},
		func(ctx context.Context) (err error) {
			people, err = s.People.People(ctx, managerIDs...)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	if err := checkVersion(r.Body.Version, stored.Version, func() api.Organization { return OrganizationOf(stored) }); err != nil {
		return nil, err
	}
	changed := settings.Organization{
		Organization: account.Organization{
			ID: r.Id, Name: check.Line(&errs, "name", r.Body.Name, 1, maxOrganizationName), Shares: api.Given(r.Body.Shares),
		},
		Version: stored.Version + 1, ManagerIDs: managerIDs, Entity: api.Given(r.Body.Entity),
	}
	for i, id := range managerIDs {
		if people[id].Organization.ID != r.Id {
			errs.Add(fmt.Sprintf("managerIds.%d", i), "field.choice")
		}
	}
	if _, known := config.Entity(changed.Entity); changed.Entity != "" && !known {
		errs.Add("entity", "field.choice")
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	event := caller.From(ctx).Event(audit.OrganizationSaved, s.Clock.Now()).Of(r.Id).Changing(stored, changed)
	if err := s.Organizations.SaveOrganization(ctx, stored, changed, event); err != nil {
		return nil, err
	}
	return api.SaveOrganization200JSONResponse(OrganizationOf(changed)), nil
}
