package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
)

// SettingsNow returns the desk's settings as they are now, not as they were some seconds ago: for who changes them.
func (t *Table) SettingsNow(ctx context.Context) (settings.Settings, error) {
	kept, err := t.get(ctx, settingsKey(), true)
	if errors.Is(err, ErrMissing) {
		return settings.Default(), nil
	}
	if err != nil {
		return settings.Settings{}, err
	}
	return settingsOf(kept)
}

// SaveDeadlines keeps what the settings say of deadlines, the reopening and the rating, and nothing else of them, on the
// version that was read; fault.Stale when there is another by now. It returns the new version.
func (t *Table) SaveDeadlines(ctx context.Context, s settings.Settings) (int64, error) {
	after := s.DeadlinesVersion + 1
	kept := newSettingsItem(s)
	said, err := attributevalue.MarshalMap(map[string]any{
		"calendar": kept.Calendar, "targets": kept.Targets, "firstAnswers": kept.FirstAnswers, "warnAtPercent": kept.WarnAtPercent,
		"escalateHours": kept.EscalateHours, "remindDays": kept.RemindDays, "ratingDays": kept.RatingDays, "reopenDays": kept.ReopenDays,
		"type": kept.Type, "v": kept.V, "deadlinesVersion": after,
	})
	if err != nil {
		return 0, fmt.Errorf("encode deadlines: %w", err)
	}
	condition := "deadlinesVersion = :before"
	if s.DeadlinesVersion == 0 {
		condition += " OR attribute_not_exists(deadlinesVersion)"
	}
	in := setting(said)
	in.Key, in.ConditionExpression = settingsKey().attributes(), &condition
	in.ExpressionAttributeValues[":before"] = integer(s.DeadlinesVersion)
	_, err = t.update(ctx, in)
	if now, ok := standing(err); ok && says(now, said) {
		return after, nil // the answer was lost, and the SDK sent it again
	}
	if errors.Is(err, ErrTaken) {
		return 0, fault.Because(fault.Stale, err)
	}
	return after, err
}

// setting is the update that gives attributes their values.
func setting(attributes item) *dynamodb.UpdateItemInput {
	names, values := make(map[string]string, len(attributes)), make(item, len(attributes)+1)
	parts := make([]string, 0, len(attributes))
	for name, value := range attributes {
		names["#"+name], values[":"+name] = name, value
		parts = append(parts, "#"+name+" = :"+name)
	}
	return &dynamodb.UpdateItemInput{
		UpdateExpression:         aws.String("SET " + strings.Join(parts, ", ")),
		ExpressionAttributeNames: names, ExpressionAttributeValues: values,
	}
}

// says reports whether an item has attributes with these very values.
func says(kept, attributes item) bool {
	for name, value := range attributes {
		if !reflect.DeepEqual(kept[name], value) {
			return false
		}
	}
	return true
}
