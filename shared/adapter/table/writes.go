package table

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// Write executes one write. It returns ErrConflict if the condition is not met. If the response to a put with a condition is lost,
// the SDK sends the put again, and the condition fails because the item of the first attempt is stored. Write recognizes this and
// returns nil.
func (t *Table) Write(ctx context.Context, w Write) error {
	switch w.action {
	case put:
		_, err := t.put(ctx, w, types.ReturnValueNone)
		if stored, ok := ConflictingItem(err); ok && len(stored) == len(w.item) && HasAttributes(stored, w.item) {
			return nil
		}
		return err
	case update:
		_, err := t.Update(ctx, w)
		return err
	default:
		return t.delete(ctx, w)
	}
}

// Replace writes an item and returns the item that it replaced, or nil if there was none.
func (t *Table) Replace(ctx context.Context, item any) (Item, error) {
	out, err := t.put(ctx, Put(item), types.ReturnValueAllOld)
	if err != nil || len(out.Attributes) == 0 {
		return nil, err
	}
	return out.Attributes, nil
}

func (t *Table) put(ctx context.Context, w Write, returns types.ReturnValue) (*dynamodb.PutItemOutput, error) {
	built, err := w.expression()
	if err != nil {
		return nil, err
	}
	ctx, cancel := startCall(ctx)
	defer cancel()
	out, err := t.client.PutItem(ctx, &dynamodb.PutItemInput{
		TableName: &t.name, Item: w.item, ReturnValues: returns,
		ConditionExpression: built.Condition(), ExpressionAttributeNames: built.Names(), ExpressionAttributeValues: built.Values(),
		ReturnConsumedCapacity:              types.ReturnConsumedCapacityTotal,
		ReturnValuesOnConditionCheckFailure: onConflict(built),
	})
	if err != nil {
		return nil, failure(string(put), w.key, err)
	}
	meterWrite(ctx, out.ConsumedCapacity)
	return out, nil
}

// onConflict makes DynamoDB return the stored item if a condition is not met; see ConflictingItem.
func onConflict(built expression.Expression) types.ReturnValuesOnConditionCheckFailure {
	if built.Condition() == nil {
		return ""
	}
	return types.ReturnValuesOnConditionCheckFailureAllOld
}

// Update executes an update and returns the new values of the changed attributes. It returns ErrConflict if the condition is
// not met.
func (t *Table) Update(ctx context.Context, w Write) (Item, error) {
	built, err := w.expression()
	if err != nil {
		return nil, err
	}
	ctx, cancel := startCall(ctx)
	defer cancel()
	out, err := t.client.UpdateItem(ctx, &dynamodb.UpdateItemInput{
		TableName: &t.name, Key: w.key.item(), UpdateExpression: built.Update(), ReturnValues: types.ReturnValueUpdatedNew,
		ConditionExpression: built.Condition(), ExpressionAttributeNames: built.Names(), ExpressionAttributeValues: built.Values(),
		ReturnConsumedCapacity:              types.ReturnConsumedCapacityTotal,
		ReturnValuesOnConditionCheckFailure: onConflict(built),
	})
	if err != nil {
		return nil, failure(string(update), w.key, err)
	}
	meterWrite(ctx, out.ConsumedCapacity)
	return out.Attributes, nil
}

func (t *Table) delete(ctx context.Context, w Write) error {
	built, err := w.expression()
	if err != nil {
		return err
	}
	ctx, cancel := startCall(ctx)
	defer cancel()
	out, err := t.client.DeleteItem(ctx, &dynamodb.DeleteItemInput{
		TableName: &t.name, Key: w.key.item(),
		ConditionExpression: built.Condition(), ExpressionAttributeNames: built.Names(), ExpressionAttributeValues: built.Values(),
		ReturnConsumedCapacity:              types.ReturnConsumedCapacityTotal,
		ReturnValuesOnConditionCheckFailure: onConflict(built),
	})
	if err != nil {
		return failure(string(remove), w.key, err)
	}
	meterWrite(ctx, out.ConsumedCapacity)
	return nil
}

