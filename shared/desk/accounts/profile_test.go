package accounts_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/wiring/wiringtest"
)

func TestUpdateProfile(t *testing.T) {
	cases := []struct {
		name   string
		change api.ProfileChange
		want   func(*account.Person)
		fields []string
	}{
		{"nothing", api.ProfileChange{}, func(*account.Person) {}, nil},
		{"name", api.ProfileChange{Name: new("  Ñandú Pérez ")}, func(p *account.Person) { p.Name = "Ñandú Pérez" }, nil},
		{"phone", api.ProfileChange{Phone: new("55 5004 2400 ext. 2")}, func(p *account.Person) { p.Phone = "55 5004 2400 ext. 2" }, nil},
		{"no phone", api.ProfileChange{Phone: new("")}, func(p *account.Person) { p.Phone = "" }, nil},
		{"language and zone", api.ProfileChange{Language: new(api.Language("en")), TimeZone: new("America/Tijuana")}, func(p *account.Person) {
			p.Language, p.TimeZone = locale.English, "America/Tijuana"
		}, nil},
		{"longest name", api.ProfileChange{Name: new(strings.Repeat("ñ", 120))}, func(p *account.Person) { p.Name = strings.Repeat("ñ", 120) }, nil},
		{
			"all invalid",
			api.ProfileChange{Name: new(" "), Phone: new("hola"), Language: new(api.Language("fr")), TimeZone: new("Marte/Olimpo")},
			nil,
			[]string{"name", "phone", "language", "timeZone"},
		},
		{"too long", api.ProfileChange{Name: new(strings.Repeat("ñ", 121)), Phone: new(strings.Repeat("5", 41))}, nil, []string{"name", "phone"}},
		{"invisible characters", api.ProfileChange{Name: new("Ana\x00\tLuz"), Phone: new("\u202d5555555\u202c")}, func(p *account.Person) {
			p.Name, p.Phone = "Ana Luz", "5555555"
		}, nil},
		{"address as name", api.ProfileChange{Name: new("Mesa PNT https://evil.example")}, nil, []string{"name"}},
		{"empty zone", api.ProfileChange{TimeZone: new("")}, nil, []string{"timeZone"}},
		{"path as zone", api.ProfileChange{TimeZone: new("../../etc/passwd")}, nil, []string{"timeZone"}},
	}
	onTable(t, nil, func(t *testing.T, r rig) {
		for i, c := range cases {
			person := usuario()
			person.ID = fmt.Sprintf("usuario-%d", i)
			person.Username, person.Email = person.ID, person.ID+"@inai.example"
			r.SignIn(person)
			r.putOpenTickets("person:"+person.ID, "2")
			got, err := wiringtest.Decode[api.Person](r.request("update-profile", person, "/profile", c.change))
			if diff := cmp.Diff(c.fields, fieldsOf(err)); diff != "" {
				t.Error(c.name, diff)
			}
			want := person
			if c.want != nil {
				c.want(&want)
			}
			if c.fields == nil {
				want.Version++
			}
			stored, readErr := r.Table.Accounts.People(t.Context(), person.ID)
			if diff := cmp.Diff(want, stored[person.ID]); diff != "" || readErr != nil {
				t.Error(c.name, diff, readErr)
			}
			if c.fields == nil && (got.Name != want.Name || got.OpenTickets != 2) {
				t.Errorf("%s: %+v, %v", c.name, got, err)
			}
		}
	})
}

func TestChangePassword(t *testing.T) {
	const fresh = "tres tristes tigres"
	hash := hashed(t, quick, password)
	for _, c := range []struct {
		name        string
		current     string
		next        string
		earlier     int // failed attempts before
		concurrent  int // sign-ins of the person during consecutive tries to store the new password
		unavailable bool
		want        fault.Kind
		fields      []string
		failures    int // failed attempts afterwards
		tries       int // to store the new password
	}{
		{name: "right", current: password, next: fresh, tries: 1},
		{name: "after failures", current: password, next: fresh, earlier: 2, tries: 1},
		{name: "wrong", current: "otra", next: fresh, want: fault.Invalid, fields: []string{"current"}, failures: 1},
		{name: "wrong password after failures", current: "otra", next: fresh, earlier: 2, want: fault.Invalid, fields: []string{"current"}, failures: 3},
		{name: "locked", current: password, next: fresh, earlier: 5, want: fault.Locked, failures: 5},
		{name: "same password", current: password, next: password, want: fault.Invalid, fields: []string{"new"}},
		{name: "short", current: password, next: "corta", want: fault.Invalid, fields: []string{"new"}},
		{name: "contains the user name", current: password, next: "usuario.mesa 2026", want: fault.Invalid, fields: []string{"new"}},
		{name: "empty", current: "", next: "", want: fault.Invalid, fields: []string{"current", "new"}},
		{name: "concurrent sign-in", current: password, next: fresh, concurrent: 1, tries: 2},
		{name: "too many concurrent sign-ins", current: password, next: fresh, concurrent: 6, want: fault.Locked, failures: 1, tries: 6},
		{name: "table not available", current: password, next: fresh, unavailable: true, want: fault.Unavailable, failures: 1, tries: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			onTable(t, clock.Fixed(noon()), func(t *testing.T, r rig) {
				r.addPerson(usuario(), hash)
				own, others := r.startSession(usuario(), hash), []account.Token{r.startSession(usuario(), hash), r.startSession(usuario(), hash)}
				r.SetCookie(usuario(), own.Cookie())
				attempts := account.PasswordCounter(usuario().ID)
				r.fail(attempts, c.earlier, noon())
				tries := 0
				r.BeforeCall = func(call tabletest.Call) error {
					if call.Action != "dynamodb:UpdateItem" || !strings.HasPrefix(call.Key, "CREDENTIAL#") {
						return nil
					}
					tries++
					if c.unavailable {
						return errTable
					}
					if tries <= c.concurrent {
						r.startSession(usuario(), hash)
					}
					return nil
				}
				response := r.request("change-password", usuario(), "/profile/password", api.PasswordChange{Current: c.current, New: c.next})
				err := response.Err()
				r.BeforeCall = nil
				if fault.KindOf(err) != c.want || r.failures(attempts) != c.failures || tries != c.tries {
					t.Errorf("%v; %d failed attempts, %d tries", err, r.failures(attempts), tries)
				}
				if diff := cmp.Diff(c.fields, fieldsOf(err)); diff != "" {
					t.Error(diff)
				}
				changed := c.want == ""
				if r.hasSession(own) == changed || r.hasSession(others[0]) == changed || r.hasSession(others[1]) == changed {
					t.Error("a change must end all sessions; a refusal must end none")
				}
				renewed := cookiesOf(response)["__Host-session"]
				if (renewed != nil) != changed {
					t.Errorf("the renewed cookie is %v", renewed)
				}
				if changed {
					token, err := account.ParseToken(renewed.Value)
					if err != nil || r.Table.Item(t, "SESSION#"+usuario().ID, token.Hash()) == nil {
						t.Errorf("the renewed session does not exist: %v", err)
					}
				}
				if err := r.createSession("usuario.mesa", c.next).Err(); changed && err != nil {
					t.Errorf("sign-in with the new password: %v", err)
				}
			})
		})
	}
}
