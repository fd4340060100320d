package accounts_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/table"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/wiring/wiringtest"
)

func noon() time.Time { return time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC) }

// failedSignIns returns the number of failed sign-ins of the address source in the current window.
func (r rig) failedSignIns() int {
	r.Helper()
	n, err := r.Table.Limits.Count(r.Context(), limit.FailedSignIns, source, noon())
	if err != nil {
		r.Fatal(err)
	}
	return n - 1
}

// changePassword returns an observer that changes the password of usuario before the session is stored.
func (r rig) changePassword() tabletest.Observer {
	return func(call tabletest.Call) error {
		if call.Action == "dynamodb:UpdateItem" && strings.HasPrefix(call.Key, "CREDENTIAL#") {
			item := maps.Clone(r.Table.Item(r.TB, call.Key, "CREDENTIAL"))
			item["hash"] = &types.AttributeValueMemberS{Value: "$other"}
			r.Table.Put(r.TB, item)
		}
		return nil
	}
}

func TestCreateSession(t *testing.T) {
	hash, weaker := hashed(t, quick, password), hashed(t, account.Hasher{Passes: 2, MemoryKiB: 8}, password)
	failed := func(n int, ago time.Duration) func(rig) {
		return func(r rig) { r.fail(strangers(usuario()), n, noon().Add(-ago)) }
	}
	address := func(n int) func(rig) {
		return func(r rig) {
			for range n {
				if _, err := r.Table.Limits.Count(r.Context(), limit.FailedSignIns, source, noon()); err != nil {
					r.Fatal(err)
				}
			}
		}
	}
	disabled := func(p *account.Person) { p.Disabled = true }
	for _, c := range []struct {
		name     string
		password string
		hash     string // "" if the person does not exist
		change   func(*account.Person)
		prepare  func(rig)
		want     fault.Kind
		wait     time.Duration
		failed   int // failed sign-ins of the address afterwards
		rehash   bool
	}{
		{name: "right password", password: password, hash: hash},
		{name: "weaker hash", password: password, hash: weaker, rehash: true},
		{name: "wrong password", password: "otra", hash: hash, want: fault.Credentials, failed: 1},
		{name: "unknown login", password: password, want: fault.Credentials, failed: 1},
		{name: "disabled person", password: password, hash: hash, change: disabled, want: fault.Credentials, failed: 1},
		{name: "damaged hash", password: password, hash: "$argon2id$rubbish", want: fault.Credentials, failed: 1},
		{name: "locked, right password", password: password, hash: hash, prepare: failed(5, 10*time.Second), want: fault.Locked, wait: 20 * time.Second, failed: 1},
		{name: "address at its limit", password: password, hash: hash, prepare: address(99), failed: 99},
		{name: "address over its limit", password: password, hash: hash, prepare: address(100), want: fault.TooManyRequests, wait: 15 * time.Minute, failed: 101},
		{name: "lock has ended", password: password, hash: hash, prepare: failed(5, time.Minute)},
		{name: "failures of a day ago", password: password, hash: hash, prepare: failed(9, 24*time.Hour)},
		{
			name: "concurrent change of password", password: password, hash: hash, want: fault.Locked, wait: time.Second,
			prepare: func(r rig) { r.BeforeCall = r.changePassword() },
		},
		{
			name: "table not available", password: password, hash: hash, want: fault.Unavailable,
			prepare: func(r rig) { r.BeforeCall = failing("PutItem", "SESSION#") },
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			onTable(t, clock.Fixed(noon()), func(t *testing.T, r rig) {
				if c.hash != "" {
					person := usuario()
					if c.change != nil {
						c.change(&person)
					}
					r.addPerson(person, c.hash)
				}
				r.putOpenTickets("person:usuario-mesa", "3")
				if c.prepare != nil {
					c.prepare(r)
				}
				response := r.createSession(" usuario.mesa ", c.password)
				r.BeforeCall = nil
				if got := r.failedSignIns(); got != c.failed {
					t.Errorf("%d failed sign-ins of the address, want %d", got, c.failed)
				}
				err := response.Err()
				if fault.KindOf(err) != c.want {
					t.Fatalf("%v", err)
				}
				if failure, ok := errors.AsType[*fault.Error](err); ok && failure.RetryAfter != c.wait {
					t.Errorf("wait %s, want %s", failure.RetryAfter, c.wait)
				}
				if c.want != "" {
					if len(cookiesOf(response)) > 0 {
						t.Error("a refused sign-in sets cookies")
					}
					return
				}
				r.checkSession(response, c.hash, c.rehash)
			})
		})
	}
}

