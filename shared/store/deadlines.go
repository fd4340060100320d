package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/fault"
	"mesa/shared/settings"
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
	kept := newSettingsItem(s)
	values, err := attributevalue.MarshalMap(map[string]any{
		":calendar": kept.Calendar, ":targets": kept.Targets, ":first": kept.FirstAnswers, ":warn": kept.WarnAtPercent,
		":escalate": kept.EscalateHours, ":remind": kept.RemindDays, ":rating": kept.RatingDays, ":reopen": kept.ReopenDays,
		":type": kept.Type, ":v": kept.V, ":before": s.DeadlinesVersion, ":after": s.DeadlinesVersion + 1,
	})
	if err != nil {
		return 0, fmt.Errorf("encode deadlines: %w", err)
	}
	condition := "deadlinesVersion = :before"
	if s.DeadlinesVersion == 0 {
		condition += " OR attribute_not_exists(deadlinesVersion)"
	}
	_, err = t.update(ctx, &dynamodb.UpdateItemInput{
		Key: settingsKey().attributes(),
		UpdateExpression: aws.String("SET calendar = :calendar, targets = :targets, firstAnswers = :first, warnAtPercent = :warn, " +
			"escalateHours = :escalate, remindDays = :remind, ratingDays = :rating, reopenDays = :reopen, " +
			"#type = :type, v = :v, deadlinesVersion = :after"),
		ConditionExpression:       &condition,
		ExpressionAttributeNames:  map[string]string{"#type": "type"},
		ExpressionAttributeValues: values,
	})
	if errors.Is(err, ErrTaken) {
		return 0, fault.Because(fault.Stale, err)
	}
	return s.DeadlinesVersion + 1, err
}
