package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
)

// ListEntities lists the entities that a ticket can be about (B5).
type ListEntities struct {
	Source Desk
}

// ListEntities implements the operation list-entities.
func (l ListEntities) ListEntities(ctx context.Context, _ api.ListEntitiesRequestObject) (api.ListEntitiesResponseObject, error) {
	desk, err := l.Source.Desk(ctx)
	if err != nil {
		return nil, err
	}
	speaks := caller.From(ctx).Speaks
	entities := make(api.ListEntities200JSONResponse, 0, len(desk.Entities))
	for _, entity := range desk.Entities {
		entities = append(entities, api.EntityName{Id: entity.ID, Name: entity.Name.In(speaks)})
	}
	return entities, nil
}
