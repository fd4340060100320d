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

const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"

// signInWith signs a person in with a browser, makes the session the person's current session, and returns its token.
func (r rig) signInWith(person account.Person, userAgent string) account.Token {
	r.Helper()
	response := r.Request("create-session", account.Person{}, "/session", api.Credentials{Username: person.Username, Password: password},
		"X-Origin-Proof", originProof, "X-Viewer-Address", source+":51234", "User-Agent", userAgent)
	if err := response.Err(); err != nil {
		r.Fatal(err)
	}
	token, err := account.ParseToken(cookiesOf(response)["__Host-session"].Value)
	if err != nil {
		r.Fatal(err)
	}
	r.SetCookie(person, token.Cookie())
	return token
}

func (r rig) sessionsOf(person account.Person) []api.ListedSession {
	r.Helper()
	response := r.request("list-sessions", person, "/sessions", nil)
	sessions, err := wiringtest.Decode[[]api.ListedSession](response)
	if err != nil || response.Cost.Rounds > 3 {
		r.Fatalf("%v, %d rounds", err, response.Cost.Rounds)
	}
	return sessions
}

func otherPerson() account.Person {
	other := usuario()
	other.ID, other.Username, other.Email = "otra", "otra.persona", "otra.persona@inai.example"
	return other
}

func TestSessionsAreListed(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		hash := hashed(t, quick, password)
		r.addPerson(usuario(), hash)
		r.addPerson(otherPerson(), hash)
		first := r.startSession(usuario(), hash)
		r.startSession(otherPerson(), hash)
		current := r.signInWith(usuario(), firefox)
		sessions := r.sessionsOf(usuario())
		if len(sessions) != 2 {
			t.Fatalf("%+v", sessions)
		}
		if got := sessions[0]; !got.Current || got.Device != "Firefox, Windows" || got.CreatedAt.IsZero() || !got.LastUsedAt.Equal(got.CreatedAt) {
			t.Errorf("current session: %+v", got)
		}
		if got := sessions[1]; got.Current || got.Device != "" {
			t.Errorf("other session: %+v", got)
		}
		for _, session := range sessions {
			for _, token := range []account.Token{first, current} {
				if session.Id == token.Hash() || session.Id == token.Cookie() {
					t.Errorf("the list shows the token or its key: %+v", session)
				}
			}
			// Nobody can take the session over with the id from the list.
			r.SetCookie(usuario(), usuario().ID+"."+session.Id)
			if err := r.request("get-session", usuario(), "/session", nil).Err(); !fault.Is(err, fault.Unauthenticated) {
				t.Errorf("the id as a cookie: %v", err)
			}
		}
	})
}

func TestEndedSessionsAreNotListed(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		hash := hashed(t, quick, password)
		r.addPerson(usuario(), hash)
		start := func(endsAt, idleEndsAt time.Time) {
			token, err := account.NewToken(usuario().ID)
			if err != nil {
				t.Fatal(err)
			}
			if err := r.Table.Accounts.StartSession(t.Context(), account.NewSession{
				PersonID: usuario().ID, TokenHash: token.Hash(), Counter: strangers(usuario()), Verified: account.Credential{Hash: hash},
				StartedAt: time.Now(), EndsAt: endsAt, IdleEndsAt: idleEndsAt,
			}, audit.New(audit.SignedIn, time.Now())); err != nil {
				t.Fatal(err)
			}
		}
		now := time.Now()
		start(now.Add(-time.Minute), time.Time{})
		start(now.Add(time.Hour), now.Add(-time.Minute))
		r.signInWith(usuario(), firefox)
		if sessions := r.sessionsOf(usuario()); len(sessions) != 1 || !sessions[0].Current {
			t.Errorf("%+v", sessions)
		}
	})
}

