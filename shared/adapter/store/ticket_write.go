package store

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// retriesKept is how long a repeated request is known (B6).
const retriesKept = 24 * time.Hour

// NextNumber takes the next number of the one counter: an atomic addition, so no two calls get the same (B9). One
// partition takes all of them, 1,000 a second.
func (t *Table) NextNumber(ctx context.Context, first int64) (int64, error) {
	return t.TakeNumbers(ctx, first, 1)
}

// TakeNumbers takes so many consecutive numbers of the counter and returns the first of them.
func (t *Table) TakeNumbers(ctx context.Context, first, count int64) (int64, error) {
	changed, err := t.update(ctx, &dynamodb.UpdateItemInput{
		Key:                       numberCounterKey().attributes(),
		UpdateExpression:          aws.String("SET #next = if_not_exists(#next, :first) + :count, #type = :type"),
		ExpressionAttributeNames:  map[string]string{"#next": "next", "#type": "type"},
		ExpressionAttributeValues: item{":first": integer(first), ":count": integer(count), ":type": text("counter")},
		ReturnValues:              types.ReturnValueUpdatedNew,
	})
	if err != nil {
		return 0, err
	}
	next, err := integerOf(changed["next"])
	return next - count, err
}

type idempotencyItem struct {
	header
	Number      string `dynamodbav:"number"`
	EntryID     string `dynamodbav:"entryId"`
	Fingerprint string `dynamodbav:"fingerprint"`
}

// Create keeps a new ticket; see ticket.Acts.
func (t *Table) Create(ctx context.Context, act ticket.Act) error {
	return t.write(ctx, act, "attribute_not_exists(pk)", nil)
}

// Save keeps an act on the version it was made on; see ticket.Acts.
func (t *Table) Save(ctx context.Context, act ticket.Act) error {
	return t.write(ctx, act, "card.version = :before", item{":before": integer(act.Ticket.Version - 1)})
}

// SaveBoth keeps an act on two tickets; see ticket.Acts.
func (t *Table) SaveBoth(ctx context.Context, here, there ticket.Act) error {
	var all []types.TransactWriteItem
	for _, act := range []ticket.Act{here, there} {
		writes, err := t.writes(act, "card.version = :before", item{":before": integer(act.Ticket.Version - 1)})
		if err != nil {
			return err
		}
		all = append(all, writes...)
	}
	err := t.transact(ctx, all...)
	if errors.Is(err, ErrTaken) {
		return ticket.ErrStale
	}
	return err
}

func (t *Table) write(ctx context.Context, act ticket.Act, condition string, values item) error {
	writes, err := t.writes(act, condition, values)
	if err != nil {
		return err
	}
	return refusal(t.transact(ctx, writes...), len(act.Entry.Attachments))
}

// writes are what keeps an act: the ticket, its entry, then the entry's files, the retry's key, and participants' cards.
func (t *Table) writes(act ticket.Act, condition string, values item) ([]types.TransactWriteItem, error) {
	kept, err := encode(newTicketItem(act.Ticket, act.Alarm))
	if err != nil {
		return nil, err
	}
	entry, err := encode(newEntryItem(act.Ticket.Number, act.Entry))
	if err != nil {
		return nil, err
	}
	writes := []types.TransactWriteItem{
		{Put: &types.Put{TableName: &t.name, Item: kept, ConditionExpression: &condition, ExpressionAttributeValues: values}},
		{Put: &types.Put{TableName: &t.name, Item: entry, ConditionExpression: aws.String("attribute_not_exists(pk)")}},
	}
	for _, attachment := range act.Entry.Attachments {
		writes = append(writes, t.attach(act, attachment))
	}
	if act.Retry.Key != "" {
		once, err := encode(idempotencyItem{
			header: expiring(idempotencyKey(act.Retry.PersonID, act.Retry.Key), "idempotency", act.Entry.At.Add(retriesKept)),
			Number: string(act.Ticket.Number), EntryID: act.Entry.ID, Fingerprint: act.Retry.Fingerprint,
		})
		if err != nil {
			return nil, err
		}
		writes = append(writes, types.TransactWriteItem{Put: &types.Put{
			TableName: &t.name, Item: once, ConditionExpression: aws.String("attribute_not_exists(pk)"),
		}})
	}
	moves, err := t.participations(act)
	return append(writes, moves...), err
}

// attach gives an announced file of the author's to the ticket; no file belongs to two.
func (t *Table) attach(act ticket.Act, file ticket.Attachment) types.TransactWriteItem {
	return types.TransactWriteItem{Update: &types.Update{
		TableName: &t.name, Key: attachmentKey(file.ID).attributes(),
		UpdateExpression:    aws.String("SET #number = :number, internal = :internal, tag = :tag REMOVE expiresAt"),
		ConditionExpression: aws.String("ownerId = :owner AND attribute_not_exists(#number)"),
		ExpressionAttributeNames: map[string]string{
			"#number": "number",
		},
		ExpressionAttributeValues: item{
			":number": text(string(act.Ticket.Number)), ":owner": text(act.Entry.Author.ID),
			":tag":      text(file.Tag),
			":internal": &types.AttributeValueMemberBOOL{Value: act.Entry.Kind == ticket.Note},
		},
	}}
}

// refusal says which condition of write did not hold. A repeated request is told first: its ticket and its files are taken
// by itself.
func refusal(err error, files int) error {
	var cancelled *Cancelled
	if !errors.As(err, &cancelled) {
		return err
	}
	switch {
	case cancelled.FailedAt(2 + files):
		return ticket.ErrRepeated
	case cancelled.FailedAt(0), cancelled.FailedAt(1):
		return ticket.ErrStale
	default:
		return ticket.ErrUploads
	}
}

// Prior returns what the person's key has made already and the announced files, in one call; see ticket.Acts.
func (t *Table) Prior(ctx context.Context, retry ticket.Retry, uploads []string) (*ticket.Done, map[string]ticket.Upload, error) {
	var keys []Key
	once := idempotencyKey(retry.PersonID, retry.Key)
	if retry.Key != "" {
		keys = append(keys, once)
	}
	asked := make(map[string]bool, len(uploads))
	for _, id := range uploads {
		if !asked[id] {
			keys, asked[id] = append(keys, attachmentKey(id)), true
		}
	}
	if len(keys) == 0 {
		return nil, nil, nil
	}
	found, err := t.batchGet(ctx, true, keys...)
	if err != nil {
		return nil, nil, err
	}
	files := make(map[string]ticket.Upload, len(uploads))
	for id := range asked {
		if kept, ok := found[attachmentKey(id)]; ok {
			if files[id], err = uploadOf(kept); err != nil {
				return nil, nil, err
			}
		}
	}
	if found[once] == nil {
		return nil, files, nil
	}
	done, err := decode[idempotencyItem](found[once])
	return &ticket.Done{Number: ticket.Number(done.Number), EntryID: done.EntryID, Fingerprint: done.Fingerprint}, files, err
}

func expiring(key Key, kind string, at time.Time) header {
	h := head(key, kind)
	h.ExpiresAt = at.Unix()
	return h
}

func integer(n int64) *types.AttributeValueMemberN {
	return &types.AttributeValueMemberN{Value: strconv.FormatInt(n, 10)}
}

func integerOf(attribute types.AttributeValue) (int64, error) {
	n, ok := attribute.(*types.AttributeValueMemberN)
	if !ok {
		return 0, fault.New(fault.Unexpected)
	}
	return strconv.ParseInt(n.Value, 10, 64)
}
