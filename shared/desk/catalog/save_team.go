package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/routing"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// SaveTeam creates a team or replaces its settings (N10).
type SaveTeam struct {
	Settings  Editing
	Directory Staff
	Clock     clock.Clock
	Teams     interface {
		// SaveTeam stores a team with the audit event of the change. Its version must be the version that was read plus one. It returns fault.Edited if the stored
		// version differs from the version that was read.
		SaveTeam(ctx context.Context, team settings.Team, event audit.Event) error
	}
}

// SaveTeam implements the operation save-team.
func (s SaveTeam) SaveTeam(ctx context.Context, r api.SaveTeamRequestObject) (api.SaveTeamResponseObject, error) {
	var (
		config settings.Configuration
		rules  routing.Rules
		staff  []account.Person
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, rules, err = readForEditing(ctx, s.Settings)
			return err
		},
		func(ctx context.Context) (err error) {
			staff, err = s.Directory.Staff(ctx)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	language := caller.From(ctx).ResponseLanguage
	stored, _ := config.Team(r.Id)
	shown := func() api.Team { return teamOf(stored, language) }
	if err := checkVersion(r.Body.Version, stored.Version, shown); err != nil {
		return nil, err
	}
	var errs fault.FieldErrors
	team := settings.Team{
		ID: r.Id, Version: stored.Version + 1, Name: field.CheckBilingual(&errs, "name", textOf(r.Body.Name), 1, maxTeamName),
		MemberIDs: checkAgents(&errs, "memberIds", api.Given(r.Body.MemberIds), staff), Retired: isRetired(r.Body.Active),
	}
	checkEditedID(&errs, r.Id)
	if team.Retired && config.UsesTeam(r.Id, rules) {
		errs.Add("active", "field.in-use")
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	event := caller.From(ctx).Event(audit.TeamSaved, s.Clock.Now()).Of(team.ID).Changing(stored, team)
	if err := s.Teams.SaveTeam(ctx, team, event); err != nil {
		return nil, err
	}
	return api.SaveTeam200JSONResponse(teamOf(team, language)), nil
}
