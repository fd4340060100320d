package store

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/account"
	"mesa/shared/domain/notify"
)

// ledgerKept is how long the ledger knows a mail: longer than the queue and its dead letters keep one (14 days).
const ledgerKept = 30 * 24 * time.Hour

type mailItem struct {
	header
	State      string `dynamodbav:"state"`
	LeaseUntil string `dynamodbav:"leaseUntil"`
	Detail     string `dynamodbav:"detail"`
}

// Claim takes a mail to send it within the lease; see notify.Ledger.
func (t *Table) Claim(ctx context.Context, id string, at time.Time, lease time.Duration) (notify.MailState, error) {
	_, err := t.update(ctx, &dynamodb.UpdateItemInput{
		Key:                 mailKey(id).attributes(),
		UpdateExpression:    aws.String("SET #state = :claimed, leaseUntil = :until, expiresAt = :expires, #type = :type"),
		ConditionExpression: aws.String("attribute_not_exists(pk) OR (#state = :claimed AND leaseUntil <= :now)"),
		ExpressionAttributeNames: map[string]string{
			"#state": "state", "#type": "type",
		},
		ExpressionAttributeValues: item{
			":claimed": text(string(notify.MailClaimed)), ":until": text(stamp(at.Add(lease))), ":now": text(stamp(at)),
			":expires": integer(at.Add(ledgerKept).Unix()), ":type": text("mail"),
		},
	})
	if err == nil {
		return notify.MailClaimed, nil
	}
	if !errors.Is(err, ErrTaken) {
		return "", err
	}
	kept, err := t.get(ctx, mailKey(id), true)
	if err != nil {
		return "", err
	}
	known, err := decode[mailItem](kept)
	if err != nil {
		return "", err
	}
	if state := notify.MailState(known.State); state != notify.MailClaimed {
		return state, nil
	}
	return "", notify.ErrClaimed
}

// Settle notes what became of a claimed mail; see notify.Ledger.
func (t *Table) Settle(ctx context.Context, id string, state notify.MailState, detail string, at time.Time) error {
	_, err := t.update(ctx, &dynamodb.UpdateItemInput{
		Key:                      mailKey(id).attributes(),
		UpdateExpression:         aws.String("SET #state = :state, detail = :detail, settledAt = :at"),
		ConditionExpression:      aws.String("attribute_exists(pk)"),
		ExpressionAttributeNames: map[string]string{"#state": "state"},
		ExpressionAttributeValues: item{
			":state": text(string(state)), ":detail": text(detail), ":at": text(stamp(at)),
		},
	})
	return err
}

// Release gives a claimed mail back; see notify.Ledger.
func (t *Table) Release(ctx context.Context, id string) error {
	_, err := t.update(ctx, &dynamodb.UpdateItemInput{
		Key:                       mailKey(id).attributes(),
		UpdateExpression:          aws.String("SET leaseUntil = :none"),
		ConditionExpression:       aws.String("#state = :claimed"),
		ExpressionAttributeNames:  map[string]string{"#state": "state"},
		ExpressionAttributeValues: item{":none": text(""), ":claimed": text(string(notify.MailClaimed))},
	})
	return err
}

// People returns persons as they are now, by identifier, in one call; who isn't there is missing from the map. Up to 100.
func (t *Table) People(ctx context.Context, ids ...string) (map[string]account.Person, error) {
	keys := make([]Key, 0, len(ids))
	for _, id := range ids {
		keys = append(keys, personKey(id))
	}
	found, err := t.batchGet(ctx, false, keys...)
	if err != nil {
		return nil, err
	}
	people := make(map[string]account.Person, len(found))
	for _, attributes := range found {
		kept, err := decode[personItem](attributes)
		if err != nil {
			return nil, err
		}
		people[kept.ID] = kept.person()
	}
	return people, nil
}
