package store

import (
	"context"
	"crypto/rand"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// Count counts an act of a source, and returns how many that makes in the present window.
func (t *Table) Count(ctx context.Context, act limit.Act, source string, at time.Time) (int, error) {
	return t.count(ctx, act, source, at, 1)
}

// Uncount takes back one that was counted at an instant.
func (t *Table) Uncount(ctx context.Context, act limit.Act, source string, at time.Time) error {
	_, err := t.count(ctx, act, source, at, -1)
	return err
}

// count adds to what is counted, once: a call that the SDK repeats after a lost answer finds its own try.
func (t *Table) count(ctx context.Context, act limit.Act, source string, at time.Time, by int64) (int, error) {
	began := act.Began(at)
	counted, err := t.update(ctx, &dynamodb.UpdateItemInput{
		Key:                      limitKey(string(act), source, strconv.FormatInt(began.Unix(), 10)).attributes(),
		UpdateExpression:         aws.String("SET #type = :type, v = :v, expiresAt = :expiresAt, #try = :try ADD used :by"),
		ConditionExpression:      aws.String("attribute_not_exists(#try) OR #try <> :try"),
		ExpressionAttributeNames: map[string]string{"#type": "type", "#try": "try"},
		ExpressionAttributeValues: item{
			":type": text("limit"), ":v": integer(1), ":by": integer(by), ":expiresAt": integer(began.Add(2 * act.Window()).Unix()),
			":try": text(rand.Text()),
		},
		ReturnValues: types.ReturnValueUpdatedNew,
	})
	if before, ok := standing(err); ok {
		counted, err = before, nil
	}
	if err != nil {
		return 0, err
	}
	kept, err := decode[struct {
		Used int `dynamodbav:"used"`
	}](counted)
	return kept.Used, err
}

// CountAccountRequest counts a request of a source, and returns how many it has made in the window, with the desk's
// settings, in one round.
func (t *Table) CountAccountRequest(ctx context.Context, source string, at time.Time) (int, settings.Settings, error) {
	var (
		made    int
		settled settings.Settings
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			made, err = t.Count(ctx, limit.AccountRequests, source, at)
			return err
		},
		func(ctx context.Context) (err error) {
			settled, err = t.Settings(ctx)
			return err
		},
	)
	return made, settled, err
}
