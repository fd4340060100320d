package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/field"
	"mesa/shared/domain/settings"
)

// Topics keeps the help topics.
type Topics interface {
	// LatestTopics returns every topic in the order to show them, and the extra fields of those that have some, as they are
	// now.
	LatestTopics(ctx context.Context) ([]settings.Topic, map[string][]field.Field, error)
	// SaveTopic keeps a topic, made on the version before its own, with its extra fields. fault.Edited when it was changed
	// meanwhile, or is there though it is said to be new.
	SaveTopic(ctx context.Context, topic settings.Topic, fields []field.Field) error
}

// ListTopicSettings lists every topic with all that is laid down about it.
type ListTopicSettings struct {
	Topics Topics
}

// ListTopicSettings implements the operation list-topic-settings.
func (l ListTopicSettings) ListTopicSettings(ctx context.Context, _ api.ListTopicSettingsRequestObject) (api.ListTopicSettingsResponseObject, error) {
	topics, fields, err := l.Topics.LatestTopics(ctx)
	if err != nil {
		return nil, err
	}
	all := make(api.ListTopicSettings200JSONResponse, 0, len(topics))
	for _, topic := range topics {
		all = append(all, laidDown(topic, fields[topic.ID]))
	}
	return all, nil
}
