package access_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/account"
	"mesa/shared/api"
	"mesa/shared/auth"
	"mesa/shared/clock"
	"mesa/shared/desk/access"
	"mesa/shared/desk/caller"
	"mesa/shared/fault"
	"mesa/shared/locale"
	"mesa/shared/settings"
	"mesa/shared/signin"
)

// quick is cheap enough to hash in tables.
var quick = auth.Hasher{Passes: 1, MemoryKiB: 8}

const right = "ocho grillos cantan"

func noon() time.Time { return time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC) }

func hashed(t *testing.T, hasher auth.Hasher, password string) string {
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
	knock     func(login string) (signin.Try, error)
	candidate func(signin.Try) (signin.Candidate, error)
	start     func(signin.Session) error
}

func (s signIns) Knock(_ context.Context, login string, _ time.Time) (signin.Try, error) {
	return s.knock(login)
}

func (s signIns) Candidate(_ context.Context, try signin.Try, _ time.Time) (signin.Candidate, error) {
	return s.candidate(try)
}

func (s signIns) StartSession(_ context.Context, session signin.Session) error {
	return s.start(session)
}

func credentials(username, password string) api.CreateSessionRequestObject {
	return api.CreateSessionRequestObject{Body: &api.Credentials{Username: username, Password: password}}
}

func TestCreateSession(t *testing.T) {
	known := signin.Candidate{Person: usuario(), OpenTickets: 3, Secret: signin.Secret{Hash: hashed(t, quick, right), Version: 4}}
	weaker := known
	weaker.Hash = hashed(t, auth.Hasher{Passes: 2, MemoryKiB: 8}, right)
	disabled := known
	disabled.Person.Disabled = true
	damaged := known
	damaged.Hash = "$argon2id$rubbish"
	five := signin.Failures{Count: 5, Last: noon().Add(-10 * time.Second)}
	for _, c := range []struct {
		name      string
		password  string
		earlier   signin.Failures
		candidate signin.Candidate
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
		{name: "lock has ended", password: right, earlier: signin.Failures{Count: 5, Last: noon().Add(-time.Minute)}, candidate: known},
		{name: "others came between", password: right, candidate: known, contended: 5},
		{name: "others come between all the time", password: right, candidate: known, contended: 6, want: fault.Locked, wait: time.Second},
		{name: "password changed meanwhile", password: right, candidate: known, startErr: signin.ErrContended, want: fault.Locked, wait: time.Second},
		{name: "store is down", password: right, candidate: known, startErr: fault.New(fault.Unavailable), want: fault.Unavailable},
	} {
		t.Run(c.name, func(t *testing.T) {
			var started []signin.Session
			contended := c.contended
			use := access.CreateSession{Secure: true, Hasher: quick, Clock: clock.Fixed(noon()), SignIns: signIns{
				knock: func(login string) (signin.Try, error) {
					return signin.Try{Login: login, PersonID: c.candidate.Person.ID, Earlier: c.earlier, Settings: settings.Default()}, nil
				},
				candidate: func(signin.Try) (signin.Candidate, error) {
					if contended > 0 {
						contended--
						return signin.Candidate{}, signin.ErrContended
					}
					return c.candidate, nil
				},
				start: func(s signin.Session) error { started = append(started, s); return c.startErr },
			}}
			answer, err := use.CreateSession(t.Context(), credentials(" usuario.mesa ", c.password))
			if fault.KindOf(err) != c.want {
				t.Fatalf("%v", err)
			}
			if failure, ok := errors.AsType[*fault.Error](err); ok && failure.RetryAfter != c.wait {
				t.Errorf("wait %s, want %s", failure.RetryAfter, c.wait)
			}
			if c.want != "" {
				return
			}
			got := answer.(api.CreateSession200JSONResponse)
			if got.Body.Id != "usuario-mesa" || got.Body.OpenTickets != 3 {
				t.Errorf("%+v", got.Body)
			}
			cookie := *got.Headers.SetCookie
			for _, part := range []string{"session=usuario-mesa.", "; Path=/", "; Max-Age=43200", "; HttpOnly", "; Secure", "; SameSite=Lax"} {
				if !strings.Contains(cookie, part) {
					t.Errorf("cookie %q lacks %q", cookie, part)
				}
			}
			session := started[0]
			value, _, _ := strings.Cut(strings.TrimPrefix(cookie, "session="), ";")
			if session.TokenHash != auth.HashToken(value) || session.Login != "usuario.mesa" || session.Verified != c.candidate.Secret {
				t.Errorf("%+v", session)
			}
			if !session.EndsAt.Equal(noon().Add(12*time.Hour)) || (session.Rehashed != "") != c.rehash {
				t.Errorf("%+v", session)
			}
		})
	}
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
		_, err := access.CreateSession{}.CreateSession(t.Context(), credentials(c.username, c.password))
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
	use := access.GetSession{Counts: counts(func(account.Person) (int, error) { return 9, nil })}
	answer, err := use.GetSession(as(t, agent), api.GetSessionRequestObject{})
	if err != nil {
		t.Fatal(err)
	}
	entity, organization, departments := "FEDERACION", "INAI", []string{"soporte-pnt"}
	want := api.GetSession200JSONResponse{
		Id: agent.ID, Name: agent.Name, Username: agent.Username, Email: agent.Email, Role: api.Role("agent"), Language: "es",
		TimeZone: "America/Mexico_City", OpenTickets: 9, Entity: &entity, Organization: &organization, Departments: &departments,
	}
	if diff := cmp.Diff(want, answer); diff != "" {
		t.Error(diff)
	}
	down := access.GetSession{Counts: counts(func(account.Person) (int, error) { return 0, fault.New(fault.Unavailable) })}
	if _, err := down.GetSession(as(t, agent), api.GetSessionRequestObject{}); !fault.Is(err, fault.Unavailable) {
		t.Error(err)
	}
}

type endings func(person, hash string) error

func (e endings) EndSession(_ context.Context, person, hash string) error { return e(person, hash) }

func TestDeleteSession(t *testing.T) {
	ended := ""
	use := access.DeleteSession{Endings: endings(func(person, hash string) error { ended = person + " " + hash; return nil })}
	for name, c := range map[string]struct {
		ctx  context.Context
		want string
	}{
		"with a session":    {as(t, usuario()), "usuario-mesa own"},
		"without a session": {t.Context(), ""},
	} {
		ended = ""
		answer, err := use.DeleteSession(c.ctx, api.DeleteSessionRequestObject{})
		if err != nil || ended != c.want {
			t.Errorf("%s: ended %q, %v", name, ended, err)
		}
		if cookie := *answer.(api.DeleteSession204Response).Headers.SetCookie; cookie != "session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" {
			t.Errorf("%s: %q", name, cookie)
		}
	}
	down := access.DeleteSession{Endings: endings(func(string, string) error { return fault.New(fault.Unavailable) })}
	if _, err := down.DeleteSession(as(t, usuario()), api.DeleteSessionRequestObject{}); !fault.Is(err, fault.Unavailable) {
		t.Error("a session that did not end must not look ended")
	}
}
