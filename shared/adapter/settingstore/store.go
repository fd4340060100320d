// Package settingstore stores the settings, topics and their extra fields, departments, teams, categories, organizations, routing
// rules and the staff directory. Apart from the organizations, all of it is small. Most reads are cached for seconds.
package settingstore

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"

	"mesa/shared/adapter/auditstore"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
)

// Store stores the settings of the desk.
type Store struct {
	table *table.Table
	audit *auditstore.Store
}

// New returns the store of the settings in t.
func New(t *table.Table) *Store { return &Store{table: t, audit: auditstore.New(t)} }

// Configuration returns the settings, topics, departments, teams and categories in one Query, or from the cache.
// Settings that are not stored have their defaults. Callers must not modify the slices.
func (s *Store) Configuration(ctx context.Context) (settings.Configuration, error) {
	return table.Cached(s.table, table.DeskPartition, func() (settings.Configuration, error) { return s.configuration(ctx, table.Eventual) })
}

// LatestConfiguration returns the configuration in a consistent read, without the cache, for editing.
func (s *Store) LatestConfiguration(ctx context.Context) (settings.Configuration, error) {
	return s.configuration(ctx, table.Consistent)
}

// SaveDepartment stores a version of a department, and the audit event of the change, in one transaction. It returns fault.Edited if the stored
// version is not the previous version.
func (s *Store) SaveDepartment(ctx context.Context, department settings.Department, event audit.Event) error {
	return s.saveVersion(ctx, newDepartmentItem(department), department.Version, event)
}

// SaveTeam stores a version of a team, and the audit event of the change, in one transaction. It returns fault.Edited if the stored
// version is not the previous version.
func (s *Store) SaveTeam(ctx context.Context, team settings.Team, event audit.Event) error {
	return s.saveVersion(ctx, newTeamItem(team), team.Version, event)
}

func (s *Store) saveVersion(ctx context.Context, item any, version int64, event audit.Event) error {
	return table.ConflictAs(fault.New(fault.Edited), s.audit.Transact(ctx, event, table.Put(item).If(supersedes(version))))
}

// supersedes returns the condition for writing a version of an item. The first version may have been stored before items of its
// type had versions.
func supersedes(version int64) table.Condition {
	condition := table.Supersedes(version)
	if version == 2 {
		condition = condition.Or(table.Exists().And(table.Lacks("version")))
	}
	return condition
}

func (s *Store) configuration(ctx context.Context, consistency table.Consistency) (settings.Configuration, error) {
	items, err := s.table.QueryAll(ctx, table.Query{Partition: table.DeskPartition, Consistency: consistency})
	if err != nil {
		return settings.Configuration{}, err
	}
	config := settings.Configuration{Settings: settings.Default()}
	for _, item := range items {
		if err := addToConfiguration(&config, item); err != nil {
			return settings.Configuration{}, err
		}
	}
	config.Sort()
	return config, nil
}

func addToConfiguration(config *settings.Configuration, item table.Item) error {
	var err error
	switch table.Type(item) {
	case settingsType:
		config.Settings, err = DecodeSettings(item)
	case topicType:
		config.Topics, err = appendDecoded(config.Topics, item, topicItem.topic)
	case departmentType:
		config.Departments, err = appendDecoded(config.Departments, item, departmentItem.department)
	case teamType:
		config.Teams, err = appendDecoded(config.Teams, item, teamItem.team)
	case categoryType:
		config.Categories, err = appendDecoded(config.Categories, item, categoryItem.category)
	default: // an item type that newer code has added
	}
	return err
}

func appendDecoded[T, D any](to []D, item table.Item, convert func(T) D) ([]D, error) {
	stored, err := table.Decode[T](item)
	return append(to, convert(stored)), err
}

// PutConfiguration stores settings, topics, departments, teams and categories, in one write for each item. It deletes nothing. It returns
// the error of config.Check if the configuration is invalid.
func (s *Store) PutConfiguration(ctx context.Context, config settings.Configuration) error {
	if err := config.Check(); err != nil {
		return err
	}
	items := []any{newSettingsItem(config.Settings)}
	for _, topic := range config.Topics {
		items = append(items, newTopicItem(topic))
	}
	for _, department := range config.Departments {
		items = append(items, newDepartmentItem(department))
	}
	for _, team := range config.Teams {
		items = append(items, newTeamItem(team))
	}
	for _, category := range config.Categories {
		items = append(items, newCategoryItem(category))
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
	return table.Cached(s.table, table.SettingsKey().CacheName(), func() (settings.Settings, error) {
		return s.settings(ctx, table.Eventual)
	})
}

// CurrentSettings returns the settings in a consistent read, for changing them.
func (s *Store) CurrentSettings(ctx context.Context) (settings.Settings, error) {
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
	for name, targets := range map[string]*[]targetPart{"targets": &stored.Targets, "firstAnswers": &stored.FirstResponses} {
		if item[name] != nil {
			*targets = nil // decoding an empty list would leave the default
		}
	}
	if err := attributevalue.UnmarshalMap(item, &stored); err != nil {
		return settings.Settings{}, fmt.Errorf("decode settings: %w", err)
	}
	return stored.settings(), nil
}

// SaveSettings stores the version of the settings that after contains, and the audit event of the change, in one transaction. It
// stores identity, entities, limits of files and security, and not the settings that SaveDeadlines stores. It returns fault.Edited
// if the stored version is not the previous version.
func (s *Store) SaveSettings(ctx context.Context, after settings.Settings, event audit.Event) error {
	previous := table.Equal("settingsVersion", after.Version-1)
	if after.Version == 1 { // the settings may have been stored before they had a version
		previous = previous.Or(table.Lacks("settingsVersion"))
	}
	stored := newSettingsItem(after)
	write := table.Upsert(table.SettingsKey(), settingsType).
		Set("settingsVersion", stored.SettingsVersion).Set("name", stored.Name).Set("contactText", stored.ContactText).
		Set("contactEmail", stored.ContactEmail).Set("accentColor", stored.AccentColor).Set("entities", stored.Entities).
		Set("attachmentMaxBytes", stored.AttachmentMaxBytes).Set("attachmentMaxFiles", stored.AttachmentMaxFiles).
		Set("attachmentTypes", stored.AttachmentTypes).Set("sessions", stored.Sessions).
		Set("lockoutFailures", stored.LockoutFailures).
		Set("lockoutFirstSeconds", stored.LockoutFirstSeconds).Set("lockoutLongestSeconds", stored.LockoutLongestSeconds).If(previous)
	return table.ConflictAs(fault.New(fault.Edited), s.audit.Transact(ctx, event, write))
}

// SaveDeadlines stores the settings of deadlines, reopening and rating, and returns their new version. It returns fault.Stale
// if the stored version is no longer the one that was read.
func (s *Store) SaveDeadlines(ctx context.Context, changed settings.Settings) (int64, error) {
	before, after, stored := changed.DeadlinesVersion, changed.DeadlinesVersion+1, newSettingsItem(changed)
	attributes := map[string]any{
		"calendar": stored.Calendar, "targets": stored.Targets, "firstAnswers": stored.FirstResponses,
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
		expected, err := table.Encode(attributes)
		if err != nil || table.HasAttributes(item, expected) {
			return after, err
		}
	}
	return after, table.ConflictAs(fault.New(fault.Stale), err)
}
