package store

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

// Past is a ticket with its history and what route indexes of it. N is its number as the search sorts it.
type Past struct {
	Ticket   ticket.Ticket
	Alarm    ticket.Alarm
	Entries  []ticket.Entry
	N        int64
	Document search.Document
}

// mostInTransaction is what DynamoDB takes in one transaction.
const mostInTransaction = 100

// Load keeps tickets with a past as quickly as the table takes them: tickets, entries, postings and counters just as creations,
// acts and route leave them. What it writes is neither ordered nor conditioned, so the numbers must be the caller's own (see
// TakeNumbers), and a load that failed midway is not to be repeated. days is the zone in whose days what is due is counted.
func (t *Table) Load(ctx context.Context, pasts []Past, days *time.Location) error {
	var writes []types.WriteRequest
	counted := make(map[string]map[string]int)
	for _, past := range pasts {
		if err := t.noteDay(ctx, past.Ticket.CreatedAt, past.N); err != nil {
			return err
		}
		note := indexedOf(past.N, past.Ticket, past.Document, days)
		items := []any{newTicketItem(past.Ticket, past.Alarm), note}
		for _, entry := range past.Entries {
			items = append(items, newEntryItem(past.Ticket.Number, entry))
		}
		for _, one := range items {
			attributes, err := encode(one)
			if err != nil {
				return err
			}
			writes = append(writes, types.WriteRequest{PutRequest: &types.PutRequest{Item: attributes}})
		}
		postings, err := postingWrites(indexedItem{}, note)
		if err != nil {
			return err
		}
		writes = append(writes, postings...)
		for owner, deltas := range differences(nil, note.Counted) {
			if counted[owner] == nil {
				counted[owner] = make(map[string]int)
			}
			for bucket, delta := range deltas {
				counted[owner][bucket] += delta
			}
		}
	}
	if err := t.batchWrite(ctx, writes); err != nil {
		return err
	}
	for owners := range slices.Chunk(slices.Sorted(maps.Keys(counted)), mostInTransaction) {
		updates := make([]types.TransactWriteItem, 0, len(owners))
		for _, owner := range owners {
			updates = append(updates, t.add(owner, counted[owner]))
		}
		if err := t.transact(ctx, updates...); err != nil {
			return err
		}
	}
	return nil
}
