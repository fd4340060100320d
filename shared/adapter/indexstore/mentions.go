package indexstore

import (
	"context"
	"errors"
	"fmt"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// mentionLifetime is the minimum time for which a mention is listed after it was read.
const mentionLifetime = 90 * 24 * time.Hour

// mentionItem is the last mention of a person in a ticket. The partition MentionsPartition of the index ByRequester lists a
// person's mentions by time. The index projects the card.
type mentionItem struct {
	table.Header
	Card            mentionCard   `dynamodbav:"card"`
	UpdatedAt       table.Instant `dynamodbav:"updatedAt"`
	RequesterStatus string        `dynamodbav:"requesterStatus"`
}

type mentionCard struct {
	Number  string `dynamodbav:"number"`
	Version int64  `dynamodbav:"version"`
	Subject string `dynamodbav:"subject"`
	Author  string `dynamodbav:"author"`
	Excerpt string `dynamodbav:"excerpt,omitempty"`
	Unread  bool   `dynamodbav:"unread"`
}

func newMentionItem(m ticket.Mention) mentionItem {
	return mentionItem{
		Header:    table.NewHeader(table.MentionKey(m.PersonID, m.Number), "mention"),
		UpdatedAt: table.InstantOf(m.At), RequesterStatus: table.MentionsPartition(m.PersonID),
		Card: mentionCard{
			Number: string(m.Number), Version: m.Version, Subject: m.Subject, Author: m.Author, Excerpt: m.Excerpt, Unread: m.Unread,
		},
	}
}

func (i mentionItem) mention(person string) ticket.Mention {
	return ticket.Mention{
		PersonID: person, Number: ticket.Number(i.Card.Number), Subject: i.Card.Subject, Author: i.Card.Author, Excerpt: i.Card.Excerpt,
		At: i.UpdatedAt.Time(), Version: i.Card.Version, Unread: i.Card.Unread,
	}
}

// Mention stores an unread mention. In the same transaction it adds the mention to the person's count, unless it replaces an
// unread mention, which is counted already. It does nothing if a mention of this version or a later version is stored; see
// ticket.Mentions.
func (s *Store) Mention(ctx context.Context, mention ticket.Mention) error {
	key := table.MentionKey(mention.PersonID, mention.Number)
	before, err := table.FindAs[mentionItem](ctx, s.table, key, table.Consistent)
	if err != nil || before.Card.Version >= mention.Version {
		return err
	}
	mention.Unread = true
	stored, condition := table.Put(newMentionItem(mention)), table.IsNew()
	if before.Card.Version > 0 {
		condition = table.Equal("card.version", before.Card.Version).And(table.Equal("card.unread", before.Card.Unread))
	}
	writes := []table.Write{stored.If(condition)}
	if !before.Card.Unread {
		writes = append(writes, countMention(mention.PersonID, 1))
	}
	err = s.table.Transact(ctx, writes...)
	if errors.Is(err, table.ErrConflict) { // read or mentioned again in the meantime: the stream retries the batch
		return fault.WithCause(fault.Unavailable, fmt.Errorf("mention in %s: %w", mention.Number, err))
	}
	return err
}

// ReadMention marks a mention as read and removes it from the count; see ticket.MentionReader.
func (s *Store) ReadMention(ctx context.Context, personID string, number ticket.Number, version int64, at time.Time) error {
	read := table.Update(table.MentionKey(personID, number)).
		Set("card.unread", false).Set("expiresAt", at.Add(mentionLifetime).Unix()).
		If(table.Equal("card.unread", true).And(table.AtMost("card.version", version)))
	err := s.table.Transact(ctx, read, countMention(personID, -1))
	if errors.Is(err, table.ErrConflict) {
		return nil
	}
	return err
}

func countMention(person string, delta int64) table.Write {
	return table.Upsert(table.CountsKey(ticket.AgentCounts(person)), "counts").Add(ticket.MentionsBucket, delta)
}

// Mentions returns a page of a person's mentions in one Query; see ticket.MentionReader.
func (s *Store) Mentions(ctx context.Context, personID string, from ticket.Position, limit int) ([]ticket.Mention, ticket.Position, error) {
	after, err := decodePosition(from)
	if err != nil {
		return nil, "", err
	}
	index, partition := table.ByRequester, table.MentionsPartition(personID)
	query := table.Query{Index: index, Partition: partition, Descending: true, Limit: limit}
	if from != "" {
		query.After = index.Start(table.MentionKey(personID, after.Number), partition, after.Sort)
	}
	page, err := s.table.Query(ctx, query)
	if err != nil {
		return nil, "", err
	}
	stored, err := table.DecodeAll[mentionItem](page.Items)
	if err != nil {
		return nil, "", err
	}
	mentions := make([]ticket.Mention, 0, len(stored))
	for _, item := range stored {
		mentions = append(mentions, item.mention(personID))
	}
	if len(page.Next) == 0 || len(stored) == 0 {
		return mentions, "", nil
	}
	last := stored[len(stored)-1]
	return mentions, position{Sort: string(last.UpdatedAt), Number: ticket.Number(last.Card.Number)}.encode(), nil
}
