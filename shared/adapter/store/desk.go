package store

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/account"
	"mesa/shared/domain/settings"
)

// Desk returns what the desk is made of, in one query of one small partition, or as it was read some seconds ago. A desk
// without settings has the defaults. Whoever gets it must not change its slices.
func (t *Table) Desk(ctx context.Context) (settings.Desk, error) {
	if known, ok := t.cache.get(deskPartition); ok {
		return known.(settings.Desk), nil
	}
	found, err := t.queryAll(ctx, partitionQuery(deskPartition))
	if err != nil {
		return settings.Desk{}, err
	}
	desk, err := deskOf(found)
	if err != nil {
		return settings.Desk{}, err
	}
	t.cache.put(deskPartition, desk)
	return desk, nil
}

func deskOf(found []item) (settings.Desk, error) {
	desk := settings.Desk{Settings: settings.Default()}
	for _, attributes := range found {
		if err := addToDesk(&desk, attributes); err != nil {
			return settings.Desk{}, err
		}
	}
	desk.Sort()
	return desk, nil
}

func addToDesk(desk *settings.Desk, attributes item) error {
	switch kind := stringOf(attributes["type"]); kind {
	case "settings":
		settled, err := settingsOf(attributes)
		desk.Settings = settled
		return err
	case "topic":
		kept, err := decode[topicItem](attributes)
		desk.Topics = append(desk.Topics, kept.topic())
		return err
	case "department":
		kept, err := decode[departmentItem](attributes)
		desk.Departments = append(desk.Departments, kept.department())
		return err
	case "category":
		kept, err := decode[categoryItem](attributes)
		desk.Categories = append(desk.Categories, kept.category())
		return err
	case "organization":
		kept, err := decode[organizationItem](attributes)
		desk.Organizations = append(desk.Organizations, kept.organization())
		return err
	default: // what newer code has added
		return nil
	}
}

// settingsOf reads a settings item. What it doesn't have keeps its default.
func settingsOf(attributes item) (settings.Settings, error) {
	kept := newSettingsItem(settings.Default())
	for name, list := range map[string]*[]targetItem{"targets": &kept.Targets, "firstAnswers": &kept.FirstAnswers} {
		if attributes[name] != nil {
			*list = nil // decoding an empty list leaves what is there
		}
	}
	if err := attributevalue.UnmarshalMap(attributes, &kept); err != nil {
		return settings.Settings{}, fmt.Errorf("decode settings: %w", err)
	}
	return kept.settings(), nil
}

// PutDesk keeps settings, topics, departments, categories and organizations, each as an item of its own; those that are there and not in
// the desk stay. Settings that cannot be worked with are refused.
func (t *Table) PutDesk(ctx context.Context, desk settings.Desk) error {
	if err := desk.Check(); err != nil {
		return err
	}
	items := []any{newSettingsItem(desk.Settings)}
	for _, topic := range desk.Topics {
		items = append(items, newTopicItem(topic))
	}
	for _, department := range desk.Departments {
		items = append(items, newDepartmentItem(department))
	}
	for _, category := range desk.Categories {
		items = append(items, newCategoryItem(category))
	}
	for _, organization := range desk.Organizations {
		items = append(items, newOrganizationItem(organization))
	}
	return t.putAll(ctx, items)
}

// Staff returns the staff directory, in one query of one small partition, or as it was read some seconds ago. An entry has
// what assigning and writing to its person takes: no telephone, entity or organization. Whoever gets it must not change it.
func (t *Table) Staff(ctx context.Context) ([]account.Person, error) {
	if known, ok := t.cache.get(staffPartition); ok {
		return known.([]account.Person), nil
	}
	found, err := t.queryAll(ctx, partitionQuery(staffPartition))
	if err != nil {
		return nil, err
	}
	kept, err := decodeAll[personItem](found)
	if err != nil {
		return nil, err
	}
	staff := make([]account.Person, 0, len(kept))
	for _, one := range kept {
		staff = append(staff, one.person())
	}
	t.cache.put(staffPartition, staff)
	return staff, nil
}

// aKey is the condition of queries for a whole partition, whose values are partitionOf's.
var aKey = aws.String("pk = :pk")

func partitionOf(partition string) map[string]types.AttributeValue {
	return map[string]types.AttributeValue{":pk": text(partition)}
}

func partitionQuery(partition string) *dynamodb.QueryInput {
	return &dynamodb.QueryInput{KeyConditionExpression: aKey, ExpressionAttributeValues: partitionOf(partition)}
}

// putAll puts items one by one. For few of them.
func (t *Table) putAll(ctx context.Context, items []any) error {
	for _, one := range items {
		attributes, err := encode(one)
		if err != nil {
			return err
		}
		if err := t.put(ctx, &dynamodb.PutItemInput{Item: attributes}); err != nil {
			return err
		}
	}
	return nil
}
