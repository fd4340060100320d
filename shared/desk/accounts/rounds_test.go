package accounts_test

import (
	"sync"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/wiring/wiringtest"
)

// TestRounds performs the operations of accounts one after another. It counts the rounds of each request, including its session
// lookup (Q1).
func TestRounds(t *testing.T) {
	now := clock.StartingAt(time.Now())
	onTable(t, now.Clock(), func(t *testing.T, r rig) {
		person := usuario()
		person.Role, person.Departments = account.Agent, []string{"soporte-pnt"}
		r.addPerson(person, hashed(t, quick, password))
		check := func(maxRounds int, response wiringtest.Response) {
			t.Helper()
			if err := response.Err(); err != nil {
				t.Fatal(err)
			}
			if response.Cost.Rounds > maxRounds {
				t.Errorf("%d rounds, at most %d wanted", response.Cost.Rounds, maxRounds)
			}
		}
		const changed = "tres tristes tigres"
		change := func(current, next string) wiringtest.Response {
			return r.request("change-password", person, "/profile/password", api.PasswordChange{Current: current, New: next})
		}

		signedIn := r.createSession("usuario.mesa@inai.example", password)
		check(3, signedIn)
		r.SetCookie(person, cookiesOf(signedIn)["__Host-session"].Value)
		check(2, r.request("get-session", person, "/session", nil))
		check(3, r.request("update-profile", person, "/profile", api.ProfileChange{Name: new("Otro Nombre")}))
		check(3, r.createSession("usuario.mesa", password)) // a session that the change of password ends
		renewed := change(password, changed)
		check(3, renewed)
		r.SetCookie(person, cookiesOf(renewed)["__Host-session"].Value)
		if err := r.createSession("usuario.mesa", password).Err(); !fault.Is(err, fault.Credentials) {
			t.Errorf("the old password: %v", err)
		}
		for range 3 {
			if err := change(password, "otra frase bien larga").Err(); !fault.Is(err, fault.Invalid) {
				t.Fatalf("a wrong password: %v", err)
			}
			now.Advance(time.Second)
		}
		renewed = change(changed, "otra frase bien larga")
		check(4, renewed)
		r.SetCookie(person, cookiesOf(renewed)["__Host-session"].Value)
		r.fail(account.PasswordCounter(person.ID), 2, now.Clock().Now().Add(-25*time.Hour)) // too old to count
		renewed = change("otra frase bien larga", changed)
		check(4, renewed)
		r.SetCookie(person, cookiesOf(renewed)["__Host-session"].Value)
		if err := r.createSession("usuario.mesa", password).Err(); !fault.Is(err, fault.Credentials) {
			t.Errorf("a wrong password: %v", err)
		}
		now.Advance(25 * time.Hour)
		check(4, r.createSession("usuario.mesa", changed))
		if err := r.createSession("usuario.mesa", password).Err(); !fault.Is(err, fault.Credentials) {
			t.Errorf("a wrong password: %v", err)
		}
		check(3, r.createSession("USUARIO.mesa", changed))
		check(2, r.request("delete-session", person, "/session", nil))
		if err := r.request("get-session", person, "/session", nil).Err(); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("after signing out: %v", err)
		}
	})
}

// TestConcurrentSignIns checks that a person who signs in on several devices at the same time is not locked out.
func TestConcurrentSignIns(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		r.addPerson(usuario(), hashed(t, quick, password))
		var wait sync.WaitGroup
		for range 4 {
			wait.Go(func() {
				if err := r.createSession("usuario.mesa", password).Err(); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
	})
}
