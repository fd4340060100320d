package running

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/tools/demo"
	"mesa/tools/stackfile"
)

const testPassword = "Jacaranda-Morada-81"

// testPasswordHash is computed once, because hashing is deliberately slow.
var testPasswordHash = sync.OnceValues(func() (string, error) { return account.Hasher{}.Hash(testPassword) })

// NewPerson does what AddPerson does, and fails the test on an error.
func (s *Stack) NewPerson(tb testing.TB, changes ...func(*account.Person)) (account.Person, stackfile.Credentials) {
	tb.Helper()
	person, credentials, err := s.AddPerson(tb.Context(), changes...)
	if err != nil {
		tb.Fatal(err)
	}
	return person, credentials
}

// AddPerson adds a requester with a separate organization. So a test shares no tickets, drafts or preferences with other tests.
// The changes are applied before the person is stored.
func (s *Stack) AddPerson(ctx context.Context, changes ...func(*account.Person)) (account.Person, stackfile.Credentials, error) {
	id := strings.ToLower(ulid.Make().String())
	person := account.Person{
		ID: "prueba-" + id, Username: "prueba." + id, Name: "Prueba " + id[20:], Email: "prueba." + id + "@pruebas.example",
		Phone: "55 5004 2400", Role: account.Requester, Language: locale.Spanish, TimeZone: demo.TimeZone, Entity: "FEDERACION",
		Organization: account.Organization{ID: "pruebas-" + id, Name: "Pruebas"},
	}
	for _, change := range changes {
		change(&person)
	}
	hash, err := testPasswordHash()
	if err == nil {
		err = s.Store().Accounts.AddPerson(ctx, person, hash)
	}
	return person, stackfile.Credentials{Role: string(person.Role), Username: person.Username, Password: testPassword, Email: person.Email}, err
}
