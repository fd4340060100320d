package indexstore

import (
	"context"
	"maps"
	"slices"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/account"
	"mesa/shared/domain/ticket"
)

// countsItem holds an owner's counter for each bucket. Each counter is a separate attribute, which an addition creates if it is
// missing.
type countsItem struct {
	Open       int `dynamodbav:"open"`
	Waiting    int `dynamodbav:"waiting"`
	Resolved   int `dynamodbav:"resolved"`
	Closed     int `dynamodbav:"closed"`
	Unassigned int `dynamodbav:"unassigned"`
	Overdue    int `dynamodbav:"overdue"`
	Today      int `dynamodbav:"today"`
	Mentions   int `dynamodbav:"mentions"`
	Awaited    int `dynamodbav:"awaited"`
}

func (i countsItem) counts() ticket.Counts {
	return ticket.Counts{
		string(ticket.Open): i.Open, string(ticket.Waiting): i.Waiting,
		string(ticket.Resolved): i.Resolved, string(ticket.Closed): i.Closed,
		ticket.UnassignedBucket: i.Unassigned, ticket.OverdueBucket: i.Overdue, ticket.TodayBucket: i.Today,
		ticket.MentionsBucket: i.Mentions, ticket.AwaitedBucket: i.Awaited,
	}
}

// Counts returns the counters of several owners, in one round; see ticket.Lists.
func (s *Store) Counts(ctx context.Context, owners ...string) (map[string]ticket.Counts, error) {
	keys := make([]table.Key, 0, len(owners))
	for _, owner := range owners {
		keys = append(keys, table.CountsKey(owner))
	}
	items, err := s.table.BatchGet(ctx, table.Eventual, keys...)
	if err != nil {
		return nil, err
	}
	counts := make(map[string]ticket.Counts, len(owners))
	for _, owner := range owners {
		stored, err := table.Decode[countsItem](items[table.CountsKey(owner)])
		if err != nil {
			return nil, err
		}
		counts[owner] = stored.counts()
	}
	return counts, nil
}

// TicketCounts returns the numbers of a person's tickets, for «Tickets (n)» and the home page (A3).
func (s *Store) TicketCounts(ctx context.Context, p account.Person) (account.TicketCounts, error) {
	stored, err := table.FindAs[countsItem](ctx, s.table, table.CountsKey(ticket.PersonCounts(p)), table.Eventual)
	return stored.tickets(), err
}

// DecodeTicketCounts returns the numbers in an item of counters, or 0 if item is nil.
func DecodeTicketCounts(item table.Item) (account.TicketCounts, error) {
	stored, err := table.Decode[countsItem](item)
	return stored.tickets(), err
}

func (i countsItem) tickets() account.TicketCounts {
	return account.TicketCounts{Open: max(0, i.Open) + max(0, i.Waiting), Awaited: max(0, i.Awaited)}
}

// deltas maps owner and bucket to the number to add.
type deltas map[string]map[string]int

// countDeltas returns the changes of the counters from the previous to the current version of a ticket.
func countDeltas(before, after map[string][]string) deltas {
	all := make(deltas)
	for delta, counted := range map[int]map[string][]string{-1: before, 1: after} {
		for owner, buckets := range counted {
			for _, bucket := range buckets {
				all.add(owner, bucket, delta)
			}
		}
	}
	return all
}

func (d deltas) add(owner, bucket string, delta int) {
	if d[owner] == nil {
		d[owner] = make(map[string]int)
	}
	d[owner][bucket] += delta
}

// countWrites returns the writes that add deltas to the counters: one write for each owner whose counters change.
func countWrites(d deltas) []table.Write {
	var writes []table.Write
	for _, owner := range slices.Sorted(maps.Keys(d)) {
		write, changed := table.Upsert(table.CountsKey(owner), "counts"), false
		for bucket, delta := range d[owner] {
			if delta != 0 {
				write, changed = write.Add(bucket, int64(delta)), true
			}
		}
		if changed {
			writes = append(writes, write)
		}
	}
	return writes
}

// Turn returns the current turn of a rule's or a topic's round robin, starting at 0, and increments it. No two calls return the
// same turn.
func (s *Store) Turn(ctx context.Context, of string) (uint64, error) {
	updated, err := s.table.Update(ctx, table.Upsert(table.TurnKey(of), "turn").Add("turn", 1))
	if err != nil {
		return 0, err
	}
	stored, err := table.Decode[turnItem](updated)
	return uint64(max(0, stored.Turn-1)), err
}

// PeekTurn returns the turn that the next call of Turn will return.
func (s *Store) PeekTurn(ctx context.Context, of string) (uint64, error) {
	stored, err := table.FindAs[turnItem](ctx, s.table, table.TurnKey(of), table.Eventual)
	return uint64(max(0, stored.Turn)), err
}

type turnItem struct {
	Turn int64 `dynamodbav:"turn"`
}
