package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// Index brings counters and postings from what was indexed of a ticket to what it is now. It does nothing when that version,
// or a later one, is indexed already. The postings come first, as writing them again does no harm; then, all or nothing,
// the counters and the note of what is indexed and counted now, conditioned on the note that was read. So a batch of the
// stream may be repeated at any point and no counter drifts.
func (t *Table) Index(ctx context.Context, n int64, now ticket.Ticket, document search.Document, days *time.Location) error {
	before, err := t.indexed(ctx, now.Number)
	if err != nil {
		return err
	}
	if before.Version >= now.Version {
		return nil
	}
	if before.Version == 0 {
		if err := t.noteDay(ctx, now.CreatedAt, n); err != nil {
			return err
		}
	}
	after := indexedOf(n, now, document, days)
	postings, err := postingWrites(before, after)
	if err != nil {
		return err
	}
	if err := t.batchWrite(ctx, postings); err != nil {
		return err
	}
	if err := t.followParticipations(ctx, now); err != nil {
		return err
	}
	return t.countTicket(ctx, before, after)
}

// indexedOf is the note of what is indexed and counted of a ticket.
func indexedOf(n int64, now ticket.Ticket, document search.Document, days *time.Location) indexedItem {
	note := indexedItem{
		header: head(indexedKey(string(now.Number)), "indexed"), Version: now.Version, N: n,
		Scopes: ticket.Scopes(now), Filters: ticket.FilterTerms(now), Counted: ticket.CountedUnder(now, days), Tags: now.Tags,
	}
	for _, term := range document.Terms {
		note.Terms = append(note.Terms, termPart(term))
	}
	return note
}

func (t *Table) indexed(ctx context.Context, number ticket.Number) (indexedItem, error) {
	kept, err := t.get(ctx, indexedKey(string(number)), true)
	if errors.Is(err, ErrMissing) {
		return indexedItem{}, nil
	}
	if err != nil {
		return indexedItem{}, err
	}
	return decode[indexedItem](kept)
}

// postingWrites put the postings that are new or carry other words, and delete those that are gone, scope by scope.
func postingWrites(before, after indexedItem) ([]types.WriteRequest, error) {
	var writes []types.WriteRequest
	was := make(map[string]bool, len(before.Scopes))
	for _, scope := range before.Scopes {
		was[scope] = true
	}
	for _, scope := range after.Scopes {
		old := search.Document{}
		if was[scope] {
			old = before.in(scope)
			delete(was, scope)
		}
		put, remove := search.Change(old, after.in(scope))
		for _, term := range put {
			posting, err := encode(postingItem{header: head(postingKey(scope, term.Key, after.N), "posting"), N: after.N, Words: term.Words})
			if err != nil {
				return nil, err
			}
			writes = append(writes, types.WriteRequest{PutRequest: &types.PutRequest{Item: posting}})
		}
		writes = append(writes, removals(scope, before.N, remove)...)
	}
	for scope := range was {
		writes = append(writes, removals(scope, before.N, before.in(scope).Terms)...)
	}
	return writes, nil
}

func removals(scope string, n int64, terms []search.Term) []types.WriteRequest {
	writes := make([]types.WriteRequest, 0, len(terms))
	for _, term := range terms {
		writes = append(writes, types.WriteRequest{DeleteRequest: &types.DeleteRequest{Key: postingKey(scope, term.Key, n).attributes()}})
	}
	return writes
}

// countTicket moves the counters by the difference, with the note of what is counted now.
func (t *Table) countTicket(ctx context.Context, before, after indexedItem) error {
	note, err := encode(after)
	if err != nil {
		return err
	}
	writes := []types.TransactWriteItem{{Put: &types.Put{
		TableName: &t.name, Item: note, ConditionExpression: aws.String("attribute_not_exists(pk) OR version = :before"),
		ExpressionAttributeValues: item{":before": integer(before.Version)},
	}}}
	for owner, deltas := range differences(before.Counted, after.Counted) {
		writes = append(writes, t.add(owner, deltas))
	}
	writes = append(writes, t.countTags(before.Tags, after.Tags)...)
	err = t.transact(ctx, writes...)
	if errors.Is(err, ErrTaken) {
		return fault.Because(fault.Unavailable, fmt.Errorf("index of %s: %w", after.PK, err))
	}
	return err
}

// differences are what to add to which bucket of which owner.
func differences(before, after map[string][]string) map[string]map[string]int {
	all := make(map[string]map[string]int)
	for by, counted := range map[int]map[string][]string{-1: before, 1: after} {
		for owner, buckets := range counted {
			for _, bucket := range buckets {
				if all[owner] == nil {
					all[owner] = make(map[string]int)
				}
				all[owner][bucket] += by
				if all[owner][bucket] == 0 {
					delete(all[owner], bucket)
				}
			}
		}
	}
	for owner, deltas := range all {
		if len(deltas) == 0 {
			delete(all, owner)
		}
	}
	return all
}

func (t *Table) add(owner string, deltas map[string]int) types.TransactWriteItem {
	update := types.Update{
		TableName: &t.name, Key: countsKey(owner).attributes(),
		ExpressionAttributeNames: map[string]string{"#type": "type"}, ExpressionAttributeValues: item{":type": text("counts")},
	}
	expression, i := "", 0
	for bucket, delta := range deltas {
		name, value := "#b"+strconv.Itoa(i), ":d"+strconv.Itoa(i)
		update.ExpressionAttributeNames[name] = bucket
		update.ExpressionAttributeValues[value] = integer(int64(delta))
		if i > 0 {
			expression += ", "
		}
		expression += name + " " + value
		i++
	}
	update.UpdateExpression = aws.String("ADD " + expression + " SET #type = :type")
	return types.TransactWriteItem{Update: &update}
}

// batchSize is what DynamoDB takes in one BatchWriteItem.
const batchSize = 25

// batchWrite makes writes that are neither ordered nor conditioned.
func (t *Table) batchWrite(ctx context.Context, writes []types.WriteRequest) error {
	for try := 0; len(writes) > 0; {
		if err := pause(ctx, try); err != nil {
			return err
		}
		now := min(batchSize, len(writes))
		left, err := t.writeBatch(ctx, writes[:now])
		if err != nil {
			return err
		}
		try++
		if len(left) == 0 {
			try = 0
		}
		writes = append(left, writes[now:]...)
	}
	return nil
}

func (t *Table) writeBatch(ctx context.Context, writes []types.WriteRequest) ([]types.WriteRequest, error) {
	ctx, cancel := t.begin(ctx)
	defer cancel()
	out, err := t.client.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{
		RequestItems: map[string][]types.WriteRequest{t.name: writes}, ReturnConsumedCapacity: types.ReturnConsumedCapacityTotal,
	})
	if err != nil {
		return nil, failure("batch write", Key{}, err)
	}
	for i := range out.ConsumedCapacity {
		observe.MeterOf(ctx).Call(0, aws.ToFloat64(out.ConsumedCapacity[i].CapacityUnits))
	}
	return out.UnprocessedItems[t.name], nil
}
