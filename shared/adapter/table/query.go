package table

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/expression"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/fault"
	"mesa/shared/platform/observe"
)

// Query selects items of one partition of the table or of an index, sorted by the sort key.
type Query struct {
	// Index is the index to read. The zero value means the table.
	Index     Index
	Partition string
	// Prefix selects items whose sort key starts with it. Without a prefix, From and To select an inclusive range of sort keys.
	Prefix, From, To string
	Descending       bool
	// Limit is the maximum number of items of a page. 0 means as many as fit into DynamoDB's 1 MB.
	Limit int
	// After is the key of the last item before the page: Page.Next, Key.Start or Index.Start. The zero value starts at the
	// first item.
	After Item
	// Consistency applies to reads of the table. Reads of an index are always eventual.
	Consistency Consistency
	// KeysOnly returns items with only the attributes of the table's key.
	KeysOnly bool
}

// Page is one page of a query. Next is the position of the next page. It is empty if no items follow.
type Page struct {
	Items []Item
	Next  Item
}

func (t *Table) input(q Query) (*dynamodb.QueryInput, error) {
	index := q.Index
	in := &dynamodb.QueryInput{
		TableName: &t.name, ScanIndexForward: aws.Bool(!q.Descending), ExclusiveStartKey: q.After,
		ReturnConsumedCapacity: types.ReturnConsumedCapacityTotal,
	}
	if index == (Index{}) {
		index = primary
		in.ConsistentRead = aws.Bool(bool(q.Consistency))
	} else {
		in.IndexName = &index.Name
	}
	if q.Limit > 0 {
		in.Limit = aws.Int32(int32(q.Limit)) //nolint:gosec // limits are constants, or pages of at most 101
	}
	condition, sort := expression.Key(index.Partition).Equal(expression.Value(q.Partition)), expression.Key(index.Sort)
	switch {
	case q.Prefix != "":
		condition = condition.And(sort.BeginsWith(q.Prefix))
	case q.From != "" && q.To != "":
		condition = condition.And(sort.Between(expression.Value(q.From), expression.Value(q.To)))
	case q.From != "":
		condition = condition.And(sort.GreaterThanEqual(expression.Value(q.From)))
	case q.To != "":
		condition = condition.And(sort.LessThanEqual(expression.Value(q.To)))
	}
	builder := expression.NewBuilder().WithKeyCondition(condition)
	if q.KeysOnly {
		builder = builder.WithProjection(expression.NamesList(expression.Name(primary.Partition), expression.Name(primary.Sort)))
	}
	built, err := builder.Build()
	if err != nil {
		return nil, fault.WithCause(fault.Unexpected, err)
	}
	in.KeyConditionExpression, in.ProjectionExpression = built.KeyCondition(), built.Projection()
	in.ExpressionAttributeNames, in.ExpressionAttributeValues = built.Names(), built.Values()
	return in, nil
}

// Query returns one page of a query.
func (t *Table) Query(ctx context.Context, q Query) (Page, error) {
	in, err := t.input(q)
	if err != nil {
		return Page{}, err
	}
	ctx, cancel := startCall(ctx)
	defer cancel()
	out, err := t.client.Query(ctx, in)
	if err != nil {
		return Page{}, failure("query "+q.Index.Name, Key{PK: q.Partition}, err)
	}
	meterRead(ctx, out.ConsumedCapacity)
	return Page{Items: out.Items, Next: out.LastEvaluatedKey}, nil
}

// QueryUpTo returns at most limit items, and whether there are more. It reads one page, so limit+1 items must fit into 1 MB.
func (t *Table) QueryUpTo(ctx context.Context, q Query, limit int) (items []Item, more bool, err error) {
	q.Limit = limit + 1
	found, err := t.Query(ctx, q)
	if err != nil {
		return nil, false, err
	}
	if len(found.Items) > limit {
		return found.Items[:limit], true, nil
	}
	return found.Items, false, nil
}

// Queries returns one page of each query. The queries run in parallel and count as one round.
func (t *Table) Queries(ctx context.Context, queries []Query) ([]Page, error) {
	pages := make([]Page, len(queries))
	calls := make([]func(context.Context) error, len(queries))
	for i, query := range queries {
		calls[i] = func(ctx context.Context) (err error) {
			pages[i], err = t.Query(ctx, query)
			return err
		}
	}
	return pages, observe.Parallel(ctx, calls...)
}

// QueryAll returns all items of the queries by reading page after page. It is meant for small partitions. The first pages are
// read in one round.
func (t *Table) QueryAll(ctx context.Context, queries ...Query) ([]Item, error) {
	pages, err := t.Queries(ctx, queries)
	if err != nil {
		return nil, err
	}
	var all []Item
	for i, query := range queries {
		page := pages[i]
		all = append(all, page.Items...)
		for len(page.Next) > 0 {
			query.After = page.Next
			if page, err = t.Query(ctx, query); err != nil {
				return nil, err
			}
			all = append(all, page.Items...)
		}
	}
	return all, nil
}
