// Package indexstore stores what tickets are found and counted by: lists by index, the search index, counters, tags and
// mentions. The stream's function route keeps them up to date with the tickets.
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

// New returns the store of the indexes of a table.
func New(t *table.Table) *Store { return &Store{table: t, tickets: ticketstore.New(t)} }
