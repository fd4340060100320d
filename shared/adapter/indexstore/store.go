// Package indexstore stores the data by which tickets are listed, searched and counted: list indexes, the search index,
// counters, tags and mentions. The function `route`, which reads the table's stream, keeps them up to date.
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
