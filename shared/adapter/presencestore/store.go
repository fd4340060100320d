// Package presencestore stores who is viewing a ticket or writing on it.
package presencestore

import (
	"context"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/adapter/ticketstore"
	"mesa/shared/domain/presence"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// lifetime is the time for which a presence is stored. Readers ignore it much earlier (presence.ValidFor).
const lifetime = 10 * time.Minute

// Store stores presences.
type Store struct {
	table   *table.Table
	tickets *ticketstore.Store
}

// New returns the store of the presences in t.
func New(t *table.Table) *Store { return &Store{table: t, tickets: ticketstore.New(t)} }

type presenceItem struct {
	table.Header
	PersonID string        `dynamodbav:"personId"`
	Name     string        `dynamodbav:"name"`
	Activity string        `dynamodbav:"doing"`
	At       table.Instant `dynamodbav:"at"`
}

func newPresenceItem(number ticket.Number, p presence.Presence) presenceItem {
	return presenceItem{
		Header:   table.ExpiringHeader(table.PresenceKey(number, p.PersonID), "presence", p.At.Add(lifetime)),
		PersonID: p.PersonID, Name: p.Name, Activity: string(p.Activity), At: table.InstantOf(p.At),
	}
}

func (i presenceItem) presence() presence.Presence {
	return presence.Presence{PersonID: i.PersonID, Name: i.Name, Activity: presence.Activity(i.Activity), At: i.At.Time()}
}

// NotePresence stores what a person is doing on a ticket. It replaces the person's previous presence on the ticket.
func (s *Store) NotePresence(ctx context.Context, number ticket.Number, p presence.Presence) error {
	return s.table.Write(ctx, table.Put(newPresenceItem(number, p)))
}

// TicketPresences returns a ticket and all presences stored for it, including expired presences, in one round. It returns
// fault.NotFound if the ticket does not exist.
func (s *Store) TicketPresences(ctx context.Context, number ticket.Number) (found ticket.Ticket, present []presence.Presence, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			found, err = s.tickets.Ticket(ctx, number)
			return err
		},
		func(ctx context.Context) error {
			items, err := s.table.QueryAll(ctx, table.Query{Partition: table.PresencePartition(number)})
			if err != nil {
				return err
			}
			present, err = table.DecodeEach(items, presenceItem.presence)
			return err
		},
	)
	return found, present, err
}
