// Package table reads and writes items of the desk's DynamoDB table. It defines the keys and indexes and sends the calls to
// DynamoDB. The stores (ticketstore, accountstore and so on) define the items. docs/table.md describes the whole table.
package table

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/fault"
	"mesa/shared/platform/observe"
)

// callTimeout limits one call, including the SDK's retries, unless the context has an earlier deadline.
const callTimeout = 20 * time.Second

// The maximum numbers of items that DynamoDB accepts in one call.
const (
	MaxTransaction = 100
	maxBatchGet    = 100
	maxBatchWrite  = 25
)

// Table is the desk's table. Every call has a deadline, and its capacity is added to the context's meter.
type Table struct {
	client *dynamodb.Client
	name   string
	cache  cache
}

// Open returns the table with a name. Cached loads its values again after cacheLifetime. 0 disables the cache.
func Open(config aws.Config, name string, cacheLifetime time.Duration) *Table {
	client := dynamodb.NewFromConfig(config, func(o *dynamodb.Options) { o.Retryer = newRetryer() })
	return &Table{client: client, name: name, cache: cache{lifetime: cacheLifetime}}
}

// Item holds the attributes of an item.
type Item = map[string]types.AttributeValue

// Consistency selects whether a read sees every write that finished before the read.
type Consistency bool

// The consistencies. A consistent read costs twice as much as an eventual read.
const (
	Eventual   Consistency = false
	Consistent Consistency = true
)

// Get returns the item with a key. It returns ErrMissing if the item does not exist.
func (t *Table) Get(ctx context.Context, key Key, consistency Consistency) (Item, error) {
	ctx, cancel := startCall(ctx)
	defer cancel()
	out, err := t.client.GetItem(ctx, &dynamodb.GetItemInput{
		TableName: &t.name, Key: key.item(), ConsistentRead: aws.Bool(bool(consistency)),
		ReturnConsumedCapacity: types.ReturnConsumedCapacityTotal,
	})
	if err != nil {
		return nil, failure("get", key, err)
	}
	meterRead(ctx, out.ConsumedCapacity)
	if out.Item == nil {
		return nil, fmt.Errorf("%s: %w", key, ErrMissing)
	}
	return out.Item, nil
}

// BatchGet returns the items with the given keys. Keys without an item are missing from the map. Keys may repeat. It makes one
// call per 100 distinct keys, and none without keys. The calls run in parallel and count as one round.
func (t *Table) BatchGet(ctx context.Context, consistency Consistency, keys ...Key) (map[Key]Item, error) {
	seen := make(map[Key]bool, len(keys))
	distinct := make([]Key, 0, len(keys))
	for _, key := range keys {
		if !seen[key] {
			seen[key] = true
			distinct = append(distinct, key)
		}
	}
	batches := slices.Collect(slices.Chunk(distinct, maxBatchGet))
	results := make([]map[Key]Item, len(batches))
	calls := make([]func(context.Context) error, len(batches))
	for i, batch := range batches {
		calls[i] = func(ctx context.Context) (err error) {
			results[i], err = t.getBatch(ctx, consistency, batch)
			return err
		}
	}
	if err := observe.Parallel(ctx, calls...); err != nil {
		return nil, err
	}
	found := make(map[Key]Item, len(keys))
	for _, result := range results {
		maps.Copy(found, result)
	}
	return found, nil
}

func (t *Table) getBatch(ctx context.Context, consistency Consistency, keys []Key) (map[Key]Item, error) {
	found := make(map[Key]Item, len(keys))
	ctx, cancel := startCall(ctx)
	defer cancel()
	remaining := make([]Item, 0, len(keys))
	for _, key := range keys {
		remaining = append(remaining, key.item())
	}
	for attempt := 0; len(remaining) > 0; attempt++ {
		if err := backOff(ctx, attempt); err != nil {
			return nil, err
		}
		out, err := t.client.BatchGetItem(ctx, &dynamodb.BatchGetItemInput{
			RequestItems:           map[string]types.KeysAndAttributes{t.name: {Keys: remaining, ConsistentRead: aws.Bool(bool(consistency))}},
			ReturnConsumedCapacity: types.ReturnConsumedCapacityTotal,
		})
		if err != nil {
			return nil, failure("batch get", keys[0], err)
		}
		var used types.ConsumedCapacity // engines may omit it if no item was found; the call still counts
		if len(out.ConsumedCapacity) > 0 {
			used = out.ConsumedCapacity[0]
		}
		meterRead(ctx, &used)
		for _, item := range out.Responses[t.name] {
			found[KeyOf(item)] = item
		}
		remaining = out.UnprocessedKeys[t.name].Keys
	}
	return found, nil
}

// backOff waits before the unprocessed part of a batch is sent again. The wait doubles with every attempt, up to 1 s. The first
// attempt does not wait. It returns an error if the context ends.
func backOff(ctx context.Context, attempt int) error {
	if attempt == 0 {
		return nil
	}
	select {
	case <-ctx.Done():
		return fault.WithCause(fault.Unavailable, ctx.Err())
	case <-time.After(min(10*time.Millisecond<<attempt, time.Second)):
		return nil
	}
}

func startCall(ctx context.Context) (context.Context, context.CancelFunc) {
	observe.MeterOf(ctx).Round()
	return context.WithTimeout(ctx, callTimeout)
}

func meterRead(ctx context.Context, used *types.ConsumedCapacity) {
	if used != nil {
		observe.MeterOf(ctx).Call(aws.ToFloat64(used.CapacityUnits), 0)
	}
}

func meterWrite(ctx context.Context, used *types.ConsumedCapacity) {
	if used != nil {
		observe.MeterOf(ctx).Call(0, aws.ToFloat64(used.CapacityUnits))
	}
}
