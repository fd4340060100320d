package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
)

// ListTopics lists the help topics that a ticket can be opened under (B2).
type ListTopics struct {
	api.StrictServerInterface
	Source Desk
}

// ListTopics implements the operation list-topics.
func (l ListTopics) ListTopics(ctx context.Context, _ api.ListTopicsRequestObject) (api.ListTopicsResponseObject, error) {
	desk, err := l.Source.Desk(ctx)
	if err != nil {
		return nil, err
	}
	speaks := caller.From(ctx).Speaks
	offered := desk.Offered()
	topics := make(api.ListTopics200JSONResponse, 0, len(offered))
	for _, topic := range offered {
		topics = append(topics, api.Topic{
			Id: topic.ID, Name: topic.Name.In(speaks), Description: optional(topic.Description.In(speaks)),
		})
	}
	return topics, nil
}
