package accountstore_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

func testTime() time.Time { return time.Date(2026, 11, 24, 15, 0, 0, 123000, time.UTC) }

// strangers returns the counter of strangers who try to sign in as a person.
func strangers(person account.Person) account.Counter {
	return account.DeviceCounter(person.ID, account.Device{})
}

func addPerson(t *testing.T, table storetest.Table, p account.Person, hash string) {
	t.Helper()
	if err := table.Accounts.AddPerson(t.Context(), p, hash); err != nil {
		t.Fatal(err)
	}
}

func TestSignInTakesThreeRounds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		person := testRequester()
		addPerson(t, table, person, "hash-1")
		table.Put(t, map[string]types.AttributeValue{
			"pk":   &types.AttributeValueMemberS{Value: "COUNTS#person:" + person.ID},
			"sk":   &types.AttributeValueMemberS{Value: "COUNTS"},
			"open": &types.AttributeValueMemberN{Value: "7"},
		})
		for _, login := range []string{"usuario.mesa", " USUARIO.MESA ", "Carlos.Miranda@INAI.org.mx"} {
			cost := tabletest.Rounds(t, 3, func(ctx context.Context) {
				found, err := table.Accounts.FindLogin(ctx, login)
				if err != nil || found.PersonID != person.ID || found.Policy.Sessions.Requester.Lifetime != 12*time.Hour {
					t.Fatalf("%+v, %v", found, err)
				}
				attempt := account.SignInAttempt{Login: found, Counter: strangers(person)}
				candidate, err := table.Accounts.RecordAndReadCandidate(ctx, attempt, testTime())
				if err != nil || candidate.Tickets.Open != 7 || candidate.Hash != "hash-1" {
					t.Fatalf("%+v, %v", candidate, err)
				}
				if diff := cmp.Diff(person, candidate.Person); diff != "" {
					t.Error(diff)
				}
				session := account.NewSession{
					PersonID: person.ID, TokenHash: "token " + login, Counter: attempt.Counter, Verified: candidate.Credential,
					StartedAt: testTime(), EndsAt: time.Now().Add(time.Hour),
				}
				if err := table.Accounts.StartSession(ctx, session, audit.New(audit.SignedIn, session.StartedAt).KeptFor(time.Hour)); err != nil {
					t.Fatal(err)
				}
			})
			if cost.WriteUnits > 9 || cost.ReadUnits > 8 { // one for the audit event
				t.Errorf("cost: %+v", cost)
			}
			tabletest.Rounds(t, 1, func(ctx context.Context) {
				if got, err := table.Accounts.Session(ctx, person.ID, "token "+login); err != nil || got.Person.ID != person.ID {
					t.Errorf("%+v, %v", got, err)
				}
			})
		}
	})
}

func TestUnknownLoginMakesTheSameCalls(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		addPerson(t, table, testRequester(), "hash")
		cost := func(login string) observe.Cost {
			return tabletest.Rounds(t, 2, func(ctx context.Context) {
				found, err := table.Accounts.FindLogin(ctx, login)
				if err != nil {
					t.Fatal(err)
				}
				attempt := account.SignInAttempt{Login: found, Counter: account.UnknownLoginCounter("code")}
				if candidate, err := table.Accounts.RecordAndReadCandidate(ctx, attempt, testTime()); err != nil || (candidate.Hash == "") != (login == "nadie") {
					t.Fatalf("%+v, %v", candidate, err)
				}
			})
		}
		known, unknown := cost("usuario.mesa"), cost("nadie")
		if known.Calls != unknown.Calls || known.Rounds != unknown.Rounds {
			t.Errorf("known %+v, unknown %+v", known, unknown)
		}
	})
}

func TestConcurrentAttemptsAreAllCounted(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		addPerson(t, table, testRequester(), "hash")
		var admitted atomic.Int64
		policy := account.SignInPolicy{Lockout: settings.Default().Lockout}
		attempt := account.SignInAttempt{Login: account.Login{Policy: policy}, Counter: strangers(testRequester())}
		attemptOnce := func() {
			_, err := table.Accounts.RecordAndReadCandidate(t.Context(), attempt, testTime())
			if err == nil {
				admitted.Add(1)
			} else if !fault.Is(err, fault.Locked) {
				t.Error(err)
			}
		}
		var wait sync.WaitGroup
		for range 30 {
			wait.Go(attemptOnce)
		}
		wait.Wait()
		if got := admitted.Load(); got != 5 {
			t.Errorf("%d of 30 concurrent attempts were admitted, 5 wanted", got)
		}
	})
}

