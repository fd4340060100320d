package store

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/canned"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

type cannedItem struct {
	header
	ID        string   `dynamodbav:"id"`
	Title     string   `dynamodbav:"title"`
	Category  string   `dynamodbav:"category,omitempty"`
	Language  string   `dynamodbav:"language"`
	TopicIDs  []string `dynamodbav:"topicIds,omitempty"`
	Body      string   `dynamodbav:"body"`
	OwnerID   string   `dynamodbav:"ownerId,omitempty"`
	Version   int64    `dynamodbav:"version"`
	UpdatedAt string   `dynamodbav:"updatedAt"`
}

func newCannedItem(r canned.Response) cannedItem {
	return cannedItem{
		header: head(cannedKey(r.OwnerID, r.ID), "cannedResponse"),
		ID:     r.ID, Title: r.Title, Category: r.Category, Language: string(r.Language), TopicIDs: r.TopicIDs, Body: r.Body,
		OwnerID: r.OwnerID, Version: r.Version, UpdatedAt: stamp(r.UpdatedAt),
	}
}

func cannedOf(attributes item) (canned.Response, error) {
	kept, err := decode[cannedItem](attributes)
	if err != nil {
		return canned.Response{}, err
	}
	at, err := unstamp(kept.UpdatedAt)
	return canned.Response{
		ID: kept.ID, Title: kept.Title, Category: kept.Category, Language: locale.Language(kept.Language), TopicIDs: kept.TopicIDs,
		Body: kept.Body, OwnerID: kept.OwnerID, Version: kept.Version, UpdatedAt: at,
	}, err
}

// CannedResponses returns all shared ones and a person's own, as they are now, in one round.
func (t *Table) CannedResponses(ctx context.Context, personID string) ([]canned.Response, error) {
	items, err := t.partitions(ctx, cannedPartition(""), cannedPartition(personID))
	if err != nil {
		return nil, err
	}
	return each(items, cannedOf)
}

// CannedResponse returns a shared one or one of the person's own; fault.NotFound when there is none of the identifier.
func (t *Table) CannedResponse(ctx context.Context, personID, id string) (canned.Response, error) {
	shared, own := cannedKey("", id), cannedKey(personID, id)
	found, err := t.batchGet(ctx, true, shared, own)
	if err != nil {
		return canned.Response{}, err
	}
	for _, key := range []Key{shared, own} {
		if found[key] != nil {
			return cannedOf(found[key])
		}
	}
	return canned.Response{}, fault.New(fault.NotFound)
}

// SaveCannedResponse keeps a new one, or one on the version before; see canned.Responses.
func (t *Table) SaveCannedResponse(ctx context.Context, r canned.Response) error {
	attributes, err := encode(newCannedItem(r))
	if err != nil {
		return err
	}
	in := &dynamodb.PutItemInput{Item: attributes, ConditionExpression: aws.String("attribute_not_exists(pk)")}
	if r.Version > 1 {
		in.ConditionExpression = aws.String("version = :before")
		in.ExpressionAttributeValues = item{":before": integer(r.Version - 1)}
	}
	return cannedTaken(t.put(ctx, in))
}

// DeleteCannedResponse removes one of a version; see canned.Responses.
func (t *Table) DeleteCannedResponse(ctx context.Context, r canned.Response) error {
	return cannedTaken(t.removeIf(ctx, &dynamodb.DeleteItemInput{
		Key:                       cannedKey(r.OwnerID, r.ID).attributes(),
		ConditionExpression:       aws.String("attribute_not_exists(pk) OR version = :version"),
		ExpressionAttributeValues: item{":version": integer(r.Version)},
	}))
}

func cannedTaken(err error) error {
	if errors.Is(err, ErrTaken) {
		return errors.Join(canned.ErrTaken, err)
	}
	return err
}
