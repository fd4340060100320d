package store

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

type attachmentItem struct {
	header
	attachmentPart
	OwnerID  string   `dynamodbav:"ownerId"`
	Number   string   `dynamodbav:"number,omitempty"`
	AlsoIn   []string `dynamodbav:"alsoIn,omitempty"`
	Internal bool     `dynamodbav:"internal,omitempty"`
}

// Announce keeps what a person said that they will upload.
func (t *Table) Announce(ctx context.Context, upload ticket.Upload, at time.Time) error {
	kept, err := encode(attachmentItem{
		header:         expiring(attachmentKey(upload.ID), "attachment", at.Add(ticket.UnclaimedFor)),
		attachmentPart: attachmentPart(upload.Attachment), OwnerID: upload.OwnerID,
	})
	if err != nil {
		return err
	}
	return t.put(ctx, &dynamodb.PutItemInput{Item: kept, ConditionExpression: aws.String("attribute_not_exists(pk)")})
}

// Upload returns an announced file; fault.NotFound when there is none.
func (t *Table) Upload(ctx context.Context, id string) (ticket.Upload, error) {
	kept, err := t.get(ctx, attachmentKey(id), true)
	if errors.Is(err, ErrMissing) {
		return ticket.Upload{}, fault.Because(fault.NotFound, err)
	}
	if err != nil {
		return ticket.Upload{}, err
	}
	return uploadOf(kept)
}

func uploadOf(attributes item) (ticket.Upload, error) {
	kept, err := decode[attachmentItem](attributes)
	var alsoIn []ticket.Number
	for _, number := range kept.AlsoIn {
		alsoIn = append(alsoIn, ticket.Number(number))
	}
	return ticket.Upload{
		Attachment: ticket.Attachment(kept.attachmentPart), OwnerID: kept.OwnerID, Number: ticket.Number(kept.Number), AlsoIn: alsoIn, Internal: kept.Internal,
	}, err
}

// Forget forgets those of the announced files, at most 100, that no ticket has, and returns them with those that DynamoDB
// has forgotten by itself: none can be given to a ticket any more.
func (t *Table) Forget(ctx context.Context, ids []string, now time.Time) ([]string, error) {
	keys := make([]Key, 0, len(ids))
	for _, id := range ids {
		keys = append(keys, attachmentKey(id))
	}
	found, err := t.batchGet(ctx, true, keys...)
	if err != nil {
		return nil, err
	}
	var forgotten []string
	for _, id := range ids {
		free, err := t.forget(ctx, id, found[attachmentKey(id)], now)
		if err != nil {
			return forgotten, err
		}
		if free {
			forgotten = append(forgotten, id)
		}
	}
	return forgotten, nil
}

// forget forgets one file unless a ticket or a draft has it, or gets it meanwhile.
func (t *Table) forget(ctx context.Context, id string, kept item, now time.Time) (bool, error) {
	if kept == nil {
		return true, nil
	}
	upload, err := uploadOf(kept)
	if err != nil || upload.Number != "" {
		return false, err
	}
	// A draft that names it has put that off.
	if until, err := integerOf(kept["expiresAt"]); err == nil && until > now.Unix() {
		return false, nil
	}
	err = t.removeIf(ctx, &dynamodb.DeleteItemInput{
		Key: attachmentKey(id).attributes(), ConditionExpression: aws.String("attribute_not_exists(#number) AND expiresAt <= :now"),
		ExpressionAttributeNames: map[string]string{"#number": "number"}, ExpressionAttributeValues: item{":now": integer(now.Unix())},
	})
	if errors.Is(err, ErrTaken) {
		return false, nil
	}
	return err == nil, err
}
