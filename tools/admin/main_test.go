package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/stores/storetest"
	"mesa/shared/domain/account"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
)

// scripted returns a console without a terminal, and its output.
func scripted() (console, *bytes.Buffer) {
	out := &bytes.Buffer{}
	return console{in: bufio.NewReader(strings.NewReader("")), out: out}, out
}

// typed returns a console on which an operator types lines and secrets, and its output.
func typed(lines string, secrets ...string) (console, *bytes.Buffer) {
	out := &bytes.Buffer{}
	return console{in: bufio.NewReader(strings.NewReader(lines)), out: out, readSecret: func() (string, error) {
		secret := secrets[0]
		secrets = secrets[1:]
		return secret, nil
	}}, out
}

// newInput returns the input for an administrator.
func newInput(username string) personInput {
	return personInput{name: "Alma Ríos", email: username + "@mesa.example", username: username, language: "es", role: "admin"}
}

// verifyLink fails the test unless the output contains a link that sets the password of the administrator Alma.
func verifyLink(t *testing.T, table storetest.Table, out string) {
	t.Helper()
	_, text, found := strings.Cut(strings.TrimSpace(out), "https://mesa.example/contrasena/")
	token, err := account.ParseLinkToken(text)
	if !found || err != nil {
		t.Fatalf("no link is printed: %s, %v", out, err)
	}
	link, err := table.Accounts.Link(t.Context(), token.Link())
	if err != nil || link.Accepts(token, time.Now()) != nil {
		t.Fatalf("the link is not accepted: %+v, %v", link, err)
	}
	people, err := table.Accounts.People(t.Context(), link.PersonID)
	if p := people[link.PersonID]; err != nil || p.Name != "Alma Ríos" || p.Role != account.Admin || link.AcceptsPerson(p, time.Time{}) != nil {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestInitAddsOneAdministrator(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		console, out := scripted()
		if err := initialize(t.Context(), console, table.Stores, "https://mesa.example/", newInput("alma"), false); err != nil {
			t.Fatal(err)
		}
		verifyLink(t, table, out.String())

		other := table.Reopen()
		if err := initialize(t.Context(), console, other, "", newInput("bruno"), false); !errors.Is(err, errHasAdministrator) {
			t.Errorf("a second administrator: %v", err)
		}
		if err := initialize(t.Context(), console, other, "", newInput("bruno"), true); err != nil {
			t.Errorf("with -force: %v", err)
		}
	})
}

func TestInitPromptsOnATerminal(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		console, out := typed("Alma Ríos\nalma@mesa.example\nalma\n")
		if err := initialize(t.Context(), console, table.Stores, "https://mesa.example", personInput{language: "en"}, false); err != nil {
			t.Fatal(err)
		}
		verifyLink(t, table, out.String())
	})
}

func TestConcurrentInitsAddOneAdministrator(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		var added atomic.Int64
		var group sync.WaitGroup
		for _, username := range []string{"alma", "bruno", "carla"} {
			group.Go(func() {
				console, _ := scripted()
				err := initialize(t.Context(), console, table.Reopen(), "", newInput(username), false)
				switch {
				case err == nil:
					added.Add(1)
				case !errors.Is(err, errHasAdministrator):
					t.Error(err)
				}
			})
		}
		group.Wait()
		if added.Load() != 1 {
			t.Errorf("%d administrators were added", added.Load())
		}
	})
}

func TestPersonIsAddedAndShown(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		config := settings.Configuration{
			Settings: settingstest.Mexico(), Departments: []settings.Department{{ID: "soporte", Name: settings.Text{Spanish: "Soporte"}}},
		}
		if err := table.Settings.PutConfiguration(t.Context(), config); err != nil {
			t.Fatal(err)
		}
		agent := newInput("ana")
		agent.role, agent.departments = "agent", "soporte"
		console, out := scripted()
		if err := addPerson(t.Context(), console, table.Stores, newPersonID(), agent); err != nil {
			t.Fatal(err)
		}
		out.Reset()
		if err := showPerson(t.Context(), console, table.Stores, "ANA@mesa.example"); err != nil {
			t.Fatal(err)
		}
		for _, line := range []string{"user name     ana", "role          agent", "departments   soporte", "time zone     America/Mexico_City"} {
			if !strings.Contains(out.String(), line+"\n") {
				t.Errorf("%q is missing in\n%s", line, out)
			}
		}
		if err := showPerson(t.Context(), console, table.Stores, "nobody"); err == nil {
			t.Error("an unknown login is shown")
		}
	})
}

func TestInvalidPersonIsDescribedByField(t *testing.T) {
	storetest.Each(t, func(t *testing.T, table storetest.Table) {
		requester := newInput("ana")
		requester.role = "requester"
		console, _ := scripted()
		if err := addPerson(t.Context(), console, table.Stores, newPersonID(), requester); err != nil {
			t.Fatal(err)
		}
		invalid := personInput{name: "Ana", email: "ana", username: "ana", language: "es", role: "agent", departments: "soporte, ventas"}
		for _, test := range []struct {
			input personInput
			want  []string
		}{
			{requester, []string{"username: It is already in use.", "email: It is already in use."}},
			{invalid, []string{"email: Enter a valid e-mail address, such as name@example.mx.", "departments: Choose one of the options."}},
		} {
			err := addPerson(t.Context(), console, table.Stores, newPersonID(), test.input)
			if err == nil {
				t.Fatalf("%+v was added", test.input)
			}
			var got []string
			for line := range strings.Lines(describe(err)) {
				if field, isField := strings.CutPrefix(line, "  "); isField {
					got = append(got, strings.TrimSpace(field))
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		}
		weak, _ := typed("", "usuario-2026", "usuario-2026")
		if err := addPerson(t.Context(), weak, table.Stores, newPersonID(), newInput("usuario")); err == nil || !strings.Contains(describe(err), "password: ") {
			t.Errorf("a password with the user name: %v", err)
		}
	})
}

func TestHelpDescribesEveryCommand(t *testing.T) {
	for _, command := range commands() {
		console, out := scripted()
		if err := run(context.Background(), console, []string{"help", command.name}); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"admin " + command.name, command.summary, "-stack name"} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("the help of %s lacks %q:\n%s", command.name, want, out)
			}
		}
	}
	for _, arguments := range [][]string{{"unknown"}, {"init", "-unknown"}, {"publish", "argument"}} {
		console, _ := scripted()
		if err := run(t.Context(), console, arguments); !errors.Is(err, errUsage) {
			t.Errorf("%v: %v", arguments, err)
		}
	}
}