// checkSession checks the response to a successful sign-in, and what it stored.
func (r rig) checkSession(response wiringtest.Response, hash string, rehash bool) {
	r.Helper()
	person, err := wiringtest.Decode[api.Person](response)
	if err != nil || person.Id != "usuario-mesa" || person.OpenTickets != 3 {
		r.Errorf("%+v, %v", person, err)
	}
	cookies := cookiesOf(response)
	if hint := cookies["signed-in"]; hint == nil || hint.Value != "usuario-mesa" || hint.MaxAge != 12*60*60 {
		r.Errorf("%+v", hint)
	}
	token, err := account.ParseToken(cookies["__Host-session"].Value)
	if err != nil || cookies["__Host-session"].MaxAge != 12*60*60 {
		r.Fatal(cookies["__Host-session"], err)
	}
	var stored struct {
		ExpiresAt int64         `dynamodbav:"expiresAt"`
		StartedAt table.Instant `dynamodbav:"startedAt"`
		Hash      string        `dynamodbav:"hash"`
	}
	read := func(pk, sk string) {
		if err := attributevalue.UnmarshalMap(r.Table.Item(r.TB, pk, sk), &stored); err != nil {
			r.Fatal(err)
		}
	}
	read("SESSION#usuario-mesa", token.Hash())
	if stored.ExpiresAt != noon().Add(12*time.Hour).Unix() || !stored.StartedAt.Time().Equal(noon()) {
		r.Errorf("%+v", stored)
	}
	read("CREDENTIAL#usuario-mesa", "CREDENTIAL")
	if verdict, err := quick.Verify(stored.Hash, password); err != nil || !verdict.OK || (stored.Hash != hash) != rehash {
		r.Errorf("the stored hash is %q, %v", stored.Hash, err)
	}
	if r.failures(strangers(usuario())) != 0 {
		r.Error("a successful sign-in does not delete the failed attempts")
	}
}

func TestCreateSessionValidates(t *testing.T) {
	onTable(t, clock.Fixed(noon()), func(t *testing.T, r rig) {
		for _, c := range []struct{ username, password, field string }{
			{"", "x", "username"},
			{"  ", "x", "username"},
			{"\x00\u202a", "x", "username"},
			{strings.Repeat("u", 255), "x", "username"},
			{"u", "", "password"},
			{"u", strings.Repeat("ñ", 201), "password"},
		} {
			err := r.createSession(c.username, c.password).Err()
			if diff := cmp.Diff([]string{c.field}, fieldsOf(err)); diff != "" {
				t.Errorf("%.20q %.20q: %v", c.username, c.password, err)
			}
		}
	})
}

func TestGetSession(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		agent := usuario()
		agent.Role, agent.Departments, agent.Language, agent.TimeZone = account.Agent, []string{"soporte-pnt"}, "", ""
		r.SignIn(agent)
		r.putOpenTickets("agent:usuario-mesa", "9")
		got, err := wiringtest.Decode[api.Person](r.request("get-session", agent, "/session", nil))
		if err != nil {
			t.Fatal(err)
		}
		entity, organization, departments := "FEDERACION", "INAI", []string{"soporte-pnt"}
		want := api.Person{
			Id: agent.ID, Name: agent.Name, Username: agent.Username, Email: agent.Email, Role: api.Role("agent"), Language: "es",
			OpenTickets: 9, Entity: &entity, Organization: &organization, Departments: &departments,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		r.BeforeCall = failing("GetItem", "COUNTS#")
		if err := r.request("get-session", agent, "/session", nil).Err(); !fault.Is(err, fault.Unavailable) {
			t.Error(err)
		}
	})
}

