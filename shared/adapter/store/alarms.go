package store

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/ticket"
)

// Alarms returns the numbers of the tickets whose alarm of a kind has come by an instant: it reads no others. At most limit
// of each shard; who acts on them asks again.
func (t *Table) Alarms(ctx context.Context, kind ticket.AlarmKind, by time.Time, limit int) ([]ticket.Number, error) {
	queries := make([]*dynamodb.QueryInput, 0, alarmShards)
	for shard := range alarmShards {
		queries = append(queries, &dynamodb.QueryInput{
			IndexName:                aws.String("alarm"),
			KeyConditionExpression:   aws.String("#alarm = :alarm AND alarmAt <= :by"),
			ExpressionAttributeNames: map[string]string{"#alarm": "alarm"},
			ExpressionAttributeValues: item{
				":alarm": text(alarmPartition(kind, shard)), ":by": text(stamp(by)),
			},
			Limit: aws.Int32(int32(limit)), //nolint:gosec // a small constant of the caller
		})
	}
	pages, err := t.queries(ctx, queries)
	if err != nil {
		return nil, err
	}
	var due []ticket.Number
	for _, page := range pages {
		for _, found := range page.items {
			due = append(due, ticket.Number(numberOf(keyOf(found))))
		}
	}
	return due, nil
}

// MoveAlarm sets when the clock must look at a ticket next, without any act: for an alarm that came before its time, as the
// calendar or a setting has changed since it was set. A ticket that has another version by now keeps what that act set.
func (t *Table) MoveAlarm(ctx context.Context, at ticket.Ticket, alarm ticket.Alarm) error {
	change := &dynamodb.UpdateItemInput{
		Key:                       ticketKey(string(at.Number)).attributes(),
		UpdateExpression:          aws.String("REMOVE #alarm, alarmAt"),
		ConditionExpression:       aws.String("card.version = :version"),
		ExpressionAttributeNames:  map[string]string{"#alarm": "alarm"},
		ExpressionAttributeValues: item{":version": integer(at.Version)},
	}
	if alarm.Kind != ticket.NoAlarm {
		change.UpdateExpression = aws.String("SET #alarm = :alarm, alarmAt = :at")
		change.ExpressionAttributeValues[":alarm"] = text(alarmShard(alarm.Kind, at.Number))
		change.ExpressionAttributeValues[":at"] = text(stamp(alarm.At))
	}
	_, err := t.update(ctx, change)
	if errors.Is(err, ErrTaken) {
		return nil
	}
	return err
}
