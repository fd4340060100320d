package store

import (
	"context"

	"mesa/shared/domain/ticket"
)

// countsItem is a counter of each bucket. They are attributes of their own, which an addition makes where they are missing.
type countsItem struct {
	header
	Open       int `dynamodbav:"open"`
	Waiting    int `dynamodbav:"waiting"`
	Resolved   int `dynamodbav:"resolved"`
	Closed     int `dynamodbav:"closed"`
	Unassigned int `dynamodbav:"unassigned"`
	Overdue    int `dynamodbav:"overdue"`
	Today      int `dynamodbav:"today"`
	Mentions   int `dynamodbav:"mentions"`
}

func (i countsItem) counts() ticket.Counts {
	return ticket.Counts{
		string(ticket.Open): i.Open, string(ticket.Waiting): i.Waiting,
		string(ticket.Resolved): i.Resolved, string(ticket.Closed): i.Closed,
		ticket.UnassignedBucket: i.Unassigned, ticket.OverdueBucket: i.Overdue, ticket.TodayBucket: i.Today,
		ticket.MentionsBucket: i.Mentions,
	}
}

// Counts returns the counters of several owners, in one call; see ticket.Lists.
func (t *Table) Counts(ctx context.Context, owners ...string) (map[string]ticket.Counts, error) {
	keys := make([]Key, 0, len(owners))
	for _, owner := range owners {
		keys = append(keys, countsKey(owner))
	}
	found, err := t.batchGet(ctx, false, keys...)
	if err != nil {
		return nil, err
	}
	counts := make(map[string]ticket.Counts, len(owners))
	for _, owner := range owners {
		kept, err := decode[countsItem](found[countsKey(owner)])
		if err != nil {
			return nil, err
		}
		counts[owner] = kept.counts()
	}
	return counts, nil
}
