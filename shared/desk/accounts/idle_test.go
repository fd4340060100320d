package accounts_test

import (
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/fault"
	"mesa/shared/wiring/wiringtest"
)

// TestIdleSessionOfStaffEnds checks that requests do not extend a session, that extend-session does, and that the session ends
// without activity (A6). Sessions of requesters only end after their lifetime.
func TestIdleSessionOfStaffEnds(t *testing.T) {
	const halfAnHour = 30 * 60
	onTable(t, nil, func(t *testing.T, r rig) {
		agent := usuario()
		agent.Role, agent.Departments = account.Agent, []string{"soporte-pnt"}
		hash := hashed(t, quick, password)
		r.addPerson(agent, hash)
		signedIn, err := wiringtest.Decode[api.Person](r.createSession(agent.Username, password))
		if err != nil || signedIn.IdleSeconds == nil || *signedIn.IdleSeconds != halfAnHour {
			t.Fatalf("%v, %+v", err, signedIn.IdleSeconds)
		}
		start := func(left time.Duration) account.Token {
			token, err := account.NewToken(agent.ID)
			if err != nil {
				t.Fatal(err)
			}
			session := account.NewSession{
				PersonID: agent.ID, TokenHash: token.Hash(), Counter: strangers(agent), Verified: account.Credential{Hash: hash},
				StartedAt: time.Now(), EndsAt: time.Now().Add(time.Hour), IdleEndsAt: time.Now().Add(left),
			}
			if err := r.Table.Accounts.StartSession(t.Context(), session, audit.New(audit.SignedIn, session.StartedAt)); err != nil {
				t.Fatal(err)
			}
			r.SetCookie(agent, token.Cookie())
			return token
		}
		idle := func() int {
			t.Helper()
			got, err := wiringtest.Decode[api.Person](r.request("get-session", agent, "/session", nil))
			if err != nil || got.IdleSeconds == nil {
				t.Fatalf("%v, %+v", err, got)
			}
			return *got.IdleSeconds
		}

		start(time.Minute)
		for range 2 {
			if idle() > 60 {
				t.Error("a request extends the session")
			}
		}
		extend := func(idleFor int) int {
			t.Helper()
			response := r.request("extend-session", agent, "/session", api.SessionActivity{IdleFor: idleFor})
			extended, err := wiringtest.Decode[api.SessionEnd](response)
			if err != nil || extended.IdleSeconds == nil || response.Cost.Rounds > 3 {
				t.Fatalf("%v: %+v, %d rounds", err, extended, response.Cost.Rounds)
			}
			return *extended.IdleSeconds
		}
		if got := extend(240); got != halfAnHour-240 || idle() < halfAnHour-300 {
			t.Errorf("%d seconds, %d left", got, idle())
		}
		if got := extend(1200); got < halfAnHour-300 {
			t.Errorf("less recent activity shortens the session to %d seconds", got)
		}
		if err := r.request("extend-session", agent, "/session", api.SessionActivity{IdleFor: -1}).Err(); !fault.Is(err, fault.Invalid) {
			t.Errorf("activity in the future: %v", err)
		}

		token, later := start(time.Hour), time.Now().Add(10*time.Minute)
		ends, err := r.Table.Accounts.ExtendSession(t.Context(), agent.ID, token.Hash(), time.Now(), later)
		if left := time.Until(ends); err != nil || left < 59*time.Minute || idle() < 59*60 {
			t.Errorf("a request that read the session before a concurrent one shortens it to %s: %v", left, err)
		}

		ended := start(-time.Second)
		for _, operation := range []string{"get-session", "extend-session"} {
			if err := r.request(operation, agent, "/session", api.SessionActivity{}).Err(); !fault.Is(err, fault.Unauthenticated) {
				t.Errorf("%s with an idle session: %v", operation, err)
			}
		}
		if r.hasSession(ended) {
			t.Error("the idle session is valid")
		}
	})
}

func TestSessionOfARequesterIsNotIdle(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		r.SignIn(usuario())
		person, err := wiringtest.Decode[api.Person](r.request("get-session", usuario(), "/session", nil))
		if err != nil || person.IdleSeconds != nil {
			t.Errorf("%v, %+v", err, person)
		}
		extended, err := wiringtest.Decode[api.SessionEnd](r.request("extend-session", usuario(), "/session", api.SessionActivity{}))
		if err != nil || extended.IdleSeconds != nil {
			t.Errorf("%v, %+v", err, extended)
		}
	})
}
