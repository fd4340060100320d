// Package presencestore stores who is reading or answering a ticket.
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

// lifetime is how long a presence is stored; it counts for much less (presence.FreshFor).
const lifetime = 10 * time.Minute

// Store stores presences.
type Store struct {
	table   *table.Table
	tickets *ticketstore.Store
}

// New returns the store of the presences of a table.
func New(t *table.Table) *Store { return &Store{table: t, tickets: ticketstore.New(t)} }

type presenceItem struct {
	table.Header
	PersonID string        `dynamodbav:"personId"`
	Name     string        `dynamodbav:"name"`
	Doing    string        `dynamodbav:"doing"`
	At       table.Instant `dynamodbav:"at"`
}

func newPresenceItem(number ticket.Number, p presence.Presence) presenceItem {
	return presenceItem{
		Header:   table.ExpiringHeader(table.PresenceKey(number, p.PersonID), "presence", p.At.Add(lifetime)),
		PersonID: p.PersonID, Name: p.Name, Doing: string(p.Doing), At: table.InstantOf(p.At),
	}
}

func (i presenceItem) presence() presence.Presence {
	return presence.Presence{PersonID: i.PersonID, Name: i.Name, Doing: presence.Doing(i.Doing), At: i.At.Time()}
}

// NotePresence stores what a person does at a ticket, in place of what they did before.
func (s *Store) NotePresence(ctx context.Context, number ticket.Number, p presence.Presence) error {
	return s.table.Write(ctx, table.Put(newPresenceItem(number, p)))
}

// TicketPresences returns a ticket and all presences that are stored for it, including expired ones, in one round.
// fault.NotFound when there is no such ticket.
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
