package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/adapter/indexstore"
	"mesa/shared/adapter/table"
	"mesa/shared/adapter/ticketstore"
	"mesa/shared/domain/fault"
	"mesa/shared/platform/observe"
)

// callTimeout bounds one call with its retries where the request itself has longer: one that is slow but in time is no failure.
const callTimeout = 20 * time.Second

// Table is the desk's table. Every call has a deadline and is counted in the context's meter.
type Table struct {
	*ticketStore
	*indexStore
	client *dynamodb.Client
	name   string
	cache  *cache
}

// The stores under names of their own, as Table embeds them.
type (
	ticketStore = ticketstore.Store
	indexStore  = indexstore.Store
)

// Open returns the table of a name.
func Open(reach aws.Config, name string) *Table {
	return OpenCached(reach, name, table.CacheLifetime)
}

// OpenCached is Open with the time after which what is cached is read again.
func OpenCached(reach aws.Config, name string, lifetime time.Duration) *Table {
	items := table.Open(reach, name, lifetime)
	return &Table{
		ticketStore: ticketstore.New(items), indexStore: indexstore.New(items),
		client: dynamodb.NewFromConfig(reach), name: name, cache: &cache{lasts: lifetime},
	}
}

// ErrMissing reports that there is no such item.
var ErrMissing = errors.New("no such item")

// ErrTaken reports that a condition did not hold: the item is there already, or has changed since it was read.
var ErrTaken = table.ErrConflict

type item = map[string]types.AttributeValue

func (t *Table) get(ctx context.Context, key Key, consistent bool) (item, error) {
	ctx, cancel := t.begin(ctx)
	defer cancel()
	out, err := t.client.GetItem(ctx, &dynamodb.GetItemInput{
		TableName: &t.name, Key: key.attributes(), ConsistentRead: &consistent,
		ReturnConsumedCapacity: types.ReturnConsumedCapacityTotal,
	})
	if err != nil {
		return nil, failure("get", key, err)
	}
	read(ctx, out.ConsumedCapacity)
	if out.Item == nil {
		return nil, fmt.Errorf("%s %s: %w", key.PK, key.SK, ErrMissing)
	}
	return out.Item, nil
}

// mostInBatchGet is what DynamoDB takes in one BatchGetItem.
const mostInBatchGet = 100

// batchGet returns the items that there are of some keys, by key: one call for a hundred. A key may be named more than once.
func (t *Table) batchGet(ctx context.Context, consistent bool, keys ...Key) (map[Key]item, error) {
	found := make(map[Key]item, len(keys))
	asked := make(map[Key]bool, len(keys))
	distinct := make([]Key, 0, len(keys))
	for _, key := range keys {
		if !asked[key] {
			asked[key] = true
			distinct = append(distinct, key)
		}
	}
	for some := range slices.Chunk(distinct, mostInBatchGet) {
		if err := t.getBatch(ctx, consistent, some, found); err != nil {
			return nil, err
		}
	}
	return found, nil
}

func (t *Table) getBatch(ctx context.Context, consistent bool, keys []Key, found map[Key]item) error {
	ctx, cancel := t.begin(ctx)
	defer cancel()
	want := make([]item, 0, len(keys))
	for _, key := range keys {
		want = append(want, key.attributes())
	}
	for try := 0; len(want) > 0; try++ {
		if err := pause(ctx, try); err != nil {
			return err
		}
		out, err := t.client.BatchGetItem(ctx, &dynamodb.BatchGetItemInput{
			RequestItems:           map[string]types.KeysAndAttributes{t.name: {Keys: want, ConsistentRead: &consistent}},
			ReturnConsumedCapacity: types.ReturnConsumedCapacityTotal,
		})
		if err != nil {
			return failure("batch get", keys[0], err)
		}
		var used types.ConsumedCapacity // an engine may leave it out where nothing was found; it was a call all the same
		if len(out.ConsumedCapacity) > 0 {
			used = out.ConsumedCapacity[0]
		}
		read(ctx, &used)
		for _, got := range out.Responses[t.name] {
			found[keyOf(got)] = got
		}
		want = out.UnprocessedKeys[t.name].Keys
	}
	return nil
}

