package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// mentionsKept is how long a mention is found that was read.
const mentionsKept = 90 * 24 * time.Hour

// mentionedPart is one of those whom an entry mentions.
type mentionedPart struct {
	ID   string `dynamodbav:"id"`
	Name string `dynamodbav:"name"`
}

func mentionedParts(from []ticket.Ref) []mentionedPart {
	parts := make([]mentionedPart, 0, len(from))
	for _, one := range from {
		parts = append(parts, mentionedPart(one))
	}
	return parts
}

func mentioned(from []mentionedPart) []ticket.Ref {
	var all []ticket.Ref
	for _, part := range from {
		all = append(all, ticket.Ref(part))
	}
	return all
}

// mentionItem is the last mention of a person in a ticket. A partition of the index `requesterStatus`, which no requester's
// status names, has them by their time: what it projects is in the card.
type mentionItem struct {
	header
	Card            mentionCard `dynamodbav:"card"`
	UpdatedAt       string      `dynamodbav:"updatedAt"`
	RequesterStatus string      `dynamodbav:"requesterStatus"`
}

type mentionCard struct {
	Number  string `dynamodbav:"number"`
	Version int64  `dynamodbav:"version"`
	Subject string `dynamodbav:"subject"`
	Author  string `dynamodbav:"author"`
	Excerpt string `dynamodbav:"excerpt,omitempty"`
	Unread  bool   `dynamodbav:"unread"`
}

func mentionsPartition(person string) string { return "mentions:" + person }

func (i mentionItem) mention(person string) (ticket.Mention, error) {
	at, err := unstamp(i.UpdatedAt)
	return ticket.Mention{
		PersonID: person, Number: ticket.Number(i.Card.Number), Subject: i.Card.Subject, Author: i.Card.Author, Excerpt: i.Card.Excerpt,
		At: at, Version: i.Card.Version, Unread: i.Card.Unread,
	}, err
}

// Mention keeps a mention and counts it, all or nothing, unless one as new is kept; see ticket.Mentions.
func (t *Table) Mention(ctx context.Context, mention ticket.Mention) error {
	key := mentionKey(mention.PersonID, string(mention.Number))
	var before mentionItem
	kept, err := t.get(ctx, key, true)
	if err == nil {
		before, err = decode[mentionItem](kept)
	}
	if err != nil && !errors.Is(err, ErrMissing) {
		return err
	}
	if before.Card.Version >= mention.Version {
		return nil
	}
	item, err := encode(mentionItem{
		header: head(key, "mention"), UpdatedAt: stamp(mention.At), RequesterStatus: mentionsPartition(mention.PersonID),
		Card: mentionCard{string(mention.Number), mention.Version, mention.Subject, mention.Author, mention.Excerpt, true},
	})
	if err != nil {
		return err
	}
	put := &types.Put{TableName: &t.name, Item: item, ConditionExpression: aws.String("attribute_not_exists(pk)")}
	if before.Card.Version > 0 {
		put.ConditionExpression = aws.String("card.version = :version AND card.unread = :unread")
		put.ExpressionAttributeValues = map[string]types.AttributeValue{
			":version": integer(before.Card.Version), ":unread": &types.AttributeValueMemberBOOL{Value: before.Card.Unread},
		}
	}
	writes := []types.TransactWriteItem{{Put: put}}
	if !before.Card.Unread {
		writes = append(writes, t.countMention(mention.PersonID, 1))
	}
	err = t.transact(ctx, writes...)
	if errors.Is(err, ErrTaken) { // read, or mentioned again, since: the stream brings it back
		return fault.Because(fault.Unavailable, fmt.Errorf("mention in %s: %w", mention.Number, err))
	}
	return err
}

// ReadMention takes a mention off the count of the unread; see ticket.MentionsRead.
func (t *Table) ReadMention(ctx context.Context, personID string, number ticket.Number, version int64, at time.Time) error {
	err := t.transact(ctx, types.TransactWriteItem{Update: &types.Update{
		TableName: &t.name, Key: mentionKey(personID, string(number)).attributes(),
		UpdateExpression:    aws.String("SET card.unread = :read, expiresAt = :until"),
		ConditionExpression: aws.String("card.unread = :unread AND card.version <= :version"),
		ExpressionAttributeValues: item{
			":read": &types.AttributeValueMemberBOOL{Value: false}, ":unread": &types.AttributeValueMemberBOOL{Value: true},
			":version": integer(version), ":until": integer(at.Add(mentionsKept).Unix()),
		},
	}}, t.countMention(personID, -1))
	if errors.Is(err, ErrTaken) {
		return nil
	}
	return err
}

func (t *Table) countMention(person string, by int) types.TransactWriteItem {
	return t.add(ticket.AgentCounts(person), map[string]int{ticket.MentionsBucket: by})
}

// Mentions returns a page of a person's mentions in one Query; see ticket.MentionsRead.
func (t *Table) Mentions(ctx context.Context, personID string, from ticket.Position, limit int) ([]ticket.Mention, ticket.Position, error) {
	after, err := parsePlace(from)
	if err != nil {
		return nil, "", err
	}
	partition := mentionsPartition(personID)
	query := &dynamodb.QueryInput{
		IndexName:                 aws.String("requesterStatus"),
		KeyConditionExpression:    aws.String("requesterStatus = :partition"),
		ExpressionAttributeValues: item{":partition": text(partition)},
		ScanIndexForward:          aws.Bool(false),
		Limit:                     aws.Int32(int32(limit)), //nolint:gosec // a page's limit is at most 100
	}
	if after != nil {
		query.ExclusiveStartKey = mentionKey(personID, after.Number).attributes()
		query.ExclusiveStartKey["requesterStatus"] = text(partition)
		query.ExclusiveStartKey["updatedAt"] = text(after.Sort)
	}
	got, err := t.query(ctx, query)
	if err != nil {
		return nil, "", err
	}
	kept, err := decodeAll[mentionItem](got.items)
	if err != nil {
		return nil, "", err
	}
	found := make([]ticket.Mention, 0, len(kept))
	for _, one := range kept {
		mention, err := one.mention(personID)
		if err != nil {
			return nil, "", err
		}
		found = append(found, mention)
	}
	if len(got.next) == 0 || len(kept) == 0 {
		return found, "", nil
	}
	last := kept[len(kept)-1]
	return found, place{Sort: last.UpdatedAt, Number: last.Card.Number}.position(), nil
}
