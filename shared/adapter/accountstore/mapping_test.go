package accountstore

import (
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/account"
	"mesa/shared/platform/fieldtest"
)

func TestAccountMappingsKeepAllFields(t *testing.T) {
	tabletest.Mapping[account.Person, personItem]{To: newPersonItem, From: personItem.person}.Check(t)
	tabletest.Mapping[account.Request, requestItem]{To: newRequestItem, From: requestItem.request}.Check(t)
}

func TestWritesOfSessionsAndPasswordsUseAllFields(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(n account.NewSession) any { return sessionWrites(n) }),
		"Verified.Version", // the condition of a sign-in is on the hash only
	)
	fieldtest.Check(t, fieldtest.Forgotten(func(n account.NewSession) any { return newSessionItem(n) }),
		"Login", "Verified.Hash", "Verified.Version", "Rehashed", // stored in the lockout and the credential
	)
	fieldtest.Check(t, fieldtest.Forgotten(func(c account.PasswordChange) any { return passwordWrites(c) }))
}

// TestLockoutMappingKeepsAllFields stores and reads the record of failed attempts of a login.
func TestLockoutMappingKeepsAllFields(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		store := New(table.Open())
		for i, failures := range fieldtest.Variations[account.Failures]() {
			login := strconv.Itoa(i)
			if _, recorded, err := store.recordFailure(t.Context(), login, account.Failures{}, failures); err != nil || !recorded {
				t.Fatal(recorded, err)
			}
			attempt, err := store.BeginAttempt(t.Context(), login, time.Unix(1, 0))
			if diff := cmp.Diff(failures, attempt.Earlier); diff != "" || err != nil {
				t.Error(diff, err)
			}
		}
	})
}

// TestCredentialMappingKeepsAllFields reads the credential of a person who has signed in once. Each field must have a value.
func TestCredentialMappingKeepsAllFields(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		store := New(table.Open())
		session := fieldtest.Full[account.NewSession]()
		person := account.Person{ID: session.PersonID, Username: session.Login, Email: "ana@mesa.example"}
		if err := store.AddPerson(t.Context(), person, session.Verified.Hash); err != nil {
			t.Fatal(err)
		}
		if err := store.StartSession(t.Context(), session); err != nil {
			t.Fatal(err)
		}
		check, err := store.BeginPasswordCheck(t.Context(), person, time.Unix(1, 0))
		want := account.Credential{Hash: session.Rehashed, Version: 1}
		if diff := cmp.Diff(want, check.Credential); diff != "" || err != nil {
			t.Error(diff, err)
		}
		fieldtest.Check(t, fieldtest.Empty(check.Credential))
	})
}
