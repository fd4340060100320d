package canned_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/account"
	"mesa/shared/domain/canned"
)

func TestSettle(t *testing.T) {
	for name, c := range map[string]struct {
		body, want string
		unknown    []string
		used       []canned.Variable
	}{
		"none":                 {"<p>Hola.</p>", "<p>Hola.</p>", nil, nil},
		"as it is named":       {"<p>Hola, {{solicitante}}</p>", "<p>Hola, {{solicitante}}</p>", nil, []canned.Variable{canned.Requester}},
		"with blanks":          {"{{ fecha   límite }}", "{{fecha límite}}", nil, []canned.Variable{canned.Due}},
		"a hard blank":         {"{{fecha\u00a0límite}}", "{{fecha límite}}", nil, []canned.Variable{canned.Due}},
		"in capitals":          {"{{NÚMERO}}", "{{número}}", nil, []canned.Variable{canned.Number}},
		"without its accent":   {"{{numero}} {{organizacion}}", "{{número}} {{organización}}", nil, []canned.Variable{canned.Number, canned.Organization}},
		"in English":           {"{{Due date}}: {{topic}}", "{{fecha límite}}: {{tema}}", nil, []canned.Variable{canned.Due, canned.Topic}},
		"twice":                {"{{agente}} {{agente}}", "{{agente}} {{agente}}", nil, []canned.Variable{canned.Agent}},
		"unknown":              {"{{contraseña}} {{tema}} {{contraseña}}", "{{contraseña}} {{tema}} {{contraseña}}", []string{"contraseña"}, []canned.Variable{canned.Topic}},
		"empty":                {"{{}}", "{{}}", []string{""}, nil},
		"cut by a tag":         {"{{sol<b>icitante</b>}}", "{{sol<b>icitante</b>}}", []string{"sol<b>icitante</b>"}, nil},
		"one brace":            {"{solicitante}", "{solicitante}", nil, nil},
		"an unclosed variable": {"{{solicitante", "{{solicitante", nil, nil},
	} {
		got, unknown := canned.Normalize(c.body)
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if diff := cmp.Diff(c.unknown, unknown); diff != "" {
			t.Errorf("%s: unknown %s", name, diff)
		}
		if again, _ := canned.Normalize(got); again != got {
			t.Errorf("%s: settled twice it is %q", name, again)
		}
		if used := canned.UsedVariables(got); len(used) != len(c.used) || len(used) > 0 && cmp.Diff(c.used, used) != "" {
			t.Errorf("%s: uses %q, want %q", name, used, c.used)
		}
	}
}

func TestMayEdit(t *testing.T) {
	by := func(id string, role account.Role) account.Person { return account.Person{ID: id, Role: role} }
	shared, ofAna := canned.Response{}, canned.Response{OwnerID: "ana"}
	for _, c := range []struct {
		name string
		what canned.Response
		by   account.Person
		want bool
	}{
		{"a shared one, by an agent", shared, by("ana", account.Agent), false},
		{"a shared one, by a supervisor", shared, by("sofia", account.Supervisor), true},
		{"a shared one, by an administrator", shared, by("adrian", account.Admin), true},
		{"one's own", ofAna, by("ana", account.Agent), true},
		{"another's", ofAna, by("adrian", account.Admin), false},
	} {
		if got := canned.MayEdit(c.what, c.by); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
