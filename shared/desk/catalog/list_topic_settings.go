package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/field"
	"mesa/shared/domain/settings"
)

// Topics stores the help topics.
type Topics interface {
	// LatestTopics returns all topics in the order to show them, and the extra fields by topic. It reads no cache.
	LatestTopics(ctx context.Context) ([]settings.Topic, map[string][]field.Field, error)
	// SaveTopic stores a topic with its extra fields. The topic's version is one above the version that was read; fault.Edited
	// if the stored version is another one.
	SaveTopic(ctx context.Context, topic settings.Topic, fields []field.Field) error
}

// ListTopicSettings lists all topics with all of their settings.
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
		all = append(all, settingsOf(topic, fields[topic.ID]))
	}
	return all, nil
}
