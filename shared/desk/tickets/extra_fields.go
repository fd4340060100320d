package tickets

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/ticketacts"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// TopicForms reads the settings and the extra fields of topics.
type TopicForms interface {
	ticketacts.NamedSettings
	// TopicFields returns the extra fields by topic identifier.
	TopicFields(ctx context.Context) (map[string][]field.Field, error)
}

// readTopicForms reads the settings and the extra fields in one round.
func readTopicForms(ctx context.Context, from TopicForms) (config settings.Configuration, fieldsByTopic map[string][]field.Field, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = from.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			fieldsByTopic, err = from.TopicFields(ctx)
			return err
		},
	)
	return config, fieldsByTopic, err
}

// editFields validates changes of answers to extra fields. It uses the fields of the topic that the ticket has after the edit.
func editFields(edit *ticket.Edit, errs *fault.FieldErrors, t ticket.Ticket, body api.TicketChange, fieldsByTopic map[string][]field.Field) {
	if body.Fields == nil {
		return
	}
	topicID := t.Topic.ID
	if edit.Topic != nil {
		topicID = edit.Topic.ID
	}
	after := field.ApplyChanges(errs, fieldsByTopic[topicID], t.Fields, *body.Fields)
	edit.Fields = &after
}
