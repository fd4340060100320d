package store

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// dayMargin is how far numbers may lie outside of their day's: who takes a number just before midnight may write just after.
const dayMargin = 100

// noteDay keeps the least number of the tickets opened on a day (UTC), so that what was opened between two days is found in
// the search index, which is sorted by number.
func (t *Table) noteDay(ctx context.Context, at time.Time, n int64) error {
	day := at.UTC().Format(time.DateOnly)
	name := "day " + day
	if known, ok := t.cache.get(name); ok && known.(int64) <= n {
		return nil
	}
	_, err := t.update(ctx, &dynamodb.UpdateItemInput{
		Key:                       dayKey(day).attributes(),
		UpdateExpression:          aws.String("SET n = :n, #type = :type, v = :v"),
		ConditionExpression:       aws.String("attribute_not_exists(n) OR n > :n"),
		ExpressionAttributeNames:  map[string]string{"#type": "type"},
		ExpressionAttributeValues: item{":n": integer(n), ":type": text("day"), ":v": integer(1)},
	})
	if err != nil && !errors.Is(err, ErrTaken) {
		return err
	}
	t.cache.keep(name, n, 48*time.Hour) // it only ever gets less
	return nil
}

// NumbersBetween returns bounds of the numbers of the tickets opened in a span of time: above the first and below the second; 0 where
// that end is open. They are wider than the span, whose instants the caller checks. One round, and none when asked again soon.
func (t *Table) NumbersBetween(ctx context.Context, from, until time.Time) (above, below int64, err error) {
	var queries []*dynamodb.QueryInput
	name := "days " + stamp(from) + " " + stamp(until)
	if known, ok := t.cache.get(name); ok {
		bounds := known.([2]int64)
		return bounds[0], bounds[1], nil
	}
	if !from.IsZero() {
		queries = append(queries, daysFrom(from.UTC().Format(time.DateOnly)))
	}
	if !until.IsZero() {
		queries = append(queries, daysFrom(until.UTC().AddDate(0, 0, 1).Format(time.DateOnly)))
	}
	pages, err := t.queries(ctx, queries)
	if err != nil {
		return 0, 0, err
	}
	firsts := make([]int64, 0, len(pages))
	for _, got := range pages {
		days, err := decodeAll[dayItem](got.items)
		if err != nil {
			return 0, 0, err
		}
		if len(days) == 0 {
			days = append(days, dayItem{})
		}
		firsts = append(firsts, days[0].N)
	}
	if !from.IsZero() {
		above, firsts = max(0, firsts[0]-dayMargin), firsts[1:]
		if len(pages[0].items) == 0 {
			above = noNumber // nothing was opened since
		}
	}
	if !until.IsZero() && firsts[0] > 0 {
		below = firsts[0] + dayMargin
	}
	t.cache.put(name, [2]int64{above, below})
	return above, below, nil
}

// noNumber is above every number.
const noNumber = int64(1) << 62

type dayItem struct {
	header
	N int64 `dynamodbav:"n"`
}

func daysFrom(day string) *dynamodb.QueryInput {
	return &dynamodb.QueryInput{
		KeyConditionExpression:    aws.String("pk = :pk AND sk >= :day"),
		ExpressionAttributeValues: item{":pk": text(daysPartition), ":day": text(day)},
		Limit:                     aws.Int32(1),
	}
}
