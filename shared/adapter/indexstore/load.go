package indexstore

import (
	"context"
	"slices"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/adapter/ticketstore"
	"mesa/shared/domain/search"
	"mesa/shared/domain/ticket"
)

// TicketHistory is a ticket with its history and with the data that route indexes. N is the ticket's number without prefix, as
// an integer. The search index sorts by it.
type TicketHistory struct {
	Ticket  ticket.Ticket
	Alarm   ticket.Alarm
	Entries []ticket.Entry
	N       int64
	Terms   search.Ticket
}

// Load stores tickets with their histories as fast as the table accepts them, including the postings and counters that route
// would write, except the counts of tags. The writes are neither ordered nor conditional. So the caller must have reserved the
// numbers (TakeNumbers), and must not repeat a load that failed halfway. timeZone is the time zone that determines the day on
// which a ticket is due.
func (s *Store) Load(ctx context.Context, histories []TicketHistory, timeZone *time.Location) error {
	var writes []table.Write
	totals := make(deltas)
	for _, history := range histories {
		if err := s.recordLowestNumber(ctx, history.Ticket.CreatedAt, history.N); err != nil {
			return err
		}
		record := newIndexedItem(history.N, history.Ticket, history.Terms.Attributes, timeZone)
		writes = append(writes, ticketstore.Writes(history.Ticket, history.Alarm, history.Entries)...)
		writes = append(writes, table.Put(record))
		for postings := range postingWrites(indexedItem{}, record, history.Terms) {
			writes = append(writes, postings...)
		}
		for owner, buckets := range record.Counted {
			for _, bucket := range buckets {
				totals.add(owner, bucket, 1)
			}
		}
	}
	if err := s.table.BatchWrite(ctx, writes); err != nil {
		return err
	}
	for counts := range slices.Chunk(countWrites(totals), table.MaxTransaction) {
		if err := s.table.Transact(ctx, counts...); err != nil {
			return err
		}
	}
	return nil
}
