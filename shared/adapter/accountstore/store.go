// Package accountstore stores people, logins, credentials, sessions, failed sign-in attempts and account requests.
package accountstore

import (
	"mesa/shared/adapter/auditstore"
	"mesa/shared/adapter/indexstore"
	"mesa/shared/adapter/limitstore"
	"mesa/shared/adapter/table"
)

// Store stores accounts.
type Store struct {
	table  *table.Table
	audit  *auditstore.Store
	index  *indexstore.Store
	limits *limitstore.Store
}

// New returns the store of the accounts in t.
func New(t *table.Table) *Store {
	return &Store{table: t, audit: auditstore.New(t), index: indexstore.New(t), limits: limitstore.New(t)}
}
