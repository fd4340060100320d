package accounts_test

import (
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/wiring/wiringtest"
)

func (r rig) requestReset(login string) wiringtest.Response {
	r.Helper()
	return r.request("create-password-reset", account.Person{}, "/password-resets", api.NewPasswordReset{Login: login})
}

func (r rig) resetPassword(token, password string) wiringtest.Response {
	r.Helper()
	return r.request("reset-password", account.Person{}, "/password-resets/"+token, api.NewPassword{Password: password})
}

// issue stores a link of a person and returns its token, as send-mail does.
func (r rig) issue(p account.Person, purpose account.LinkPurpose, now time.Time) account.LinkToken {
	r.Helper()
	link := account.NewLink(p.ID, purpose, now, time.Hour)
	if err := r.Table.Accounts.AddLink(r.Context(), link, account.LinkMail(account.ResetMail, link)); err != nil {
		r.Fatal(err)
	}
	token := account.NewLinkToken(link.ID)
	if err := r.Table.Accounts.IssueToken(r.Context(), token, p.Email); err != nil {
		r.Fatal(err)
	}
	return token
}

// TestResetRequestRevealsNothing compares the responses and the calls to the table for a login that somebody has and for a login
// that nobody has (A10).
func TestResetRequestRevealsNothing(t *testing.T) {
	onTable(t, clock.Fixed(requestTime()), func(t *testing.T, r rig) {
		r.addPerson(usuario(), hashed(t, quick, password))
		var kinds []string
		r.BeforeCall = func(call tabletest.Call) error {
			kinds = append(kinds, call.Action)
			return nil
		}
		type result struct {
			code   int
			body   string
			rounds int
			calls  int
			units  float64
		}
		send := func(login string) result {
			kinds = nil
			response := r.requestReset(login)
			return result{response.Code, response.Body.String(), response.Cost.Rounds, len(kinds), response.Cost.WriteUnits}
		}
		known, unknown := send("usuario.mesa"), send("nadie.mesa.es")
		if known != unknown || known.code != http.StatusAccepted || known.rounds > 3 {
			t.Errorf("known %+v, unknown %+v", known, unknown)
		}
	})
}

func TestResetRequests(t *testing.T) {
	for name, c := range map[string]struct {
		login           string
		byAddress, byID int // earlier requests
		beforeCall      tabletest.Observer
		want            fault.Kind
		mailed          string
	}{
		"user name":           {login: " Usuario.Mesa", mailed: "usuario-mesa"},
		"e-mail":              {login: "usuario.mesa@inai.example", byAddress: 19, byID: 2, mailed: "usuario-mesa"},
		"nobody":              {login: "nadie", mailed: "no.body"},
		"person over limit":   {login: "usuario.mesa", byID: 3, mailed: "no.body"},
		"address over limit":  {login: "usuario.mesa", byAddress: 20, want: fault.TooManyRequests},
		"empty":               {login: " ", want: fault.Invalid},
		"table not available": {login: "usuario.mesa", beforeCall: failing("PutItem", "ACCOUNT-MAIL"), want: fault.Unavailable},
	} {
		t.Run(name, func(t *testing.T) {
			onTable(t, clock.Fixed(requestTime()), func(t *testing.T, r rig) {
				r.addPerson(usuario(), hashed(t, quick, password))
				for id, n := range map[string]int{source: c.byAddress, "usuario-mesa": c.byID} {
					for range n {
						if _, err := r.Table.Limits.Count(t.Context(), limit.PasswordResets, id, requestTime()); err != nil {
							t.Fatal(err)
						}
					}
				}
				var mailed []string
				r.BeforeCall = func(call tabletest.Call) error {
					if call.Action == "dynamodb:PutItem" && len(call.Key) > len("ACCOUNT-MAIL#") {
						mailed = append(mailed, call.Key)
					}
					if c.beforeCall != nil {
						return c.beforeCall(call)
					}
					return nil
				}
				if err := r.requestReset(c.login).Err(); fault.KindOf(err) != c.want {
					t.Fatal(err)
				}
				if c.want != "" {
					return
				}
				var recipients []string
				for _, key := range mailed {
					var item struct {
						PersonID string `dynamodbav:"personId"`
						Hash     string `dynamodbav:"secretHash"`
					}
					for _, kind := range []string{"ACCOUNT-MAIL", "ACCOUNT-LINK"} {
						if err := attributevalue.UnmarshalMap(r.Table.Item(r.TB, key, kind), &item); err != nil {
							t.Fatal(err)
						}
					}
					if item.Hash != "" {
						t.Errorf("%s has a secret before it is mailed", key)
					}
					recipients = append(recipients, item.PersonID)
				}
				if diff := cmp.Diff([]string{c.mailed, c.mailed}, recipients); diff != "" {
					t.Error(diff)
				}
			})
		})
	}
}

