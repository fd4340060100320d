package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/permission"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// ListTopics lists the active help topics. Only staff get topics that are not public (B2, N1).
type ListTopics struct {
	Settings Settings
	Fields   TopicFields
}

// TopicFields reads the extra fields of topics.
type TopicFields interface {
	// TopicFields returns the extra fields by topic identifier, from a cache of a few seconds. Callers share the value and must
	// not change it.
	TopicFields(ctx context.Context) (map[string][]field.Field, error)
}

// ListTopics implements the operation list-topics.
func (l ListTopics) ListTopics(ctx context.Context, _ api.ListTopicsRequestObject) (api.ListTopicsResponseObject, error) {
	var (
		config settings.Configuration
		fields map[string][]field.Field
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = l.Settings.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			fields, err = l.Fields.TopicFields(ctx)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	user := caller.From(ctx)
	available := config.PublicTopics()
	if permission.Allows(permission.UseStaffTopics, user.Role, permission.Anyone) {
		available = config.ActiveTopics()
	}
	topics := make(api.ListTopics200JSONResponse, 0, len(available))
	for _, topic := range available {
		topics = append(topics, topicOf(topic, fields[topic.ID], user.ResponseLanguage))
	}
	return topics, nil
}

func topicOf(t settings.Topic, fields []field.Field, language locale.Language) api.Topic {
	return api.Topic{
		Id: t.ID, Name: t.Name.In(language), Description: api.Optional(t.Description.In(language)), StaffOnly: staffOnly(t),
		Fields: extraFields(fields, language),
	}
}

func staffOnly(topic settings.Topic) *bool {
	if topic.Public {
		return nil
	}
	return new(true)
}
