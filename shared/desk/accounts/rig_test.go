package accounts_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/edge/httpapi"
	"mesa/shared/wiring"
	"mesa/shared/wiring/wiringtest"
)

// rig sends requests to the operations of accounts on a test table. They come through CloudFront, from the address source.
type rig struct{ *wiringtest.Stack }

const (
	source      = "203.0.113.7"
	originProof = "a secret of more than thirty-two characters"
)

// quick has minimal cost, to keep tests with many cases fast.
var quick = account.Hasher{Passes: 1, MemoryKiB: 8}

// password is the password of the people whom addPerson adds.
const password = "ocho grillos cantan"

func usuario() account.Person {
	return account.Person{
		ID: "usuario-mesa", Username: "usuario.mesa", Name: "USUARIO MESA", Email: "usuario.mesa@inai.example",
		Role: account.Requester, Language: locale.Spanish, TimeZone: "America/Mexico_City", Entity: "FEDERACION",
		Organization: account.Organization{ID: "inai", Name: "INAI"},
	}
}

func onTable(t *testing.T, now clock.Clock, run func(t *testing.T, r rig)) {
	t.Helper()
	storetest.First(t, func(t *testing.T, table storetest.Table) {
		if err := table.Settings.PutConfiguration(t.Context(), settings.Configuration{Settings: settings.Default()}); err != nil {
			t.Fatal(err)
		}
		run(t, rig{&wiringtest.Stack{TB: t, Table: table, Parts: wiring.Parts{Clock: now, Hasher: quick, OriginProofs: httpapi.OriginProofs{originProof}}}})
	})
}

func (r rig) request(operation string, by account.Person, path string, body any) wiringtest.Response {
	r.Helper()
	return r.Request(operation, by, path, body, "X-Origin-Proof", originProof, "X-Viewer-Address", source+":51234")
}

func (r rig) createSession(username, password string) wiringtest.Response {
	r.Helper()
	return r.createSessionOn("", username, password)
}

// createSessionOn signs in with the cookie of a device.
func (r rig) createSessionOn(device, username, password string) wiringtest.Response {
	r.Helper()
	return r.Request("create-session", account.Person{}, "/session", api.Credentials{Username: username, Password: password},
		"X-Origin-Proof", originProof, "X-Viewer-Address", source+":51234", "Cookie", "__Host-device="+device)
}

func hashed(t testing.TB, hasher account.Hasher, password string) string {
	t.Helper()
	hash, err := hasher.Hash(password)
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

// addPerson adds a person with the hash of a password.
func (r rig) addPerson(person account.Person, hash string) {
	r.Helper()
	if err := r.Table.Accounts.AddPerson(r.Context(), person, hash); err != nil {
		r.Fatal(err)
	}
}

// startSession starts a session of a person whose stored password hash is given.
func (r rig) startSession(person account.Person, hash string) account.Token {
	r.Helper()
	token, err := account.NewToken(person.ID)
	if err != nil {
		r.Fatal(err)
	}
	if err := r.Table.Accounts.StartSession(r.Context(), account.NewSession{
		PersonID: person.ID, TokenHash: token.Hash(), Counter: strangers(person), Verified: account.Credential{Hash: hash},
		StartedAt: time.Now(), EndsAt: time.Now().Add(time.Hour),
	}, audit.New(audit.SignedIn, time.Now())); err != nil {
		r.Fatal(err)
	}
	return token
}

// hasSession reports whether the session of a token exists.
func (r rig) hasSession(token account.Token) bool {
	r.Helper()
	_, err := r.Table.Accounts.Session(r.Context(), token.Person(), token.Hash())
	if err != nil && !fault.Is(err, fault.Unauthenticated) {
		r.Fatal(err)
	}
	return err == nil
}

// strangers returns the counter of strangers who try to sign in as a person.
func strangers(person account.Person) account.Counter {
	return account.DeviceCounter(person.ID, account.Device{})
}

// fail records failed attempts of a counter.
func (r rig) fail(counter account.Counter, n int, at time.Time) {
	r.Helper()
	for range n {
		attempt := account.SignInAttempt{Login: account.Login{Policy: account.SignInPolicy{Lockout: account.Lockout{Failures: n + 1}}}, Counter: counter}
		if _, err := r.Table.Accounts.RecordAndReadCandidate(r.Context(), attempt, at); err != nil {
			r.Fatal(err)
		}
	}
}

// failures returns the number of recorded failed attempts of a counter.
func (r rig) failures(counter account.Counter) int {
	r.Helper()
	var item struct {
		Failures int `dynamodbav:"failures"`
	}
	if err := attributevalue.UnmarshalMap(r.Table.Item(r.TB, "LOCKOUT#"+counter.Owner, counter.Source), &item); err != nil {
		r.Fatal(err)
	}
	return item.Failures
}

// putOpenTickets stores the number of a requester's open tickets.
func (r rig) putOpenTickets(owner, n string) {
	r.Helper()
	r.Table.Put(r.TB, map[string]types.AttributeValue{
		"pk":   &types.AttributeValueMemberS{Value: "COUNTS#" + owner},
		"sk":   &types.AttributeValueMemberS{Value: "COUNTS"},
		"open": &types.AttributeValueMemberN{Value: n},
	})
}

var errTable = errors.New("the table is not available")

// failing returns an observer that makes a call fail if it has an action and its key has a prefix.
func failing(action, keyPrefix string) tabletest.Observer {
	return func(call tabletest.Call) error {
		if call.Action == "dynamodb:"+action && strings.HasPrefix(call.Key, keyPrefix) {
			return errTable
		}
		return nil
	}
}

// cookiesOf returns the cookies that a response sets, by name.
func cookiesOf(response wiringtest.Response) map[string]*http.Cookie {
	all := map[string]*http.Cookie{}
	for _, cookie := range response.Result().Cookies() {
		all[cookie.Name] = cookie
	}
	return all
}

func fieldsOf(err error) (names []string) {
	if failure, ok := errors.AsType[*fault.Error](err); ok {
		for _, field := range failure.Fields {
			names = append(names, field.Name)
		}
	}
	return names
}
