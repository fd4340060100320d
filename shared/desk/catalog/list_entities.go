package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

// ListEntities lists the entities that a ticket can be about (B5).
type ListEntities struct {
	Settings Settings
}

// ListEntities implements the operation list-entities.
func (l ListEntities) ListEntities(ctx context.Context, _ api.ListEntitiesRequestObject) (api.ListEntitiesResponseObject, error) {
	config, err := l.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	language := caller.From(ctx).ResponseLanguage
	entities := make(api.ListEntities200JSONResponse, 0, len(config.Entities))
	for _, entity := range config.Entities {
		entities = append(entities, entityOf(entity, language))
	}
	return entities, nil
}

func entityOf(e settings.Entity, language locale.Language) api.EntityName {
	return api.EntityName{Id: e.ID, Name: e.Name.In(language)}
}