func TestStartSessionFailsAfterPasswordChange(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		person := testRequester()
		addPerson(t, table, person, "old")
		attempt := account.SignInAttempt{Login: account.Login{PersonID: person.ID}, Counter: strangers(person)}
		candidate, err := table.Accounts.RecordAndReadCandidate(t.Context(), attempt, testTime())
		if err != nil {
			t.Fatal(err)
		}
		check, err := table.Accounts.BeginPasswordCheck(t.Context(), person.ID, testTime())
		if err != nil {
			t.Fatal(err)
		}
		change := account.PasswordChange{PersonID: person.ID, Verified: check.Credential, Hash: "new", At: testTime(), TokenHash: "renewed", EndsAt: time.Now().Add(time.Hour)}
		if err := table.Accounts.ChangePassword(t.Context(), change, audit.New(audit.PasswordChanged, change.At).KeptFor(time.Hour)); err != nil {
			t.Fatal(err)
		}
		session := account.NewSession{
			PersonID: person.ID, TokenHash: "late", Counter: strangers(person), Verified: candidate.Credential,
			StartedAt: testTime(), EndsAt: time.Now().Add(time.Hour),
		}
		if err := table.Accounts.StartSession(t.Context(), session, audit.New(audit.SignedIn, session.StartedAt).KeptFor(time.Hour)); !errors.Is(err, account.ErrContended) {
			t.Errorf("a session with the old password: %v", err)
		}
		if err := table.Accounts.ChangePassword(t.Context(), change, audit.New(audit.PasswordChanged, change.At).KeptFor(time.Hour)); !errors.Is(err, account.ErrContended) {
			t.Errorf("a change based on an outdated check: %v", err)
		}
	})
}

func TestPasswordChangeFailsIfASessionStartedAfterTheCheck(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		person := testRequester()
		addPerson(t, table, person, "old")
		check, err := table.Accounts.BeginPasswordCheck(t.Context(), person.ID, testTime())
		if err != nil {
			t.Fatal(err)
		}
		session := account.NewSession{
			PersonID: person.ID, TokenHash: "between", Counter: strangers(person), Verified: check.Credential,
			StartedAt: testTime(), EndsAt: time.Now().Add(time.Hour),
		}
		if err := table.Accounts.StartSession(t.Context(), session, audit.New(audit.SignedIn, session.StartedAt).KeptFor(time.Hour)); err != nil {
			t.Fatal(err)
		}
		change := account.PasswordChange{PersonID: person.ID, Verified: check.Credential, Hash: "new", At: testTime(), TokenHash: "renewed", EndsAt: time.Now().Add(time.Hour)}
		if err := table.Accounts.ChangePassword(t.Context(), change, audit.New(audit.PasswordChanged, change.At).KeptFor(time.Hour)); !errors.Is(err, account.ErrContended) {
			t.Errorf("a session that started after the check: %v", err)
		}
	})
}

func TestPasswordChangeEndsOtherSessions(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		person := testRequester()
		addPerson(t, table, person, "old")
		var credential account.Credential
		credential.Hash = "old"
		for _, token := range []string{"own", "other-1", "other-2"} {
			session := account.NewSession{
				PersonID: person.ID, TokenHash: token, Counter: strangers(person), Verified: credential,
				StartedAt: testTime(), EndsAt: time.Now().Add(time.Hour),
			}
			if err := table.Accounts.StartSession(t.Context(), session, audit.New(audit.SignedIn, session.StartedAt).KeptFor(time.Hour)); err != nil {
				t.Fatal(err)
			}
			credential.Version++
		}
		cost := tabletest.Rounds(t, 2, func(ctx context.Context) {
			check, err := table.Accounts.BeginPasswordCheck(ctx, person.ID, testTime())
			if err != nil {
				t.Fatalf("%+v, %v", check, err)
			}
			if diff := cmp.Diff([]string{"other-1", "other-2", "own"}, check.Sessions); diff != "" {
				t.Error(diff)
			}
			change := account.PasswordChange{
				PersonID: person.ID, Verified: check.Credential, Hash: "new", At: testTime(), TokenHash: "renewed", EndsAt: time.Now().Add(time.Hour),
				EndedSessions: []string{"other-1", "other-2"},
			}
			if err := table.Accounts.ChangePassword(ctx, change, audit.New(audit.PasswordChanged, change.At).KeptFor(time.Hour)); err != nil {
				t.Fatal(err)
			}
		})
		if cost.WriteUnits > 15 { // one for the audit event
			t.Errorf("cost: %+v", cost)
		}
		for token, want := range map[string]fault.Kind{"renewed": "", "own": "", "other-1": fault.Unauthenticated, "other-2": fault.Unauthenticated} {
			if _, err := table.Accounts.Session(t.Context(), person.ID, token); fault.KindOf(err) != want {
				t.Errorf("session %s: %v", token, err)
			}
		}
		if table.Item(t, "LOCKOUT#"+person.ID, "PASSWORD") != nil {
			t.Error("the attempt is still recorded")
		}
	})
}

func TestExpiredSessionIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		person := testRequester()
		addPerson(t, table, person, "hash")
		session := account.NewSession{
			PersonID: person.ID, TokenHash: "past", Counter: strangers(person), Verified: account.Credential{Hash: "hash"},
			StartedAt: testTime(), EndsAt: time.Now().Add(-time.Second),
		}
		if err := table.Accounts.StartSession(t.Context(), session, audit.New(audit.SignedIn, session.StartedAt).KeptFor(time.Hour)); err != nil {
			t.Fatal(err)
		}
		if _, err := table.Accounts.Session(t.Context(), person.ID, "past"); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("an expired session: %v", err)
		}
		for range 2 {
			if err := table.Accounts.EndSession(t.Context(), person.ID, "past"); err != nil {
				t.Error(err)
			}
		}
		if table.Item(t, "SESSION#"+person.ID, "past") != nil {
			t.Error("the session is still there")
		}
	})
}
