package store

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/ticket"
)

// Split keeps a splitting, all or nothing; see ticket.Acts. The files of what was copied are of both tickets from then on.
func (t *Table) Split(ctx context.Context, created ticket.Act, copies []ticket.Entry, source ticket.Act) error {
	told, err := t.writes(source, "card.version = :before", item{":before": integer(source.Ticket.Version - 1)})
	if err != nil {
		return err
	}
	made, err := t.writes(created, "attribute_not_exists(pk)", nil)
	if err != nil {
		return err
	}
	all := append(told, made...)
	for _, entry := range copies {
		kept, err := encode(newEntryItem(created.Ticket.Number, entry))
		if err != nil {
			return err
		}
		all = append(all, types.TransactWriteItem{Put: &types.Put{
			TableName: &t.name, Item: kept, ConditionExpression: aws.String("attribute_not_exists(pk)"),
		}})
		for _, file := range entry.Attachments {
			all = append(all, t.share(file.ID, created.Ticket.Number))
		}
	}
	err = t.transact(ctx, all...)
	var cancelled *Cancelled
	if !errors.As(err, &cancelled) {
		return err
	}
	// The retry's key is the last of what the new ticket takes. A repeated request has changed the source itself.
	if cancelled.FailedAt(len(told) + len(made) - 1) {
		return ticket.ErrRepeated
	}
	return ticket.ErrStale
}

// share lets who reads another ticket fetch a file as well.
func (t *Table) share(id string, number ticket.Number) types.TransactWriteItem {
	return types.TransactWriteItem{Update: &types.Update{
		TableName: &t.name, Key: attachmentKey(id).attributes(),
		UpdateExpression:         aws.String("SET alsoIn = list_append(if_not_exists(alsoIn, :none), :number)"),
		ConditionExpression:      aws.String("attribute_exists(#number)"),
		ExpressionAttributeNames: map[string]string{"#number": "number"},
		ExpressionAttributeValues: item{
			":none":   &types.AttributeValueMemberL{Value: []types.AttributeValue{}},
			":number": &types.AttributeValueMemberL{Value: []types.AttributeValue{text(string(number))}},
		},
	}}
}
