package accounts_test

import (
	"slices"
	"testing"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
)

// TestSignInsAreAudited checks the events of acts on a session. They contain neither the typed login nor a password.
func TestSignInsAreAudited(t *testing.T) {
	onTable(t, nil, func(t *testing.T, r rig) {
		r.addPerson(usuario(), hashed(t, quick, password))
		signedIn := r.createSession("usuario.mesa", password)
		r.SetCookie(usuario(), cookiesOf(signedIn)["__Host-session"].Value)
		for _, login := range []string{"usuario.mesa", "a password typed as a login"} {
			if err := r.createSession(login, "wrong password").Err(); !fault.Is(err, fault.Credentials) {
				t.Fatal(err)
			}
		}
		const next = "tres tristes tigres"
		for _, current := range []string{"wrong password", password} {
			renewed := r.request("change-password", usuario(), "/profile/password", api.PasswordChange{Current: current, New: next})
			if cookie := cookiesOf(renewed)["__Host-session"]; cookie != nil {
				r.SetCookie(usuario(), cookie.Value)
			}
		}
		for range 2 { // the second time, the session has ended
			_ = r.request("delete-session", usuario(), "/session", nil)
		}
		type act struct {
			kind          audit.Kind
			actor, person string
			outcome       audit.Outcome
		}
		var got []act
		for _, event := range r.Table.AuditEvents(t, "") {
			got = append(got, act{event.Kind, event.ActorID, event.PersonID, event.Outcome})
			if event.Address != source || len(event.Changes) > 0 || event.Object != "" || event.Retention != audit.RetentionOf(0) {
				t.Errorf("%+v", event)
			}
		}
		id := usuario().ID
		want := []act{
			{audit.SignedIn, id, "", audit.Done},
			{audit.SignInFailed, "", id, audit.Refused},
			{audit.SignInFailed, "", "", audit.Refused},
			{audit.PasswordChanged, id, id, audit.Refused},
			{audit.PasswordChanged, id, id, audit.Done},
			{audit.SignedOut, id, "", audit.Done},
		}
		if !slices.Equal(got, want) {
			t.Errorf("%+v, want %+v", got, want)
		}
	})
}

// TestRefusedAttemptsAreNotAudited checks that an attacker cannot store events without limit: an attempt that a lock refuses has none.
func TestRefusedAttemptsAreNotAudited(t *testing.T) {
	now := clock.StartingAt(time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC))
	onTable(t, now.Clock(), func(t *testing.T, r rig) {
		r.addPerson(usuario(), hashed(t, quick, password))
		for range 20 {
			_ = r.createSession("usuario.mesa", "wrong password")
		}
		if events := r.Table.AuditEvents(t, audit.SignInFailed); len(events) != settings.Default().Lockout.Failures {
			t.Errorf("%d events", len(events))
		}
	})
}