// TestDeleteSession checks that the cookie suffices to sign out, and that signing out calls the table once, for a write.
func TestDeleteSession(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		hash := hashed(t, quick, password)
		r.addPerson(usuario(), hash)
		token := r.startSession(usuario(), hash)
		r.SetCookie(usuario(), token.Cookie())
		signOut := func(by account.Person) wiringtest.Response { return r.request("delete-session", by, "/session", nil) }
		cleared := func(response wiringtest.Response) bool {
			cookies := cookiesOf(response)
			names := slices.Sorted(maps.Keys(cookies))
			return slices.Equal(names, []string{"__Host-session", "signed-in"}) && cookies["__Host-session"].MaxAge < 0 && cookies["signed-in"].MaxAge < 0
		}

		r.BeforeCall = failing("DeleteItem", "SESSION#")
		if response := signOut(usuario()); !fault.Is(response.Err(), fault.Unavailable) || cleared(response) || !r.hasSession(token) {
			t.Error("a failed sign-out must not clear the cookies")
		}
		r.BeforeCall = nil
		if response := signOut(usuario()); response.Err() != nil || response.Cost.Calls != 2 || !cleared(response) {
			t.Errorf("with a session: %v, %+v", response.Err(), response.Cost)
		}
		if r.hasSession(token) {
			t.Error("the session still exists")
		}
		if response := signOut(account.Person{}); response.Err() != nil || response.Cost.Calls != 0 || !cleared(response) {
			t.Errorf("without a session: %v, %+v", response.Err(), response.Cost)
		}
	})
}

// TestSigningInAgainEndsTheSession signs in twice in the same browser, the second time as another person.
func TestSigningInAgainEndsTheSession(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		hash := hashed(t, quick, password)
		other := usuario()
		other.ID, other.Username, other.Email = "otra-persona", "otra.persona", "otra.persona@inai.example"
		r.addPerson(usuario(), hash)
		r.addPerson(other, hash)
		earlier, elsewhere := r.startSession(usuario(), hash), r.startSession(usuario(), hash)
		r.SetCookie(usuario(), earlier.Cookie())
		signIn := r.request("create-session", usuario(), "/session", api.Credentials{Username: other.Username, Password: password})
		if err := signIn.Err(); err != nil || signIn.Cost.Rounds > 3 {
			t.Fatalf("%v, %d rounds", err, signIn.Cost.Rounds)
		}
		if r.hasSession(earlier) || !r.hasSession(elsewhere) {
			t.Error("the session of the browser must end, and no other")
		}
		refused := r.request("create-session", usuario(), "/session", api.Credentials{Username: other.Username, Password: "otra"})
		if !fault.Is(refused.Err(), fault.Credentials) || !r.hasSession(elsewhere) {
			t.Errorf("a refused sign-in ends a session: %v", refused.Err())
		}
	})
}

// TestSessionsOfADisabledPersonAreDeleted disables and enables a person: no session is valid again.
func TestSessionsOfADisabledPersonAreDeleted(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		hash, person := hashed(t, quick, password), usuario()
		person.Role, person.Departments = account.Agent, []string{"soporte-pnt"}
		r.addPerson(person, hash)
		sessions := []account.Token{r.startSession(person, hash), r.startSession(person, hash)}
		for _, disabled := range []bool{true, false} {
			if err := r.Table.Accounts.SetDisabled(t.Context(), person, disabled); err != nil {
				t.Fatal(err)
			}
			if r.hasSession(sessions[0]) || r.hasSession(sessions[1]) {
				t.Errorf("disabled %v: a session is valid", disabled)
			}
			staff, err := r.Table.Reopen().Settings.Staff(t.Context())
			if err != nil || len(staff) != 1 || staff[0].Disabled != disabled {
				t.Errorf("disabled %v: the staff directory has %+v, %v", disabled, staff, err)
			}
			if err := r.createSession(person.Username, password).Err(); (err != nil) != disabled {
				t.Errorf("disabled %v: sign-in %v", disabled, err)
			}
		}
		person.ID = "nadie"
		if err := r.Table.Accounts.SetDisabled(t.Context(), person, true); !fault.Is(err, fault.NotFound) {
			t.Errorf("an unknown person: %v", err)
		}
	})
}
