package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

// ListTeams lists the teams, active or not (N10).
type ListTeams struct {
	Settings Settings
}

// ListTeams implements the operation list-teams.
func (l ListTeams) ListTeams(ctx context.Context, _ api.ListTeamsRequestObject) (api.ListTeamsResponseObject, error) {
	config, err := l.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	language := caller.From(ctx).ResponseLanguage
	teams := make(api.ListTeams200JSONResponse, 0, len(config.Teams))
	for _, team := range config.Teams {
		teams = append(teams, teamOf(team, language))
	}
	return teams, nil
}

func teamOf(t settings.Team, language locale.Language) api.Team {
	return api.Team{
		Id: t.ID, Name: t.Name.In(language), Names: translated(t.Name), MemberIds: append([]string{}, t.MemberIDs...),
		Active: !t.Retired, Version: t.Version,
	}
}
