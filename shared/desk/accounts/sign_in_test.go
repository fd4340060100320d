package accounts_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/desk/accounts"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

// quick has minimal cost, to keep tests with many cases fast.
var quick = account.Hasher{Passes: 1, MemoryKiB: 8}

const right = "ocho grillos cantan"

func noon() time.Time { return time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC) }

func hashed(t *testing.T, hasher account.Hasher, password string) string {
	t.Helper()
	hash, err := hasher.Hash(password)
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func usuario() account.Person {
	return account.Person{
		ID: "usuario-mesa", Username: "usuario.mesa", Name: "USUARIO MESA", Email: "usuario.mesa@inai.example",
		Role: account.Requester, Language: locale.Spanish, TimeZone: "America/Mexico_City", Entity: "FEDERACION",
		Organization: account.Organization{ID: "inai", Name: "INAI"},
	}
}

type signIns struct {
	knock     func(login string) (account.SignInAttempt, error)
	candidate func(account.SignInAttempt) (account.SignInCandidate, error)
	start     func(account.NewSession) error
}

func (s signIns) BeginAttempt(_ context.Context, login string, _ time.Time) (account.SignInAttempt, error) {
	return s.knock(login)
}

func (s signIns) Candidate(_ context.Context, try account.SignInAttempt, _ time.Time) (account.SignInCandidate, error) {
	return s.candidate(try)
}

func (s signIns) StartSession(_ context.Context, session account.NewSession) error {
	return s.start(session)
}

// limits counts acts by source, without windows.
type limits map[string]int

func (l limits) Count(_ context.Context, _ limit.Act, source string, _ time.Time) (int, error) {
	l[source]++
	return l[source], nil
}

func (l limits) Uncount(_ context.Context, _ limit.Act, source string, _ time.Time) error {
	l[source]--
	return nil
}

func credentials(username, password string) api.CreateSessionRequestObject {
	return api.CreateSessionRequestObject{Body: &api.Credentials{Username: username, Password: password}}
}

func TestCreateSession(t *testing.T) {
	known := account.SignInCandidate{Person: usuario(), OpenTickets: 3, Credential: account.Credential{Hash: hashed(t, quick, right), Version: 4}}
	weaker := known
	weaker.Hash = hashed(t, account.Hasher{Passes: 2, MemoryKiB: 8}, right)
	disabled := known
	disabled.Person.Disabled = true
	damaged := known
	damaged.Hash = "$argon2id$rubbish"
	five := account.Failures{Count: 5, Last: noon().Add(-10 * time.Second)}
	for _, c := range []struct {
		name      string
		password  string
		earlier   account.Failures
		failed    int
		candidate account.SignInCandidate
		contended int
		startErr  error
		want      fault.Kind
		wait      time.Duration
		rehash    bool
	}{
		{name: "right", password: right, candidate: known},
		{name: "weaker hash", password: right, candidate: weaker, rehash: true},
		{name: "wrong", password: "otra", candidate: known, want: fault.Credentials},
		{name: "nobody", password: right, want: fault.Credentials},
		{name: "disabled", password: right, candidate: disabled, want: fault.Credentials},
		{name: "damaged hash", password: right, candidate: damaged, want: fault.Credentials},
		{name: "locked, even if right", password: right, earlier: five, candidate: known, want: fault.Locked, wait: 20 * time.Second},
		{name: "the address has failed as often as it may", password: right, failed: 99, candidate: known},
		{name: "the address has failed too often", password: right, failed: 100, candidate: known, want: fault.TooManyRequests, wait: 15 * time.Minute},
		{name: "lock has ended", password: right, earlier: account.Failures{Count: 5, Last: noon().Add(-time.Minute)}, candidate: known},
		{name: "others came between", password: right, candidate: known, contended: 5},
		{name: "others come between all the time", password: right, candidate: known, contended: 6, want: fault.Locked, wait: time.Second},
		{name: "password changed meanwhile", password: right, candidate: known, startErr: account.ErrContended, want: fault.Locked, wait: time.Second},
		{name: "store is down", password: right, candidate: known, startErr: fault.New(fault.Unavailable), want: fault.Unavailable},
	} {
		t.Run(c.name, func(t *testing.T) {
			var cookies sessionCookies
			var started []account.NewSession
			contended, counted := c.contended, limits{"203.0.113.7": c.failed}
			use := accounts.CreateSession{Limits: counted, Cookies: &cookies, Hasher: quick, Clock: clock.Fixed(noon()), SignIns: signIns{
				knock: func(login string) (account.SignInAttempt, error) {
					return account.SignInAttempt{Login: login, PersonID: c.candidate.Person.ID, Earlier: c.earlier, Policy: settings.Default().SignIn()}, nil
				},
				candidate: func(account.SignInAttempt) (account.SignInCandidate, error) {
					if contended > 0 {
						contended--
						return account.SignInCandidate{}, account.ErrContended
					}
					return c.candidate, nil
				},
				start: func(s account.NewSession) error { started = append(started, s); return c.startErr },
			}}
			from := caller.With(t.Context(), caller.Caller{Address: "203.0.113.7:51234"})
			answer, err := use.CreateSession(from, credentials(" usuario.mesa ", c.password))
			if failed := c.failed + boolCount(c.want != "" && c.startErr == nil); counted["203.0.113.7"] != failed {
				t.Errorf("%d failures are counted of the address, not %d", counted["203.0.113.7"], failed)
			}
			if fault.KindOf(err) != c.want {
				t.Fatalf("%v", err)
			}
			if failure, ok := errors.AsType[*fault.Error](err); ok && failure.RetryAfter != c.wait {
				t.Errorf("wait %s, want %s", failure.RetryAfter, c.wait)
			}
			if c.want != "" {
				return
			}
			told := httptest.NewRecorder()
			var got api.Person
			if err := answer.VisitCreateSessionResponse(told); err != nil || json.Unmarshal(told.Body.Bytes(), &got) != nil {
				t.Fatalf("%v in %s", err, told.Body)
			}
			if got.Id != "usuario-mesa" || got.OpenTickets != 3 {
				t.Errorf("%+v", got)
			}
			session := started[0]
			if cookies.person != "usuario-mesa" || cookies.lasts != 12*time.Hour {
				t.Errorf("%+v", cookies)
			}
			if session.TokenHash != account.HashToken(cookies.token) || session.Login != "usuario.mesa" || session.Verified != c.candidate.Credential {
				t.Errorf("%+v", session)
			}
			if !session.EndsAt.Equal(noon().Add(12*time.Hour)) || (session.Rehashed != "") != c.rehash {
				t.Errorf("%+v", session)
			}
		})
	}
}

// sessionCookies records the session whose cookies were set last.
type sessionCookies struct {
	token, person string
	lasts         time.Duration
	ended         bool
}

func (c *sessionCookies) Begin(_ context.Context, token account.Token, lasts time.Duration) {
	*c = sessionCookies{token: token.Cookie(), person: token.Person(), lasts: lasts}
}

func (c *sessionCookies) End(context.Context) { *c = sessionCookies{ended: true} }

func boolCount(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestCreateSessionRefusesInput(t *testing.T) {
	for _, c := range []struct{ username, password, field string }{
		{"", "x", "username"},
		{"  ", "x", "username"},
		{"a\x00b", "x", "username"},
		{strings.Repeat("u", 255), "x", "username"},
		{"u", "", "password"},
		{"u", strings.Repeat("ñ", 201), "password"},
	} {
		_, err := accounts.CreateSession{}.CreateSession(t.Context(), credentials(c.username, c.password))
		if diff := cmp.Diff([]string{c.field}, fieldsOf(err)); diff != "" {
			t.Errorf("%.20q %.20q: %v", c.username, c.password, err)
		}
	}
}

func fieldsOf(err error) (names []string) {
	if failure, ok := errors.AsType[*fault.Error](err); ok {
		for _, field := range failure.Fields {
			names = append(names, field.Name)
		}
	}
	return names
}

func as(t *testing.T, p account.Person) context.Context {
	t.Helper()
	return caller.With(t.Context(), caller.Caller{Person: p, SessionHash: "own", Speaks: locale.Spanish})
}

type counts func(account.Person) (int, error)

func (c counts) OpenTickets(_ context.Context, p account.Person) (int, error) { return c(p) }

func TestGetSession(t *testing.T) {
	agent := usuario()
	agent.Role, agent.Departments, agent.Language, agent.TimeZone = account.Agent, []string{"soporte-pnt"}, "", ""
	use := accounts.GetSession{Counts: counts(func(account.Person) (int, error) { return 9, nil })}
	answer, err := use.GetSession(as(t, agent), api.GetSessionRequestObject{})
	if err != nil {
		t.Fatal(err)
	}
	entity, organization, departments := "FEDERACION", "INAI", []string{"soporte-pnt"}
	want := api.GetSession200JSONResponse{
		Id: agent.ID, Name: agent.Name, Username: agent.Username, Email: agent.Email, Role: api.Role("agent"), Language: "es",
		OpenTickets: 9, Entity: &entity, Organization: &organization, Departments: &departments,
	}
	if diff := cmp.Diff(want, answer); diff != "" {
		t.Error(diff)
	}
	down := accounts.GetSession{Counts: counts(func(account.Person) (int, error) { return 0, fault.New(fault.Unavailable) })}
	if _, err := down.GetSession(as(t, agent), api.GetSessionRequestObject{}); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
}

type endings func(person, hash string) error

func (e endings) EndSession(_ context.Context, person, hash string) error { return e(person, hash) }

func TestDeleteSession(t *testing.T) {
	ended := ""
	var cookies sessionCookies
	use := accounts.DeleteSession{Cookies: &cookies, Endings: endings(func(person, hash string) error { ended = person + " " + hash; return nil })}
	for name, c := range map[string]struct {
		ctx  context.Context
		want string
	}{
		"with a session":    {as(t, usuario()), "usuario-mesa own"},
		"without a session": {t.Context(), ""},
	} {
		ended = ""
		_, err := use.DeleteSession(c.ctx, api.DeleteSessionRequestObject{})
		if err != nil || ended != c.want {
			t.Errorf("%s: ended %q, %v", name, ended, err)
		}
		if !cookies.ended {
			t.Errorf("%s: the cookies are not cleared", name)
		}
		cookies.ended = false
	}
	down := accounts.DeleteSession{Endings: endings(func(string, string) error { return fault.New(fault.Unavailable) })}
	if _, err := down.DeleteSession(as(t, usuario()), api.DeleteSessionRequestObject{}); !fault.Is(err, fault.Unavailable) {
		t.Error("a session that did not end must not look ended")
	}
}
