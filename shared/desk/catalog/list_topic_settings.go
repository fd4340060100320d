package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/field"
	"mesa/shared/domain/settings"
)

// Topics stores the help topics.
type Topics interface {
	// LatestTopics returns all topics in display order, and the extra fields by topic identifier. It does not use a cache.
	LatestTopics(ctx context.Context) ([]settings.Topic, map[string][]field.Field, error)
	// LatestTopic returns a topic and its extra fields, or the zero value if it does not exist. It does not use a cache.
	LatestTopic(ctx context.Context, id string) (settings.Topic, []field.Field, error)
	// SaveTopic stores a topic with its extra fields and the audit event of the change. The topic's version must be the version that was read plus one. It
	// returns fault.Edited if the stored version differs from the version that was read.
	SaveTopic(ctx context.Context, topic settings.Topic, fields []field.Field, event audit.Event) error
}

// ListTopicSettings lists all topics, active or not, with all their settings (N1, N2).
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
