package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/locale"
)

// ListEntities lists the 32 entities and the Federation (B5).
type ListEntities struct{}

// ListEntities implements the operation list-entities.
func (ListEntities) ListEntities(ctx context.Context, _ api.ListEntitiesRequestObject) (api.ListEntitiesResponseObject, error) {
	speaks := caller.From(ctx).Speaks
	codes := locale.Entities()
	entities := make(api.ListEntities200JSONResponse, 0, len(codes))
	for _, code := range codes {
		entities = append(entities, api.EntityName{Id: code, Name: locale.Entity(speaks, code)})
	}
	return entities, nil
}
