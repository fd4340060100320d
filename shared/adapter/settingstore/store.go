// Package settingstore stores what administrators configure: settings, topics and their fields, departments, categories,
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

// New returns the store of the settings in t.
func New(t *table.Table) *Store { return &Store{t} }

// Desk returns the settings, topics, departments, categories and organizations in one Query, or from the cache. Settings that
// are not stored have their defaults. Callers must not modify the slices.
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
	default: // an item type that newer code has added
	}
	return err
}

func appendDecoded[T, D any](to []D, item table.Item, convert func(T) D) ([]D, error) {
	stored, err := table.Decode[T](item)
	return append(to, convert(stored)), err
}

// PutDesk stores settings, topics, departments, categories and organizations. It deletes nothing. It returns an error if
// desk.Check fails.
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

// DeleteCategory deletes a category. It returns nil if the category does not exist.
func (s *Store) DeleteCategory(ctx context.Context, id string) error {
	return s.table.Write(ctx, table.Delete(table.CategoryKey(id)))
}

// Settings returns the settings without topics, departments and so on, possibly from the cache.
func (s *Store) Settings(ctx context.Context) (settings.Settings, error) {
	return table.Cached(s.table, table.SettingsKey().String(), func() (settings.Settings, error) {
		return s.settings(ctx, table.Eventual)
	})
}

// SettingsNow returns the settings in a consistent read, for changing them.
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

// DecodeSettings decodes the settings item. Missing attributes get their defaults. item may be nil.
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

// SaveDeadlines stores the settings of deadlines, reopening and rating, and returns their new version. It returns fault.Stale
// if the stored version is no longer the one that was read.
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
		// If the response to an update is lost, the SDK sends the update again, and its condition fails. Equal attributes show
		// that the first attempt succeeded.
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
