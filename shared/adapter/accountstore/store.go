// Package accountstore stores people and how they sign in: logins, credentials, sessions, failed attempts, and requests for an
// account.
package accountstore

import (
	"mesa/shared/adapter/indexstore"
	"mesa/shared/adapter/limitstore"
	"mesa/shared/adapter/table"
)

// Store stores accounts.
type Store struct {
	table  *table.Table
	index  *indexstore.Store
	limits *limitstore.Store
}

// New returns the store of the accounts of a table.
func New(t *table.Table) *Store {
	return &Store{table: t, index: indexstore.New(t), limits: limitstore.New(t)}
}
