// Package settingstore stores what administrators set up: settings, topics and their fields, departments, categories,
// organizations, routing rules, and the staff directory. Most of it is small, read by every function and cached for seconds.
package settingstore

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
)

// Store stores the settings of the desk.
type Store struct{ table *table.Table }

// New returns the store of the settings of a table.
func New(t *table.Table) *Store { return &Store{t} }

// Desk returns the settings and everything that is set up with them, in one Query, or from the cache. What is not stored has
// its default. Callers must not change its slices.
func (s *Store) Desk(ctx context.Context) (settings.Desk, error) {
	return table.Cached(s.table, table.DeskPartition, func() (settings.Desk, error) { return s.desk(ctx, table.Eventual) })
}

func (s *Store) desk(ctx context.Context, consistency table.Consistency) (settings.Desk, error) {
	items, err := s.table.QueryAll(ctx, table.Query{Partition: table.DeskPartition, Consistency: consistency})
	if err != nil {
		return settings.Desk{}, err
	}
	desk := settings.Desk{Settings: settings.Default()}
	for _, item := range items {
		if err := addToDesk(&desk, item); err != nil {
			return settings.Desk{}, err
		}
	}
	desk.Sort()
	return desk, nil
}

func addToDesk(desk *settings.Desk, item table.Item) error {
	var err error
	switch table.Type(item) {
	case settingsType:
		desk.Settings, err = DecodeSettings(item)
	case topicType:
		desk.Topics, err = appendDecoded(desk.Topics, item, topicItem.topic)
	case departmentType:
		desk.Departments, err = appendDecoded(desk.Departments, item, departmentItem.department)
	case categoryType:
		desk.Categories, err = appendDecoded(desk.Categories, item, categoryItem.category)
	case organizationType:
		desk.Organizations, err = appendDecoded(desk.Organizations, item, organizationItem.organization)
	default: // newer code has added it
	}
	return err
}

func appendDecoded[T, D any](to []D, item table.Item, convert func(T) D) ([]D, error) {
	stored, err := table.Decode[T](item)
	return append(to, convert(stored)), err
}

// PutDesk stores settings, topics, departments, categories and organizations. It deletes nothing. Settings that cannot be
// worked with are an error.
func (s *Store) PutDesk(ctx context.Context, desk settings.Desk) error {
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
	for _, item := range items {
		if err := s.table.Write(ctx, table.Put(item)); err != nil {
			return err
		}
	}
	return nil
}

// SaveCategory stores a category of the knowledge base.
func (s *Store) SaveCategory(ctx context.Context, category settings.Category) error {
	return s.table.Write(ctx, table.Put(newCategoryItem(category)))
}

// DeleteCategory deletes a category; one that does not exist is no error.
func (s *Store) DeleteCategory(ctx context.Context, id string) error {
	return s.table.Write(ctx, table.Delete(table.CategoryKey(id)))
}

// Settings returns the settings alone, or from the cache.
func (s *Store) Settings(ctx context.Context) (settings.Settings, error) {
	return table.Cached(s.table, table.SettingsKey().String(), func() (settings.Settings, error) {
		return s.settings(ctx, table.Eventual)
	})
}

// SettingsNow returns the settings as they are now, for changing them.
func (s *Store) SettingsNow(ctx context.Context) (settings.Settings, error) {
	return s.settings(ctx, table.Consistent)
}

func (s *Store) settings(ctx context.Context, consistency table.Consistency) (settings.Settings, error) {
	item, err := s.table.Get(ctx, table.SettingsKey(), consistency)
	if err != nil && !errors.Is(err, table.ErrMissing) {
		return settings.Settings{}, err
	}
	return DecodeSettings(item)
}

// DecodeSettings reads the settings item. What it does not have has its default; nil is no item.
func DecodeSettings(item table.Item) (settings.Settings, error) {
	stored := newSettingsItem(settings.Default())
	for name, targets := range map[string]*[]targetPart{"targets": &stored.Targets, "firstAnswers": &stored.FirstAnswers} {
		if item[name] != nil {
			*targets = nil // decoding an empty list would leave the default
		}
	}
	if err := attributevalue.UnmarshalMap(item, &stored); err != nil {
		return settings.Settings{}, fmt.Errorf("decode settings: %w", err)
	}
	return stored.settings(), nil
}

// SaveDeadlines stores only the settings of deadlines, reopening and rating, if they still have the version that was read;
// fault.Stale otherwise. It returns their new version.
func (s *Store) SaveDeadlines(ctx context.Context, changed settings.Settings) (int64, error) {
	before, after, stored := changed.DeadlinesVersion, changed.DeadlinesVersion+1, newSettingsItem(changed)
	attributes := map[string]any{
		"calendar": stored.Calendar, "targets": stored.Targets, "firstAnswers": stored.FirstAnswers,
		"warnAtPercent": stored.WarnAtPercent, "escalateHours": stored.EscalateHours, "remindDays": stored.RemindDays,
		"ratingDays": stored.RatingDays, "reopenDays": stored.ReopenDays, "deadlinesVersion": after,
	}
	condition := table.Equal("deadlinesVersion", before)
	if before == 0 {
		condition = condition.Or(table.Lacks("deadlinesVersion"))
	}
	write := table.Upsert(table.SettingsKey(), settingsType).If(condition)
	for name, value := range attributes {
		write = write.Set(name, value)
	}
	err := s.table.Write(ctx, write)
	if item, ok := table.ConflictingItem(err); ok {
		// When the response was lost the SDK has sent the update again, and it finds itself stored.
		if same, err := has(item, attributes); same || err != nil {
			return after, err
		}
	}
	return after, table.ConflictAs(fault.New(fault.Stale), err)
}

// has reports whether an item has attributes with these values.
func has(item table.Item, attributes map[string]any) (bool, error) {
	wanted, err := table.Encode(attributes)
	for name, value := range wanted {
		if !reflect.DeepEqual(item[name], value) {
			return false, err
		}
	}
	return err == nil, err
}
