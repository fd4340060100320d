// Package storetest gives every test the stores of a table of its own; see tabletest.
package storetest

import (
	"testing"
	"time"

	"mesa/shared/adapter/stores"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/account"
)

// Table is the stores of a new table.
type Table struct {
	stores.Stores
	tabletest.Table
}

// Each runs a test on a new table of every engine.
func Each(t *testing.T, run func(t *testing.T, table Table)) {
	t.Helper()
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		t.Helper()
		run(t, Table{Stores: stores.New(table.Open()), Table: table})
	})
}

// Again returns the stores as another function has them: with nothing cached.
func (t Table) Again() stores.Stores { return stores.New(t.Open()) }

// SignIn adds a person, whose password nobody knows, and returns the value of the cookie of a new session of theirs.
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
		PersonID: person.ID, TokenHash: token.Hash(), Login: person.Username, Verified: account.Credential{Hash: hash},
		StartedAt: time.Now(), EndsAt: time.Now().Add(time.Hour),
	})
	if err != nil {
		tb.Fatal(err)
	}
	return token.Cookie()
}