func TestEndSession(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		hash := hashed(t, quick, password)
		r.addPerson(usuario(), hash)
		r.addPerson(otherPerson(), hash)
		foreign := r.startSession(otherPerson(), hash)
		lost := r.startSession(usuario(), hash)
		current := r.signInWith(usuario(), firefox)
		end := func(id string) wiringtest.Response {
			t.Helper()
			response := r.request("end-session", usuario(), "/sessions/"+id, nil)
			if response.Cost.Rounds > 4 {
				t.Errorf("%d rounds", response.Cost.Rounds)
			}
			return response
		}
		for name, id := range map[string]string{
			"another person's session": account.ListedSession{TokenHash: foreign.Hash()}.ID(), "an unknown session": "x",
			"the key of a session": lost.Hash(), "a token": lost.Cookie(),
		} {
			if err := end(id).Err(); !fault.Is(err, fault.NotFound) {
				t.Errorf("%s: %v", name, err)
			}
		}
		response := end(account.ListedSession{TokenHash: lost.Hash()}.ID())
		if err := response.Err(); err != nil || len(cookiesOf(response)) > 0 {
			t.Errorf("%v, %v", err, cookiesOf(response))
		}
		if r.hasSession(lost) || !r.hasSession(current) || !r.hasSession(foreign) {
			t.Errorf("lost %t, current %t, foreign %t", r.hasSession(lost), r.hasSession(current), r.hasSession(foreign))
		}
		if err := end(account.ListedSession{TokenHash: lost.Hash()}.ID()).Err(); !fault.Is(err, fault.NotFound) {
			t.Errorf("again: %v", err)
		}
		response = end(account.ListedSession{TokenHash: current.Hash()}.ID())
		if cookie := cookiesOf(response)["__Host-session"]; response.Err() != nil || r.hasSession(current) || cookie == nil || cookie.MaxAge >= 0 {
			t.Errorf("the current session: %v, %v", response.Err(), cookie)
		}
	})
}

func TestEndOtherSessions(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		hash := hashed(t, quick, password)
		r.addPerson(usuario(), hash)
		r.addPerson(otherPerson(), hash)
		foreign := r.startSession(otherPerson(), hash)
		var others []account.Token
		for range 30 { // more than one batch
			others = append(others, r.startSession(usuario(), hash))
		}
		current := r.signInWith(usuario(), firefox)
		response := r.request("end-other-sessions", usuario(), "/sessions", nil)
		if err := response.Err(); err != nil {
			t.Fatal(err)
		}
		for _, other := range others {
			if r.hasSession(other) {
				t.Fatal("another session has not ended")
			}
		}
		if !r.hasSession(current) || !r.hasSession(foreign) {
			t.Errorf("current %t, foreign %t", r.hasSession(current), r.hasSession(foreign))
		}
		if err := r.request("end-other-sessions", usuario(), "/sessions", nil).Err(); err != nil {
			t.Errorf("again: %v", err)
		}
	})
}

// TestUseOfASessionIsSeldomWritten checks that get-session records the use of a session at most every 10 minutes, and that it
// succeeds if the record fails.
func TestUseOfASessionIsSeldomWritten(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		hash := hashed(t, quick, password)
		r.addPerson(usuario(), hash)
		token := r.startSession(usuario(), hash)
		r.SetCookie(usuario(), token.Cookie())
		lastUse := func() time.Time {
			t.Helper()
			session, err := r.Table.Accounts.Session(t.Context(), usuario().ID, token.Hash())
			if err != nil {
				t.Fatal(err)
			}
			return session.LastUsedAt
		}
		get := func() wiringtest.Response {
			t.Helper()
			response := r.request("get-session", usuario(), "/session", nil)
			if err := response.Err(); err != nil || response.Cost.Rounds > 2 {
				t.Errorf("%v, %d rounds", err, response.Cost.Rounds)
			}
			return response
		}
		started := lastUse()
		if get(); !lastUse().Equal(started) {
			t.Error("a use after seconds is recorded")
		}
		anHourAgo := started.Add(-time.Hour)
		if err := r.Table.Accounts.RecordUse(t.Context(), usuario().ID, token.Hash(), anHourAgo); err != nil {
			t.Fatal(err)
		}
		r.BeforeCall = failing("UpdateItem", "SESSION#")
		if get(); !lastUse().Before(started) {
			t.Error("the failed record is stored")
		}
		r.BeforeCall = nil
		if get(); lastUse().Before(started) {
			t.Errorf("last use %s, started %s", lastUse(), started)
		}
		if err := r.Table.Accounts.RecordUse(t.Context(), usuario().ID, "unknown", started); err != nil {
			t.Error(err)
		}
		if item := r.Table.Item(t, "SESSION#"+usuario().ID, "unknown"); item != nil {
			t.Errorf("the use of an ended session creates %v", item)
		}
	})
}
