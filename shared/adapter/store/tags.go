package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/ticket"
)

// tagItem counts the tickets that have a tag. It stays when none has, for the tag may come back.
type tagItem struct {
	header
	Tickets int `dynamodbav:"tickets"`
}

// tagsRead is how many tags one look reads, so that it costs the same however many there are.
const tagsRead = 100

// TagUses returns tags that begin so and that some ticket has, the most used of those read first.
func (t *Table) TagUses(ctx context.Context, begins string) ([]ticket.TagUse, error) {
	query := &dynamodb.QueryInput{
		KeyConditionExpression: aws.String("pk = :pk"), ExpressionAttributeValues: item{":pk": text(tagsPartition)},
		Limit: aws.Int32(tagsRead),
	}
	if begins != "" {
		query.KeyConditionExpression = aws.String("pk = :pk AND begins_with(sk, :begins)")
		query.ExpressionAttributeValues[":begins"] = text(begins)
	}
	found, err := t.query(ctx, query)
	if err != nil {
		return nil, err
	}
	kept, err := decodeAll[tagItem](found.items)
	if err != nil {
		return nil, err
	}
	uses := make([]ticket.TagUse, 0, len(kept))
	for _, one := range kept {
		if one.Tickets > 0 {
			uses = append(uses, ticket.TagUse{Tag: one.SK, Tickets: one.Tickets})
		}
	}
	slices.SortFunc(uses, func(a, b ticket.TagUse) int {
		return cmp.Or(cmp.Compare(b.Tickets, a.Tickets), strings.Compare(a.Tag, b.Tag))
	})
	return uses, nil
}

// countTags moves the counters of the tags that came and went.
func (t *Table) countTags(before, after []string) []types.TransactWriteItem {
	var writes []types.TransactWriteItem
	count := func(tags, others []string, by int64) {
		for _, tag := range tags {
			if slices.Contains(others, tag) {
				continue
			}
			writes = append(writes, types.TransactWriteItem{Update: &types.Update{
				TableName: &t.name, Key: tagKey(tag).attributes(),
				UpdateExpression:          aws.String("ADD tickets :by SET #type = :type, v = :v"),
				ExpressionAttributeNames:  map[string]string{"#type": "type"},
				ExpressionAttributeValues: item{":by": integer(by), ":type": text("tag"), ":v": integer(1)},
			}})
		}
	}
	count(before, after, -1)
	count(after, before, 1)
	return writes
}
