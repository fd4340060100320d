package store

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/view"
)

type viewItem struct {
	header
	ID           string   `dynamodbav:"id"`
	Name         string   `dynamodbav:"name"`
	Audience     string   `dynamodbav:"audience"`
	OwnerID      string   `dynamodbav:"ownerId,omitempty"`
	DepartmentID string   `dynamodbav:"departmentId,omitempty"`
	Query        string   `dynamodbav:"query"`
	Columns      []string `dynamodbav:"columns"`
	Version      int64    `dynamodbav:"version"`
	UpdatedAt    string   `dynamodbav:"updatedAt"`
}

func newViewItem(v view.View) viewItem {
	return viewItem{
		header: head(viewKey(v.OwnerID, v.ID), "view"),
		ID:     v.ID, Name: v.Name, Audience: string(v.Audience), OwnerID: v.OwnerID, DepartmentID: v.DepartmentID,
		Query: v.Query, Columns: v.Columns, Version: v.Version, UpdatedAt: stamp(v.UpdatedAt),
	}
}

func viewOf(attributes item) (view.View, error) {
	kept, err := decode[viewItem](attributes)
	if err != nil {
		return view.View{}, err
	}
	at, err := unstamp(kept.UpdatedAt)
	return view.View{
		ID: kept.ID, Name: kept.Name, Audience: view.Audience(kept.Audience), OwnerID: kept.OwnerID, DepartmentID: kept.DepartmentID,
		Query: kept.Query, Columns: kept.Columns, Version: kept.Version, UpdatedAt: at,
	}, err
}

// Views returns all shared views and a person's own, as they are now, in one round.
func (t *Table) Views(ctx context.Context, personID string) ([]view.View, error) {
	items, err := t.partitions(ctx, viewPartition(""), viewPartition(personID))
	if err != nil {
		return nil, err
	}
	return each(items, viewOf)
}

// AddView keeps a new view; see view.Views.
func (t *Table) AddView(ctx context.Context, v view.View) error {
	attributes, err := encode(newViewItem(v))
	if err != nil {
		return err
	}
	return viewTaken(t.put(ctx, &dynamodb.PutItemInput{Item: attributes, ConditionExpression: aws.String("attribute_not_exists(pk)")}))
}

// ChangeView keeps a view in the place of what was read; see view.Views. One that is shared, or not any more, moves to another
// partition in one transaction.
func (t *Table) ChangeView(ctx context.Context, before, after view.View) error {
	attributes, err := encode(newViewItem(after))
	if err != nil {
		return err
	}
	was := item{":before": integer(before.Version)}
	if before.OwnerID == after.OwnerID {
		return viewTaken(t.put(ctx, &dynamodb.PutItemInput{
			Item: attributes, ConditionExpression: aws.String("version = :before"), ExpressionAttributeValues: was,
		}))
	}
	return viewTaken(t.transact(ctx,
		types.TransactWriteItem{Delete: &types.Delete{
			TableName: &t.name, Key: viewKey(before.OwnerID, before.ID).attributes(),
			ConditionExpression: aws.String("version = :before"), ExpressionAttributeValues: was,
		}},
		types.TransactWriteItem{Put: &types.Put{
			TableName: &t.name, Item: attributes, ConditionExpression: aws.String("attribute_not_exists(pk)"),
		}},
	))
}

// DeleteView removes a view of a version; see view.Views.
func (t *Table) DeleteView(ctx context.Context, v view.View) error {
	return viewTaken(t.removeIf(ctx, &dynamodb.DeleteItemInput{
		Key:                       viewKey(v.OwnerID, v.ID).attributes(),
		ConditionExpression:       aws.String("attribute_not_exists(pk) OR version = :version"),
		ExpressionAttributeValues: item{":version": integer(v.Version)},
	}))
}

func viewTaken(err error) error {
	if errors.Is(err, ErrTaken) {
		return errors.Join(view.ErrTaken, err)
	}
	return err
}
