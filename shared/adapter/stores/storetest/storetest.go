// Package storetest opens the stores of a separate table for each test; see tabletest.
package storetest

import (
	"slices"
	"testing"
	"time"

	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
)

// Table holds the stores of a new table.
type Table struct {
	stores.Stores
	tabletest.Table
}

// Each runs a test once per engine, each time with a new table.
func Each(t *testing.T, run func(t *testing.T, table Table)) {
	t.Helper()
	tabletest.Each(t, withStores(run))
}

// First runs a test of a use case or of costs on the first configured engine; see tabletest.First.
func First(t *testing.T, run func(t *testing.T, table Table)) {
	t.Helper()
	tabletest.First(t, withStores(run))
}

// withStores returns a test of a table that opens the table's stores.
func withStores(run func(t *testing.T, table Table)) func(*testing.T, tabletest.Table) {
	return func(t *testing.T, table tabletest.Table) {
		t.Helper()
		run(t, Table{Stores: stores.New(table.Open()), Table: table})
	}
}

// Reopen opens the stores with an empty cache, as another function would.
func (t Table) Reopen() stores.Stores { return stores.New(t.Open()) }

// AuditEvents returns the stored audit events of a kind from the years 2025 to 2027, oldest first.
func (t Table) AuditEvents(tb testing.TB, kind audit.Kind) []audit.Event {
	tb.Helper()
	filter := audit.Filter{From: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), Until: time.Date(2028, 1, 1, 0, 0, 0, 0, time.UTC), Kind: kind}
	var all []audit.Event
	for cursor := ""; ; {
		events, next, err := t.Audit.Events(tb.Context(), filter, cursor, 100)
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, events...)
		if next == "" {
			slices.Reverse(all)
			return all
		}
		cursor = next
	}
}

// SignIn adds a person without a usable password, starts a session for them, and returns the value of its cookie.
func (t Table) SignIn(tb testing.TB, person account.Person) string {
	tb.Helper()
	const hash = "$hash"
	if err := t.Accounts.AddPerson(tb.Context(), person, hash); err != nil {
		tb.Fatal(err)
	}
	token, err := account.NewToken(person.ID)
	if err != nil {
		tb.Fatal(err)
	}
	err = t.Accounts.StartSession(tb.Context(), account.NewSession{
		PersonID: person.ID, TokenHash: token.Hash(), Counter: account.DeviceCounter(person.ID, account.Device{}), Verified: account.Credential{Hash: hash},
		StartedAt: time.Now(), EndsAt: time.Now().Add(time.Hour),
	}, audit.New(audit.SignedIn, time.Now()))
	if err != nil {
		tb.Fatal(err)
	}
	return token.Cookie()
}
