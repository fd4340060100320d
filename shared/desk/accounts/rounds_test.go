package accounts_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/api"
	"mesa/shared/desk/accounts"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/edge/httpapi"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

// TestRoundsOfTheTable performs the operations of accounts on a test table. It counts the rounds of each request, including its
// session lookup (Q1).
func TestRoundsOfTheTable(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		person := usuario()
		person.Role, person.Departments = account.Agent, []string{"soporte-pnt"}
		if err := table.Accounts.AddPerson(t.Context(), person, hashed(t, quick, right)); err != nil {
			t.Fatal(err)
		}
		now := clock.StartingAt(time.Now())
		var cookies sessionCookies
		signIn := accounts.CreateSession{SignIns: table.Accounts, Limits: table.Limits, Cookies: &cookies, Hasher: quick, Clock: now.Clock()}
		token := ""
		costs(t, 3, func(ctx context.Context) {
			_, err := signIn.CreateSession(ctx, credentials("usuario.mesa@inai.example", right))
			if err != nil {
				t.Fatal(err)
			}
			token = cookies.token
		})
		known := func(ctx context.Context) context.Context {
			who, err := table.Accounts.Person(ctx, person.ID, account.HashToken(token))
			if err != nil {
				t.Fatal(err)
			}
			return caller.With(ctx, caller.Caller{Person: who, SessionHash: account.HashToken(token)})
		}
		costs(t, 2, func(ctx context.Context) {
			if _, err := (accounts.GetSession{Counts: table.Index}).GetSession(known(ctx), api.GetSessionRequestObject{}); err != nil {
				t.Fatal(err)
			}
		})
		costs(t, 3, func(ctx context.Context) {
			request := api.UpdateProfileRequestObject{Body: &api.ProfileChange{Name: new("Otro Nombre")}}
			if _, err := (accounts.UpdateProfile{Profiles: table.Accounts}).UpdateProfile(known(wiringtest.Granted(t, ctx, wiring.Find("update-profile"))), request); err != nil {
				t.Fatal(err)
			}
		})
		change := accounts.ChangePassword{Passwords: table.Accounts, Hasher: quick, Clock: now.Clock()}
		changeTo := func(current, next string) func(context.Context) error {
			return func(ctx context.Context) error {
				_, err := change.ChangePassword(known(wiringtest.Granted(t, ctx, wiring.Find("change-password"))), api.ChangePasswordRequestObject{Body: &api.PasswordChange{Current: current, New: next}})
				return err
			}
		}
		if _, err := signIn.CreateSession(t.Context(), credentials("usuario.mesa", right)); err != nil { // a session that the change ends
			t.Fatal(err)
		}
		costs(t, 3, func(ctx context.Context) {
			if err := changeTo(right, "tres tristes tigres")(ctx); err != nil {
				t.Fatal(err)
			}
		})
		if _, err := signIn.CreateSession(t.Context(), credentials("usuario.mesa", right)); !fault.Is(err, fault.Credentials) {
			t.Errorf("the old password: %v", err)
		}
		for range 4 { // the fifth failure at this login locks it; a change of password counts like a sign-in
			if err := changeTo(right, "otra frase bien larga")(t.Context()); !fault.Is(err, fault.Invalid) {
				t.Fatalf("a wrong password: %v", err)
			}
			now.Advance(time.Second)
		}
		if err := changeTo("tres tristes tigres", "otra frase bien larga")(t.Context()); !fault.Is(err, fault.Locked) {
			t.Errorf("locked: %v", err)
		}
		if _, err := signIn.CreateSession(t.Context(), credentials("usuario.mesa", "tres tristes tigres")); !fault.Is(err, fault.Locked) {
			t.Errorf("signing in is locked too: %v", err)
		}
		now.Advance(time.Minute)
		costs(t, 3, func(ctx context.Context) {
			if _, err := signIn.CreateSession(ctx, credentials("USUARIO.mesa", "tres tristes tigres")); err != nil {
				t.Errorf("after the lock: %v", err)
			}
		})
		costs(t, 1, func(ctx context.Context) {
			own := caller.With(ctx, caller.Caller{Person: person, SessionHash: account.HashToken(token)})
			if _, err := (accounts.DeleteSession{Endings: table.Accounts, Cookies: &cookies}).DeleteSession(own, api.DeleteSessionRequestObject{}); err != nil {
				t.Error(err)
			}
		})
		if _, err := table.Accounts.Person(t.Context(), person.ID, account.HashToken(token)); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("after signing out: %v", err)
		}
	})
}

// TestRightPasswordsAtOnce checks that a person who signs in on several devices at the same time is not locked out.
func TestRightPasswordsAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		if err := table.Accounts.AddPerson(t.Context(), usuario(), hashed(t, quick, right)); err != nil {
			t.Fatal(err)
		}
		use := accounts.CreateSession{SignIns: table.Accounts, Limits: table.Limits, Cookies: new(sessionCookies), Hasher: quick}
		var wait sync.WaitGroup
		for range 4 {
			wait.Go(func() {
				if _, err := use.CreateSession(t.Context(), credentials("usuario.mesa", right)); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
	})
}

// costs runs a request and checks that it takes at most the given number of rounds.
func costs(t *testing.T, most int, request func(context.Context)) {
	t.Helper()
	ctx, meter := observe.Metered(t.Context())
	request(ctx)
	if cost := meter.Cost(); cost.Rounds > most {
		t.Errorf("%d rounds, at most %d wanted", cost.Rounds, most)
	}
}

// TestSigningOutReadsNoSession signs out through the deployed function. It checks that the cookie suffices and that the only call
// to the table is one write.
func TestSigningOutReadsNoSession(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		cookie := table.SignIn(t, usuario())
		signOut := wiringtest.Mount(t, "delete-session", wiring.Parts{Stores: table.Stores})
		ctx, meter := observe.Metered(t.Context())
		request := httptest.NewRequestWithContext(ctx, http.MethodDelete, "/api/session", http.NoBody)
		request.AddCookie(&http.Cookie{Name: httpapi.SessionCookie, Value: cookie})
		response := httptest.NewRecorder()
		signOut.ServeHTTP(response, request)
		if cost := meter.Cost(); response.Code != http.StatusNoContent || cost.Calls != 1 {
			t.Errorf("%d, %+v", response.Code, cost)
		}
		token, err := account.ParseToken(cookie)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := table.Accounts.Person(t.Context(), token.Person(), token.Hash()); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("the session goes on: %v", err)
		}
	})
}