// pause waits before a batch that DynamoDB left undone in part is sent again: it does so when it has to slow us down. The first
// try waits for nothing, the others ever longer, until the context ends.
func pause(ctx context.Context, try int) error {
	if try == 0 {
		return nil
	}
	select {
	case <-ctx.Done():
		return fault.Because(fault.Unavailable, ctx.Err())
	case <-time.After(min(10*time.Millisecond<<try, time.Second)):
		return nil
	}
}

// page is one page of a query and where the next one starts; no start means the last page.
type page struct {
	items []item
	next  item
}

func (t *Table) query(ctx context.Context, in *dynamodb.QueryInput) (page, error) {
	ctx, cancel := t.begin(ctx)
	defer cancel()
	return t.queryPage(ctx, in)
}

func (t *Table) queryPage(ctx context.Context, in *dynamodb.QueryInput) (page, error) {
	in.TableName = &t.name
	in.ReturnConsumedCapacity = types.ReturnConsumedCapacityTotal
	out, err := t.client.Query(ctx, in)
	if err != nil {
		return page{}, failure("query", Key{PK: aws.ToString(in.IndexName)}, err)
	}
	read(ctx, out.ConsumedCapacity)
	return page{items: out.Items, next: out.LastEvaluatedKey}, nil
}

// queries asks several queries side by side: one round.
func (t *Table) queries(ctx context.Context, ins []*dynamodb.QueryInput) ([]page, error) {
	ctx, cancel := t.begin(ctx)
	defer cancel()
	pages, errs := make([]page, len(ins)), make([]error, len(ins))
	var wait sync.WaitGroup
	for i, in := range ins {
		wait.Go(func() { pages[i], errs[i] = t.queryPage(ctx, in) })
	}
	wait.Wait()
	return pages, errors.Join(errs...)
}

// queryAll follows a query to its end: for partitions that are small by nature.
func (t *Table) queryAll(ctx context.Context, in *dynamodb.QueryInput) ([]item, error) {
	var all []item
	for {
		got, err := t.query(ctx, in)
		if err != nil {
			return nil, err
		}
		all = append(all, got.items...)
		if len(got.next) == 0 {
			return all, nil
		}
		in.ExclusiveStartKey = got.next
	}
}

