// Package ticketstore stores tickets with their entries and files, and the acts that change them.
package ticketstore

import (
	"context"
	"slices"
	"strings"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// Store implements ticket.Acts.
type Store struct{ table *table.Table }

// New returns the store of the tickets in t.
func New(t *table.Table) *Store { return &Store{t} }

// Ticket returns a ticket without its entries. It returns fault.NotFound if the ticket does not exist.
func (s *Store) Ticket(ctx context.Context, number ticket.Number) (ticket.Ticket, error) {
	stored, err := table.GetAs[ticketItem](ctx, s.table, table.TicketKey(number), table.Consistent)
	return stored.ticket(), err
}

// TicketsByNumber returns the tickets with the given numbers, without their entries, in one round. Numbers without a ticket are
// missing from the map. The read is eventually consistent.
func (s *Store) TicketsByNumber(ctx context.Context, numbers ...ticket.Number) (map[ticket.Number]ticket.Ticket, error) {
	keys := make([]table.Key, 0, len(numbers))
	for _, number := range numbers {
		keys = append(keys, table.TicketKey(number))
	}
	items, err := s.table.BatchGet(ctx, table.Eventual, keys...)
	if err != nil {
		return nil, err
	}
	found := make(map[ticket.Number]ticket.Ticket, len(items))
	for key, item := range items {
		if found[table.NumberOf(key)], err = Decode(item); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// Thread returns a ticket and its entries, oldest first, in a consistent query. It returns fault.NotFound if the ticket does
// not exist. The query reads the ticket before its entries, so an entry that is stored meanwhile can be newer than the ticket,
// but no entry of the ticket's version is missing.
func (s *Store) Thread(ctx context.Context, number ticket.Number) (ticket.Ticket, []ticket.Entry, error) {
	items, err := s.table.QueryAll(ctx, table.Query{Partition: table.TicketPartition(number), Consistency: table.Consistent, Descending: true})
	if err != nil {
		return ticket.Ticket{}, nil, err
	}
	var found ticket.Ticket
	entries := make([]ticket.Entry, 0, len(items))
	for _, item := range items {
		if !strings.HasPrefix(table.KeyOf(item).SK, table.EntryPrefix) {
			if found, err = Decode(item); err != nil {
				return ticket.Ticket{}, nil, err
			}
			continue
		}
		entry, err := decodeEntry(item)
		if err != nil {
			return ticket.Ticket{}, nil, err
		}
		entries = append(entries, entry)
	}
	if found.Number == "" {
		return ticket.Ticket{}, nil, fault.New(fault.NotFound)
	}
	slices.Reverse(entries)
	return found, entries, nil
}

// Entry returns a ticket and one of its entries, in one consistent call. It returns fault.NotFound if the ticket or the entry
// does not exist.
func (s *Store) Entry(ctx context.Context, number ticket.Number, id string) (ticket.Ticket, ticket.Entry, error) {
	ticketKey, entryKey := table.TicketKey(number), table.EntryKey(number, id)
	items, err := s.table.BatchGet(ctx, table.Consistent, ticketKey, entryKey)
	if err != nil {
		return ticket.Ticket{}, ticket.Entry{}, err
	}
	if items[ticketKey] == nil || items[entryKey] == nil {
		return ticket.Ticket{}, ticket.Entry{}, fault.New(fault.NotFound)
	}
	entry, err := decodeEntry(items[entryKey])
	if err != nil {
		return ticket.Ticket{}, ticket.Entry{}, err
	}
	found, err := Decode(items[ticketKey])
	return found, entry, err
}

// NextNumber returns the next ticket number. The counter is incremented atomically, so no two calls return the same number
// (B9). Its partition allows about 1,000 increments per second.
func (s *Store) NextNumber(ctx context.Context, first int64) (int64, error) {
	return s.TakeNumbers(ctx, first, 1)
}

// TakeNumbers reserves count consecutive ticket numbers and returns the lowest. The counter starts at first.
func (s *Store) TakeNumbers(ctx context.Context, first, count int64) (int64, error) {
	counter := table.Upsert(table.NumberCounterKey(), "counter").AddFrom("next", first, count)
	updated, err := s.table.Update(ctx, counter)
	if err != nil {
		return 0, err
	}
	after, err := table.Decode[struct {
		Next int64 `dynamodbav:"next"`
	}](updated)
	return after.Next - count, err
}
