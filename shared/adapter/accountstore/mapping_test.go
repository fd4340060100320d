package accountstore

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
	"mesa/shared/platform/fieldtest"
)

func TestAccountMappingsKeepAllFields(t *testing.T) {
	tabletest.Mapping[account.Person, personItem]{To: newPersonItem, From: personItem.person}.Check(t)
	tabletest.Mapping[account.Link, linkItem]{To: newLinkItem, From: linkItem.link}.Check(t)
	tabletest.Mapping[account.Mail, accountMailItem]{To: newAccountMailItem, From: accountMailItem.mail}.Check(t)
	tabletest.Mapping[account.Request, requestItem]{To: newRequestItem, From: requestItem.request}.Check(t)
}

func TestWritesOfSessionsAndPasswordsUseAllFields(t *testing.T) {
	fieldtest.Check(t, fieldtest.Forgotten(func(n account.NewSession) any { return sessionWrites(n) }),
		"Verified.Version", "Verified.ChangedAt", // the condition of a sign-in is on the hash only
	)
	fieldtest.Check(t, fieldtest.Forgotten(func(n account.NewSession) any { return newSessionItem(n) }),
		"Counter.Owner", "Counter.Source", "Verified.Hash", "Verified.Version", "Verified.ChangedAt", "Rehashed", "Replaces.PersonID", "Replaces.TokenHash", // stored in the lockout and the credential
	)
	fieldtest.Check(t, fieldtest.Forgotten(func(c account.PasswordChange) any { return passwordWrites(c) }),
		"Verified.ChangedAt", // the condition is on the hash and the version
	)
	fieldtest.Check(t, fieldtest.Forgotten(func(r account.PasswordReset) any { return resetWrites(r) }),
		"Verified.ChangedAt",
	)
}

// TestStoreLocksAsThePolicyRequires records the same attempts in the store and in a variable, and compares when they
// are locked.
func TestStoreLocksAsThePolicyRequires(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		store := New(table.Open())
		policy := account.Lockout{Failures: 3, FirstLock: 10 * time.Second, MaxLock: time.Minute, ForgetAfter: time.Hour}
		counter := account.PasswordCounter("ana")
		var counted account.Failures
		at := time.Date(2026, 11, 24, 15, 0, 0, 123000, time.UTC)
		for i, pause := range []time.Duration{
			0, time.Second, time.Second, 9 * time.Second, time.Second, 19 * time.Second, time.Second, 40 * time.Second, time.Minute,
			59 * time.Second, time.Second, time.Hour - time.Second, time.Second, time.Hour, time.Second, time.Second, time.Second,
		} {
			at = at.Add(pause)
			err := store.recordFailure(t.Context(), counter, policy, account.Failures{}, at)
			wait := policy.Wait(counted, at)
			if policy.Forgets(counted.Last, at) {
				counted = account.Failures{}
			}
			if failure, locked := errors.AsType[*fault.Error](err); locked != (wait > 0) || locked && failure.RetryAfter != wait {
				t.Fatalf("attempt %d: %v, want a wait of %s", i, err, wait)
			}
			if wait == 0 {
				counted = account.Failures{Count: counted.Count + 1, Last: at}
			}
			stored, err := store.recordFirst(t.Context(), counter, at)
			if stored != counted || err != nil {
				t.Fatalf("attempt %d: %+v, %v, want %+v", i, stored, err, counted)
			}
		}
	})
}

// TestCredentialMappingKeepsAllFields reads the credential of a person who has signed in once. Each field must have a value.
func TestCredentialMappingKeepsAllFields(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		store := New(table.Open())
		session := fieldtest.Full[account.NewSession]()
		person := account.Person{ID: session.PersonID, Username: "ana", Email: "ana@mesa.example"}
		if err := store.AddPerson(t.Context(), person, session.Verified.Hash); err != nil {
			t.Fatal(err)
		}
		if err := store.StartSession(t.Context(), session, audit.New(audit.SignedIn, session.StartedAt)); err != nil {
			t.Fatal(err)
		}
		check, err := store.BeginPasswordCheck(t.Context(), person.ID, time.Unix(1, 0))
		want := account.Credential{Hash: session.Rehashed, Version: 1}
		if diff := cmp.Diff(want, check.Credential); diff != "" || err != nil {
			t.Error(diff, err)
		}
		fieldtest.Check(t, fieldtest.Empty(check.Credential), "ChangedAt")
	})
}