// Transact executes all of the writes or none. If conditions are not met, it returns a *FailedConditions, which matches
// ErrConflict.
func (t *Table) Transact(ctx context.Context, writes ...Write) error {
	items := make([]types.TransactWriteItem, 0, len(writes))
	for _, w := range writes {
		item, err := t.transactItem(w)
		if err != nil {
			return err
		}
		items = append(items, item)
	}
	ctx, cancel := startCall(ctx)
	defer cancel()
	out, err := t.client.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{
		TransactItems: items, ReturnConsumedCapacity: types.ReturnConsumedCapacityTotal,
	})
	if err != nil {
		return failure("transact", writes[0].key, err)
	}
	for i := range out.ConsumedCapacity {
		meterWrite(ctx, &out.ConsumedCapacity[i])
	}
	return nil
}

func (t *Table) transactItem(w Write) (types.TransactWriteItem, error) {
	built, err := w.expression()
	if err != nil {
		return types.TransactWriteItem{}, err
	}
	names, values := built.Names(), built.Values()
	switch w.action {
	case put:
		return types.TransactWriteItem{Put: &types.Put{
			TableName: &t.name, Item: w.item,
			ConditionExpression: built.Condition(), ExpressionAttributeNames: names, ExpressionAttributeValues: values,
		}}, nil
	case update:
		return types.TransactWriteItem{Update: &types.Update{
			TableName: &t.name, Key: w.key.item(), UpdateExpression: built.Update(),
			ConditionExpression: built.Condition(), ExpressionAttributeNames: names, ExpressionAttributeValues: values,
		}}, nil
	default:
		return types.TransactWriteItem{Delete: &types.Delete{
			TableName: &t.name, Key: w.key.item(),
			ConditionExpression: built.Condition(), ExpressionAttributeNames: names, ExpressionAttributeValues: values,
		}}, nil
	}
}

// BatchWrite executes puts and deletes without conditions, in no particular order and not as a transaction. It resends the
// writes that DynamoDB did not process.
func (t *Table) BatchWrite(ctx context.Context, writes []Write) error {
	remaining := make([]types.WriteRequest, 0, len(writes))
	for _, w := range writes {
		switch {
		case w.err != nil:
			return w.err
		case w.action == put && !w.condition.IsSet():
			remaining = append(remaining, types.WriteRequest{PutRequest: &types.PutRequest{Item: w.item}})
		case w.action == remove && !w.condition.IsSet():
			remaining = append(remaining, types.WriteRequest{DeleteRequest: &types.DeleteRequest{Key: w.key.item()}})
		default:
			return errors.New("a batch supports neither updates nor conditions")
		}
	}
	for attempt := 0; len(remaining) > 0; {
		if err := backOff(ctx, attempt); err != nil {
			return err
		}
		size := min(maxBatchWrite, len(remaining))
		unprocessed, err := t.writeBatch(ctx, remaining[:size])
		if err != nil {
			return err
		}
		attempt++
		if len(unprocessed) == 0 {
			attempt = 0
		}
		remaining = append(unprocessed, remaining[size:]...)
	}
	return nil
}

func (t *Table) writeBatch(ctx context.Context, requests []types.WriteRequest) ([]types.WriteRequest, error) {
	ctx, cancel := startCall(ctx)
	defer cancel()
	out, err := t.client.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{
		RequestItems: map[string][]types.WriteRequest{t.name: requests}, ReturnConsumedCapacity: types.ReturnConsumedCapacityTotal,
	})
	if err != nil {
		return nil, failure("batch write", Key{}, err)
	}
	for i := range out.ConsumedCapacity {
		meterWrite(ctx, &out.ConsumedCapacity[i])
	}
	return out.UnprocessedItems[t.name], nil
}
