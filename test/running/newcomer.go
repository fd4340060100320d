package running

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/zone"
)

const newcomersPassword = "Jacaranda-Morada-81"

var newcomersHash = sync.OnceValues(func() (string, error) { return account.Hasher{}.Hash(newcomersPassword) })

// Newcomer adds a requester as AddRequester does, for a test.
func (s *Stack) Newcomer(tb testing.TB, changes ...func(*account.Person)) (account.Person, SignIn) {
	tb.Helper()
	person, signIn, err := s.AddRequester(tb.Context(), changes...)
	if err != nil {
		tb.Fatal(err)
	}
	return person, signIn
}

// AddRequester adds a requester of an organization of their own, so that a test meets nobody else's tickets, drafts or
// preferences. The changes, if any, are made before.
func (s *Stack) AddRequester(ctx context.Context, changes ...func(*account.Person)) (account.Person, SignIn, error) {
	id := strings.ToLower(ulid.Make().String())
	person := account.Person{
		ID: "prueba-" + id, Username: "prueba." + id, Name: "Prueba " + id[20:], Email: "prueba." + id + "@pruebas.example",
		Phone: "55 5004 2400", Role: account.Requester, Language: locale.Spanish, TimeZone: zone.Default, Entity: "FEDERACION",
		Organization: account.Organization{ID: "pruebas-" + id, Name: "Pruebas"},
	}
	for _, change := range changes {
		change(&person)
	}
	hash, err := newcomersHash()
	if err == nil {
		err = s.Store().AddPerson(ctx, person, hash)
	}
	return person, SignIn{Role: string(person.Role), Username: person.Username, Password: newcomersPassword, Email: person.Email}, err
}
