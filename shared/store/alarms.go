package store

import (
	"context"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/ticket"
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
			due = append(due, ticket.Number(strings.TrimPrefix(keyOf(found).PK, ticketPartition(""))))
		}
	}
	return due, nil
}