// partitions returns all of some partitions that are small by nature, as they are now: one round for the first MB of each.
func (t *Table) partitions(ctx context.Context, names ...string) ([]item, error) {
	asked := make([]*dynamodb.QueryInput, 0, len(names))
	for _, name := range names {
		in := partitionQuery(name)
		in.ConsistentRead = aws.Bool(true)
		asked = append(asked, in)
	}
	pages, err := t.queries(ctx, asked)
	if err != nil {
		return nil, err
	}
	var all []item
	for i, in := range asked {
		all = append(all, pages[i].items...)
		if in.ExclusiveStartKey = pages[i].next; len(pages[i].next) == 0 {
			continue
		}
		more, err := t.queryAll(ctx, in)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return all, nil
}

// put writes an item; ErrTaken when its condition does not hold. Where the answer to it was lost the SDK sends it again, and it
// finds the very item: that is no conflict.
func (t *Table) put(ctx context.Context, in *dynamodb.PutItemInput) error {
	ctx, cancel := t.begin(ctx)
	defer cancel()
	in.TableName = &t.name
	in.ReturnConsumedCapacity = types.ReturnConsumedCapacityTotal
	if in.ConditionExpression != nil {
		in.ReturnValuesOnConditionCheckFailure = types.ReturnValuesOnConditionCheckFailureAllOld
	}
	out, err := t.client.PutItem(ctx, in)
	if kept, ok := standing(err); ok && reflect.DeepEqual(kept, in.Item) {
		return nil
	}
	if err != nil {
		return failure("put", keyOf(in.Item), err)
	}
	wrote(ctx, out.ConsumedCapacity)
	return nil
}

// standing is the item that the condition of a put or an update did not hold of; none where the error is another.
func standing(err error) (item, bool) {
	refused, ok := errors.AsType[*types.ConditionalCheckFailedException](err)
	if !ok {
		return nil, false
	}
	return refused.Item, true
}

// update changes an item; ErrTaken when its condition does not hold, and standing tells of what.
func (t *Table) update(ctx context.Context, in *dynamodb.UpdateItemInput) (item, error) {
	ctx, cancel := t.begin(ctx)
	defer cancel()
	in.TableName = &t.name
	in.ReturnConsumedCapacity = types.ReturnConsumedCapacityTotal
	if in.ConditionExpression != nil {
		in.ReturnValuesOnConditionCheckFailure = types.ReturnValuesOnConditionCheckFailureAllOld
	}
	out, err := t.client.UpdateItem(ctx, in)
	if err != nil {
		return nil, failure("update", keyOf(in.Key), err)
	}
	wrote(ctx, out.ConsumedCapacity)
	return out.Attributes, nil
}

func (t *Table) remove(ctx context.Context, key Key) error {
	return t.removeIf(ctx, &dynamodb.DeleteItemInput{Key: key.attributes()})
}

// removeIf removes an item where the input's condition holds.
func (t *Table) removeIf(ctx context.Context, in *dynamodb.DeleteItemInput) error {
	ctx, cancel := t.begin(ctx)
	defer cancel()
	in.TableName = &t.name
	in.ReturnConsumedCapacity = types.ReturnConsumedCapacityTotal
	out, err := t.client.DeleteItem(ctx, in)
	if err != nil {
		return failure("delete", keyOf(in.Key), err)
	}
	wrote(ctx, out.ConsumedCapacity)
	return nil
}

// transact writes all or nothing. A condition that does not hold is a *Cancelled.
func (t *Table) transact(ctx context.Context, writes ...types.TransactWriteItem) error {
	ctx, cancel := t.begin(ctx)
	defer cancel()
	out, err := t.client.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{
		TransactItems: writes, ReturnConsumedCapacity: types.ReturnConsumedCapacityTotal,
	})
	if err != nil {
		return failure("transact", Key{}, err)
	}
	for i := range out.ConsumedCapacity {
		wrote(ctx, &out.ConsumedCapacity[i])
	}
	return nil
}

func (t *Table) begin(ctx context.Context) (context.Context, context.CancelFunc) {
	observe.MeterOf(ctx).Round()
	return context.WithTimeout(ctx, callTimeout)
}

func read(ctx context.Context, used *types.ConsumedCapacity) {
	if used != nil {
		observe.MeterOf(ctx).Call(aws.ToFloat64(used.CapacityUnits), 0)
	}
}

func wrote(ctx context.Context, used *types.ConsumedCapacity) {
	if used != nil {
		observe.MeterOf(ctx).Call(0, aws.ToFloat64(used.CapacityUnits))
	}
}

// Cancelled is a transaction that was refused: Failed has the positions of the writes whose condition did not hold.
type Cancelled struct{ Failed []int }

func (c *Cancelled) Error() string { return fmt.Sprintf("conditions %v did not hold", c.Failed) }

// Is makes a Cancelled an ErrTaken.
func (c *Cancelled) Is(target error) bool { return target == ErrTaken }

// FailedAt reports whether the condition of the write at a position did not hold.
func (c *Cancelled) FailedAt(position int) bool {
	return slices.Contains(c.Failed, position)
}

// failure names an AWS error in our words. Everything that a retry may mend is fault.Unavailable.
func failure(act string, key Key, err error) error {
	if _, ok := errors.AsType[*types.ConditionalCheckFailedException](err); ok {
		return fmt.Errorf("%s %s %s: %w: %w", act, key.PK, key.SK, ErrTaken, err)
	}
	if cancelled, ok := errors.AsType[*types.TransactionCanceledException](err); ok {
		var failed []int
		for i, reason := range cancelled.CancellationReasons {
			if aws.ToString(reason.Code) == "ConditionalCheckFailed" {
				failed = append(failed, i)
			}
		}
		if len(failed) > 0 {
			return &Cancelled{Failed: failed}
		}
	}
	return fault.Because(fault.Unavailable, fmt.Errorf("%s %s %s: %w", act, key.PK, key.SK, err))
}