// TestResetPassword checks that a link sets a password once, ends every session, allows a person who was locked out to sign in, and
// that the new password is mailed.
func TestResetPassword(t *testing.T) {
	onTable(t, clock.Fixed(requestTime()), func(t *testing.T, r rig) {
		hash := hashed(t, quick, password)
		r.addPerson(usuario(), hash)
		sessions := []account.Token{r.startSession(usuario(), hash), r.startSession(usuario(), hash)}
		r.fail(strangers(usuario()), 4, requestTime())
		token, other := r.issue(usuario(), account.Reset, requestTime().Add(-time.Minute)), r.issue(usuario(), account.Reset, requestTime().Add(-time.Minute))
		const next = "tres tristes tigres"

		shown, err := wiringtest.Decode[api.PasswordReset](r.request("get-password-reset", account.Person{}, "/password-resets/"+token.Text(), nil))
		if want := (api.PasswordReset{Username: "usuario.mesa", Name: "USUARIO MESA"}); err != nil || shown != want {
			t.Errorf("%+v, %v", shown, err)
		}
		for _, refused := range []string{"corto", "usuario.mesa 2026", "contraseña2026"} {
			if err := r.resetPassword(token.Text(), refused).Err(); !fault.Is(err, fault.Invalid) || !cmp.Equal(fieldsOf(err), []string{"password"}) {
				t.Errorf("%s: %v", refused, err)
			}
		}
		response := r.resetPassword(token.Text(), next)
		if response.Err() != nil || response.Code != http.StatusNoContent || len(response.Result().Cookies()) > 0 || response.Cost.Rounds > 3 {
			t.Fatalf("%d, %d rounds, %v", response.Code, response.Cost.Rounds, response.Err())
		}
		for _, session := range sessions {
			if r.hasSession(session) {
				t.Error("a session continues")
			}
		}
		if r.failures(strangers(usuario())) != 0 || r.Table.Item(t, "ACCOUNT-MAIL#"+token.Link(), "ACCOUNT-MAIL") == nil {
			t.Error("the failures remain, or no mail is queued")
		}
		if events := r.Table.AuditEvents(t, audit.PasswordReset); len(events) != 1 || events[0].PersonID != usuario().ID || events[0].ActorID != "" {
			t.Errorf("%+v", events)
		}
		if err := r.createSession("usuario.mesa", password).Err(); !fault.Is(err, fault.Credentials) {
			t.Errorf("the old password: %v", err)
		}
		if err := r.createSession("usuario.mesa", next).Err(); err != nil {
			t.Errorf("the new password: %v", err)
		}
		for name, c := range map[string]struct {
			token string
			want  fault.Kind
		}{
			"used":                {token.Text(), fault.LinkUsed},
			"of before":           {other.Text(), fault.LinkExpired},
			"malformed":           {"hola", fault.NotFound},
			"unknown":             {account.NewLinkToken(account.NewLink("x", account.Reset, requestTime(), 0).ID).Text(), fault.NotFound},
			"known, other secret": {account.NewLinkToken(token.Link()).Text(), fault.NotFound},
		} {
			if err := r.resetPassword(c.token, "otra frase bien larga").Err(); fault.KindOf(err) != c.want {
				t.Errorf("%s: %v", name, err)
			}
			if err := r.request("get-password-reset", account.Person{}, "/password-resets/"+c.token, nil).Err(); fault.KindOf(err) != c.want {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

// TestInvitedPersonSetsFirstPassword checks a person without a credential, and that two uses of a link at the same time set one
// password.
func TestInvitedPersonSetsFirstPassword(t *testing.T) {
	onTable(t, clock.Fixed(requestTime()), func(t *testing.T, r rig) {
		r.addPerson(usuario(), "")
		token := r.issue(usuario(), account.Invitation, requestTime().Add(-time.Minute))
		results := make(chan error, 2)
		for _, choice := range []string{"tres tristes tigres", "otra frase bien larga"} {
			go func() { results <- r.resetPassword(token.Text(), choice).Err() }()
		}
		if first, second := <-results, <-results; (first == nil) == (second == nil) || !fault.Is(errors.Join(first, second), fault.LinkUsed) {
			t.Errorf("%v, %v", first, second)
		}
	})
}

// TestLinkOfOutdatedAccountIsRefused checks links whose person was disabled or has another address.
func TestLinkOfOutdatedAccountIsRefused(t *testing.T) {
	onTable(t, clock.Fixed(requestTime()), func(t *testing.T, r rig) {
		r.addPerson(usuario(), "")
		expired := r.issue(usuario(), account.Invitation, requestTime().Add(-time.Hour))
		moved := usuario()
		moved.Email = "antes@inai.example"
		ofBefore, disabled := r.issue(moved, account.Invitation, requestTime()), r.issue(usuario(), account.Invitation, requestTime())
		if err := r.Table.Accounts.SetDisabled(t.Context(), usuario(), true); err != nil {
			t.Fatal(err)
		}
		for name, token := range map[string]account.LinkToken{"expired": expired, "another address": ofBefore, "disabled": disabled} {
			if err := r.resetPassword(token.Text(), "tres tristes tigres").Err(); !fault.Is(err, fault.LinkExpired) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}
