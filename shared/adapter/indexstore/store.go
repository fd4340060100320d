// Package indexstore reads the list indexes, and stores the other data by which tickets are listed, searched and counted: the
// search index, counters, tags and mentions. The function `route`, which reads the table's stream, updates this data;
// `read-mention` marks mentions as read.
package indexstore

import (
	"mesa/shared/adapter/table"
	"mesa/shared/adapter/ticketstore"
)

// Store implements ticket.Lists and the readers and writers of the search index.
type Store struct {
	table   *table.Table
	tickets *ticketstore.Store
}

// New returns the store of the indexes in t.
func New(t *table.Table) *Store { return &Store{table: t, tickets: ticketstore.New(t)} }
