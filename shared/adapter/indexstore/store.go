// Package indexstore reads the list indexes, and stores the other data by which tickets are listed, searched, counted and
// routed: the search index, counts, tags, mentions, turns and the lowest ticket number of each day. The function `route`, which
// reads the table's stream, updates this data; `read-mention` marks mentions as read.
package indexstore

import (
	"mesa/shared/adapter/table"
	"mesa/shared/adapter/ticketstore"
)

// Store implements ticket.Lists, and the interfaces for the search index, counts, mentions, tags and turns.
type Store struct {
	table   *table.Table
	tickets *ticketstore.Store
}

// New returns the store of the indexes in t.
func New(t *table.Table) *Store { return &Store{table: t, tickets: ticketstore.New(t)} }
