package catalog

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/field"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// ListTopics lists the help topics that a ticket can be opened under (B2), and to staff those that they alone give one.
type ListTopics struct {
	Source Desk
	Fields TopicFields
}

// TopicFields reads the extra fields of topics.
type TopicFields interface {
	// TopicFields returns them by the topic's identifier, as they are or were some seconds ago. They are shared: not to be
	// changed.
	TopicFields(ctx context.Context) (map[string][]field.Field, error)
}

// ListTopics implements the operation list-topics.
func (l ListTopics) ListTopics(ctx context.Context, _ api.ListTopicsRequestObject) (api.ListTopicsResponseObject, error) {
	var (
		desk   settings.Desk
		fields map[string][]field.Field
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			desk, err = l.Source.Desk(ctx)
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
	who := caller.From(ctx)
	speaks, offered := who.Speaks, desk.Offered()
	if who.Role.IsStaff() {
		offered = desk.ActiveTopics()
	}
	topics := make(api.ListTopics200JSONResponse, 0, len(offered))
	for _, topic := range offered {
		topics = append(topics, api.Topic{
			Id: topic.ID, Name: topic.Name.In(speaks), Description: api.Optional(topic.Description.In(speaks)), StaffOnly: staffOnly(topic),
			Fields: asked(fields[topic.ID], func(t settings.Text) string { return t.In(speaks) }),
		})
	}
	return topics, nil
}

func staffOnly(topic settings.Topic) *bool {
	if topic.Public {
		return nil
	}
	return new(true)
}
