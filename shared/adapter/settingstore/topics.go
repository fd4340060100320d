package settingstore

import (
	"context"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/settings"
)

// topicFieldsItem stores the extra fields of a topic. These items have a separate partition, because few of the functions that
// read the desk partition need them.
type topicFieldsItem struct {
	table.Header
	Fields []fieldPart `dynamodbav:"fields"`
}

type fieldPart struct {
	ID        string              `dynamodbav:"id"`
	Retired   bool                `dynamodbav:"retired,omitempty"`
	Kind      string              `dynamodbav:"kind"`
	Name      table.LocalizedText `dynamodbav:"name"`
	Help      table.LocalizedText `dynamodbav:"help"`
	Required  bool                `dynamodbav:"required,omitempty"`
	Options   []optionPart        `dynamodbav:"options,omitempty"`
	MaxLength int                 `dynamodbav:"maxLength,omitempty"`
	Min       *float64            `dynamodbav:"min,omitempty"`
	Max       *float64            `dynamodbav:"max,omitempty"`
}

type optionPart struct {
	ID   string              `dynamodbav:"id"`
	Name table.LocalizedText `dynamodbav:"name"`
}

func newTopicFieldsItem(topicID string, fields []field.Field) topicFieldsItem {
	item := topicFieldsItem{
		Header: table.NewHeader(table.TopicFieldsKey(topicID), "topicFields"), Fields: make([]fieldPart, 0, len(fields)),
	}
	for _, f := range fields {
		part := fieldPart{
			ID: f.ID, Retired: f.Retired, Kind: string(f.Kind), Name: table.LocalizedText(f.Name), Help: table.LocalizedText(f.Help),
			Required: f.Required, MaxLength: f.MaxLength, Min: f.Min, Max: f.Max,
		}
		for _, option := range f.Options {
			part.Options = append(part.Options, optionPart{ID: option.ID, Name: table.LocalizedText(option.Name)})
		}
		item.Fields = append(item.Fields, part)
	}
	return item
}

func (i topicFieldsItem) fields() []field.Field {
	fields := make([]field.Field, 0, len(i.Fields))
	for _, part := range i.Fields {
		f := field.Field{
			ID: part.ID, Retired: part.Retired, Kind: field.Kind(part.Kind), Name: part.Name.Text(), Help: part.Help.Text(),
			Required: part.Required, MaxLength: part.MaxLength, Min: part.Min, Max: part.Max,
		}
		for _, option := range part.Options {
			f.Options = append(f.Options, field.Option{ID: option.ID, Name: option.Name.Text()})
		}
		fields = append(fields, f)
	}
	return fields
}

// TopicFields returns the extra fields of topics by the topic's identifier, possibly from the cache. A topic without extra
// fields is missing from the map or has an empty list. Callers must not modify the map.
func (s *Store) TopicFields(ctx context.Context) (map[string][]field.Field, error) {
	return table.Cached(s.table, table.FieldsPartition, func() (map[string][]field.Field, error) {
		return s.topicFields(ctx, table.Eventual)
	})
}

func (s *Store) topicFields(ctx context.Context, consistency table.Consistency) (map[string][]field.Field, error) {
	items, err := s.table.QueryAll(ctx, table.Query{Partition: table.FieldsPartition, Consistency: consistency})
	if err != nil {
		return nil, err
	}
	fields := make(map[string][]field.Field, len(items))
	for _, item := range items {
		stored, err := table.Decode[topicFieldsItem](item)
		if err != nil {
			return nil, err
		}
		fields[table.TopicOf(table.KeyOf(item))] = stored.fields()
	}
	return fields, nil
}

// LatestTopics returns every topic in display order, and the extra fields by the topic's identifier, in consistent reads.
func (s *Store) LatestTopics(ctx context.Context) ([]settings.Topic, map[string][]field.Field, error) {
	config, err := s.configuration(ctx, table.Consistent)
	if err != nil {
		return nil, nil, err
	}
	fields, err := s.topicFields(ctx, table.Consistent)
	return config.Topics, fields, err
}

// LatestTopic returns a topic and its extra fields in a consistent read. It returns the zero value if the topic does not exist.
func (s *Store) LatestTopic(ctx context.Context, id string) (settings.Topic, []field.Field, error) {
	topicKey, fieldsKey := table.TopicKey(id), table.TopicFieldsKey(id)
	items, err := s.table.BatchGet(ctx, table.Consistent, topicKey, fieldsKey)
	if err != nil || items[topicKey] == nil {
		return settings.Topic{}, nil, err
	}
	topic, err := table.Decode[topicItem](items[topicKey])
	if err != nil {
		return settings.Topic{}, nil, err
	}
	fields, err := table.Decode[topicFieldsItem](items[fieldsKey])
	return topic.topic(), fields.fields(), err
}

// SaveTopic stores a version of a topic with its extra fields, and the audit event of the change, in one transaction. It returns
// fault.Edited if the stored version is not the previous version.
func (s *Store) SaveTopic(ctx context.Context, topic settings.Topic, fields []field.Field, event audit.Event) error {
	err := s.audit.Transact(ctx, event,
		table.Put(newTopicItem(topic)).If(supersedes(topic.Version)),
		table.Put(newTopicFieldsItem(topic.ID, fields)),
	)
	return table.ConflictAs(fault.New(fault.Edited), err)
}
