package store

import (
	"context"
	"errors"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/fault"
	"mesa/shared/ticket"
)

// unclaimedKept is how long an announced file that no ticket names is kept; the bucket's lifecycle rule is the same.
const unclaimedKept = 24 * time.Hour

type attachmentItem struct {
	header
	attachmentPart
	OwnerID  string `dynamodbav:"ownerId"`
	Number   string `dynamodbav:"number,omitempty"`
	Internal bool   `dynamodbav:"internal,omitempty"`
}

// Announce keeps what a person said that they will upload.
func (t *Table) Announce(ctx context.Context, upload ticket.Upload, at time.Time) error {
	kept, err := encode(attachmentItem{
		header:         expiring(attachmentKey(upload.ID), "attachment", at.Add(unclaimedKept)),
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
	return ticket.Upload{
		Attachment: ticket.Attachment(kept.attachmentPart), OwnerID: kept.OwnerID, Number: ticket.Number(kept.Number), Internal: kept.Internal,
	}, err
}
