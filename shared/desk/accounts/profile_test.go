package accounts_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/desk/accounts"
	"mesa/shared/domain/account"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
)

type profiles func(account.Person) (int, error)

func (p profiles) SaveProfile(_ context.Context, person account.Person) (int, error) {
	return p(person)
}

func TestUpdateProfile(t *testing.T) {
	for _, c := range []struct {
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
			"all wrong",
			api.ProfileChange{Name: new(" "), Phone: new("hola"), Language: new(api.Language("fr")), TimeZone: new("Marte/Olimpo")},
			nil,
			[]string{"name", "phone", "language", "timeZone"},
		},
		{"too long", api.ProfileChange{Name: new(strings.Repeat("ñ", 121)), Phone: new(strings.Repeat("5", 41))}, nil, []string{"name", "phone"}},
		{"hidden characters", api.ProfileChange{Name: new("Ana\x00"), Phone: new("5555555\u202E")}, nil, []string{"name", "phone"}},
		{"empty zone", api.ProfileChange{TimeZone: new("")}, nil, []string{"timeZone"}},
		{"a file for a zone", api.ProfileChange{TimeZone: new("../../etc/passwd")}, nil, []string{"timeZone"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var saved *account.Person
			use := accounts.UpdateProfile{Profiles: profiles(func(p account.Person) (int, error) { saved = &p; return 2, nil })}
			answer, err := use.UpdateProfile(as(t, usuario()), api.UpdateProfileRequestObject{Body: &c.change})
			if diff := cmp.Diff(c.fields, fieldsOf(err)); diff != "" {
				t.Fatal(diff)
			}
			if c.fields != nil {
				if saved != nil {
					t.Error("saved although wrong")
				}
				return
			}
			want := usuario()
			c.want(&want)
			if diff := cmp.Diff(want, *saved); diff != "" {
				t.Error(diff)
			}
			if got := answer.(api.UpdateProfile200JSONResponse); got.Name != want.Name || got.OpenTickets != 2 {
				t.Errorf("%+v", got)
			}
		})
	}
}

type passwords struct {
	proof  func() (account.PasswordCheck, error)
	count  func(account.SignInAttempt) error
	change func(account.PasswordChange) error
}

func (p passwords) BeginPasswordCheck(context.Context, account.Person, time.Time) (account.PasswordCheck, error) {
	return p.proof()
}

func (p passwords) RecordAttempt(_ context.Context, try account.SignInAttempt, _ time.Time) error {
	return p.count(try)
}

func (p passwords) ChangePassword(_ context.Context, change account.PasswordChange) error {
	return p.change(change)
}

func TestChangePassword(t *testing.T) {
	const fresh = "tres tristes tigres"
	hash := hashed(t, quick, right)
	five := account.Failures{Count: 5, Last: noon()}
	two := account.Failures{Count: 2, Last: noon()}
	for _, c := range []struct {
		name     string
		current  string
		next     string
		earlier  account.Failures
		changes  []error // results of consecutive calls of the store
		want     fault.Kind
		fields   []string
		counted  int
		attempts int
	}{
		{name: "right", current: right, next: fresh, changes: []error{nil}, attempts: 1},
		{name: "after failures", current: right, next: fresh, earlier: two, changes: []error{nil}, counted: 1, attempts: 1},
		{name: "wrong", current: "otra", next: fresh, want: fault.Invalid, fields: []string{"current"}},
		{name: "wrong after failures", current: "otra", next: fresh, earlier: two, want: fault.Invalid, fields: []string{"current"}, counted: 1},
		{name: "locked", current: right, next: fresh, earlier: five, want: fault.Locked},
		{name: "the same", current: right, next: right, want: fault.Invalid, fields: []string{"new"}},
		{name: "short", current: right, next: "corta", want: fault.Invalid, fields: []string{"new"}},
		{name: "one's own name", current: right, next: "usuario.mesa 2026", want: fault.Invalid, fields: []string{"new"}},
		{name: "nothing typed", current: "", next: "", want: fault.Invalid, fields: []string{"current", "new"}},
		{name: "signed in elsewhere meanwhile", current: right, next: fresh, changes: []error{account.ErrContended, nil}, attempts: 2},
		{
			name: "all the time", current: right, next: fresh, want: fault.Locked, attempts: 6,
			changes: slices.Repeat([]error{account.ErrContended}, 6),
		},
		{name: "store is down", current: right, next: fresh, changes: []error{fault.New(fault.Unavailable)}, want: fault.Unavailable, attempts: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			counted, attempts := 0, 0
			use := accounts.ChangePassword{Hasher: quick, Clock: clock.Fixed(noon()), Passwords: passwords{
				proof: func() (account.PasswordCheck, error) {
					return account.PasswordCheck{
						SignInAttempt: account.SignInAttempt{Login: "usuario.mesa", Recorded: c.earlier.Count == 0, Earlier: c.earlier, Policy: settings.Default().SignIn()},
						Credential:    account.Credential{Hash: hash, Version: 3},
						Sessions:      []string{"one", "own", "two"},
					}, nil
				},
				count: func(account.SignInAttempt) error { counted++; return nil },
				change: func(change account.PasswordChange) error {
					if diff := cmp.Diff([]string{"one", "two"}, change.Ends); diff != "" {
						t.Error(diff)
					}
					if verdict, err := quick.Verify(change.Hash, c.next); err != nil || !verdict.OK {
						t.Errorf("%+v, %v", verdict, err)
					}
					attempts++
					return c.changes[attempts-1]
				},
			}}
			request := api.ChangePasswordRequestObject{Body: &api.PasswordChange{Current: c.current, New: c.next}}
			_, err := use.ChangePassword(as(t, usuario()), request)
			if fault.KindOf(err) != c.want || counted != c.counted || attempts != c.attempts {
				t.Errorf("%v; counted %d, attempts %d", err, counted, attempts)
			}
			if diff := cmp.Diff(c.fields, fieldsOf(err)); diff != "" {
				t.Error(diff)
			}
			if errors.Is(err, account.ErrContended) {
				t.Error("what only the store knows of went out")
			}
		})
	}
}
