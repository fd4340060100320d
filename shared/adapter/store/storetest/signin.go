package storetest

import (
	"testing"
	"time"

	"mesa/shared/domain/account"
)

// SignIn adds a person, whose password nobody knows, and returns the value of the cookie of a session of theirs.
func (t Table) SignIn(tb testing.TB, person account.Person) string {
	tb.Helper()
	const hash = "$hash"
	if err := t.AddPerson(tb.Context(), person, hash); err != nil {
		tb.Fatal(err)
	}
	token, err := account.NewToken(person.ID)
	if err != nil {
		tb.Fatal(err)
	}
	err = t.StartSession(tb.Context(), account.NewSession{
		PersonID: person.ID, TokenHash: token.Hash(), Login: person.Username, Verified: account.Credential{Hash: hash},
		StartedAt: time.Now(), EndsAt: time.Now().Add(time.Hour),
	})
	if err != nil {
		tb.Fatal(err)
	}
	return token.Cookie()
}
