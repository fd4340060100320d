package store

import (
	"context"
	"errors"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/field"
	"mesa/shared/domain/settings"
)

// topicFieldsItem is the extra fields of one topic. They are in a partition of their own: of the functions that read what the
// desk is made of, few need them.
type topicFieldsItem struct {
	header
	Fields []fieldPart `dynamodbav:"fields"`
}

type fieldPart struct {
	ID        string       `dynamodbav:"id"`
	Retired   bool         `dynamodbav:"retired,omitempty"`
	Kind      string       `dynamodbav:"kind"`
	Name      textItem     `dynamodbav:"name"`
	Help      textItem     `dynamodbav:"help"`
	Required  bool         `dynamodbav:"required,omitempty"`
	Options   []optionPart `dynamodbav:"options,omitempty"`
	MaxLength int          `dynamodbav:"maxLength,omitempty"`
	Min       *float64     `dynamodbav:"min,omitempty"`
	Max       *float64     `dynamodbav:"max,omitempty"`
}

type optionPart struct {
	ID   string   `dynamodbav:"id"`
	Name textItem `dynamodbav:"name"`
}

func newTopicFieldsItem(topicID string, fields []field.Field) topicFieldsItem {
	kept := topicFieldsItem{header: head(topicFieldsKey(topicID), "topicFields"), Fields: make([]fieldPart, 0, len(fields))}
	for _, f := range fields {
		part := fieldPart{
			ID: f.ID, Retired: f.Retired, Kind: string(f.Kind), Name: newTextItem(f.Name), Help: newTextItem(f.Help), Required: f.Required,
			MaxLength: f.MaxLength, Min: f.Min, Max: f.Max,
		}
		for _, option := range f.Options {
			part.Options = append(part.Options, optionPart{ID: option.ID, Name: newTextItem(option.Name)})
		}
		kept.Fields = append(kept.Fields, part)
	}
	return kept
}

func (i topicFieldsItem) fields() []field.Field {
	fields := make([]field.Field, 0, len(i.Fields))
	for _, part := range i.Fields {
		f := field.Field{
			ID: part.ID, Retired: part.Retired, Kind: field.Kind(part.Kind), Name: part.Name.text(), Help: part.Help.text(), Required: part.Required,
			MaxLength: part.MaxLength, Min: part.Min, Max: part.Max,
		}
		for _, option := range part.Options {
			f.Options = append(f.Options, field.Option{ID: option.ID, Name: option.Name.text()})
		}
		fields = append(fields, f)
	}
	return fields
}

// TopicFields returns the extra fields of every topic that has some, by the topic's identifier, as they are or were some
// seconds ago. Whoever gets them must not change them.
func (t *Table) TopicFields(ctx context.Context) (map[string][]field.Field, error) {
	if known, ok := t.cache.get(fieldsPartition); ok {
		return known.(map[string][]field.Field), nil
	}
	fields, err := t.topicFields(ctx, false)
	if err == nil {
		t.cache.put(fieldsPartition, fields)
	}
	return fields, err
}

func (t *Table) topicFields(ctx context.Context, consistent bool) (map[string][]field.Field, error) {
	in := partitionQuery(fieldsPartition)
	in.ConsistentRead = &consistent
	found, err := t.queryAll(ctx, in)
	if err != nil {
		return nil, err
	}
	fields := make(map[string][]field.Field, len(found))
	for _, attributes := range found {
		kept, err := decode[topicFieldsItem](attributes)
		if err != nil {
			return nil, err
		}
		fields[strings.TrimPrefix(kept.SK, topicPrefix)] = kept.fields()
	}
	return fields, nil
}

// LatestTopics returns every topic in the order to show them, and the extra fields of those that have some, as they are now.
func (t *Table) LatestTopics(ctx context.Context) ([]settings.Topic, map[string][]field.Field, error) {
	in := partitionQuery(deskPartition)
	in.ConsistentRead = aws.Bool(true)
	found, err := t.queryAll(ctx, in)
	if err != nil {
		return nil, nil, err
	}
	desk, err := deskOf(found)
	if err != nil {
		return nil, nil, err
	}
	fields, err := t.topicFields(ctx, true)
	return desk.Topics, fields, err
}

// SaveTopic keeps a topic, made on the version before its own, with its extra fields. fault.Edited when it was changed
// meanwhile, or is there though it is said to be new.
func (t *Table) SaveTopic(ctx context.Context, topic settings.Topic, fields []field.Field) error {
	kept, err := encode(newTopicItem(topic))
	if err != nil {
		return err
	}
	asks, err := encode(newTopicFieldsItem(topic.ID, fields))
	if err != nil {
		return err
	}
	put := &types.Put{TableName: &t.name, Item: kept, ConditionExpression: aws.String("attribute_not_exists(pk)")}
	if before := topic.Version - 1; before > 0 {
		put.ConditionExpression = aws.String("version = :before")
		if before == 1 { // the first may have been laid down before topics had versions
			put.ConditionExpression = aws.String("attribute_exists(pk) AND (attribute_not_exists(version) OR version = :before)")
		}
		put.ExpressionAttributeValues = item{":before": integer(before)}
	}
	err = t.transact(ctx, types.TransactWriteItem{Put: put}, types.TransactWriteItem{Put: &types.Put{TableName: &t.name, Item: asks}})
	if errors.Is(err, ErrTaken) {
		return fault.Because(fault.Edited, err)
	}
	return err
}
