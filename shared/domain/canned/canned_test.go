package canned_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/domain/account"
	"mesa/shared/domain/canned"
)

func TestNormalize(t *testing.T) {
	for name, c := range map[string]struct {
		body, want string
		unknown    []string
		used       []canned.Variable
	}{
		"no variable":             {"<p>Hola.</p>", "<p>Hola.</p>", nil, nil},
		"canonical spelling":      {"<p>Hola, {{solicitante}}</p>", "<p>Hola, {{solicitante}}</p>", nil, []canned.Variable{canned.Requester}},
		"with blanks":             {"{{ fecha   límite }}", "{{fecha límite}}", nil, []canned.Variable{canned.Due}},
		"non-breaking space":      {"{{fecha\u00a0límite}}", "{{fecha límite}}", nil, []canned.Variable{canned.Due}},
		"in capitals":             {"{{NÚMERO}}", "{{número}}", nil, []canned.Variable{canned.Number}},
		"without accents":         {"{{numero}} {{organizacion}}", "{{número}} {{organización}}", nil, []canned.Variable{canned.Number, canned.Organization}},
		"in English":              {"{{Due date}}: {{topic}}", "{{fecha límite}}: {{tema}}", nil, []canned.Variable{canned.Due, canned.Topic}},
		"the same variable twice": {"{{agente}} {{agente}}", "{{agente}} {{agente}}", nil, []canned.Variable{canned.Agent}},
		"unknown variables":       {"{{contraseña}} {{tema}} {{contraseña}}", "{{contraseña}} {{tema}} {{contraseña}}", []string{"contraseña"}, []canned.Variable{canned.Topic}},
		"empty":                   {"{{}}", "{{}}", []string{""}, nil},
		"a tag inside the braces": {"{{sol<b>icitante</b>}}", "{{sol<b>icitante</b>}}", []string{"sol<b>icitante</b>"}, nil},
		"single braces":           {"{solicitante}", "{solicitante}", nil, nil},
		"an unclosed variable":    {"{{solicitante", "{{solicitante", nil, nil},
	} {
		got, unknown := canned.Normalize(c.body)
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if diff := cmp.Diff(c.unknown, unknown); diff != "" {
			t.Errorf("%s: unknown %s", name, diff)
		}
		if twice, _ := canned.Normalize(got); twice != got {
			t.Errorf("%s: normalized twice: %q", name, twice)
		}
		if used := canned.UsedVariables(got); len(used) != len(c.used) || len(used) > 0 && cmp.Diff(c.used, used) != "" {
			t.Errorf("%s: uses %q, want %q", name, used, c.used)
		}
	}
}

func TestMayEdit(t *testing.T) {
	person := func(id string, role account.Role) account.Person { return account.Person{ID: id, Role: role} }
	shared, ofAna := canned.Response{}, canned.Response{OwnerID: "ana"}
	for _, c := range []struct {
		name     string
		response canned.Response
		person   account.Person
		want     bool
	}{
		{"a shared response, by an agent", shared, person("ana", account.Agent), false},
		{"a shared response, by a supervisor", shared, person("sofia", account.Supervisor), true},
		{"a shared response, by an administrator", shared, person("adrian", account.Admin), true},
		{"a personal response, by its owner", ofAna, person("ana", account.Agent), true},
		{"a personal response, by an administrator", ofAna, person("adrian", account.Admin), false},
	} {
		if got := canned.MayEdit(c.response, c.person); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
