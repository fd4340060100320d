package ticket_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mesa/shared/domain/ticket"
)

func TestTag(t *testing.T) {
	for typed, want := range map[string]string{
		"Carga Masiva":     "carga-masiva",
		" carga - masiva ": "carga-masiva",
		"OBLIGACIÓN":       "obligacion",
		"ñandú":            "nandu",
		"v2.1_beta":        "v2.1_beta",
		"a,b":              "a-b",
		"#urgente!":        "urgente",
		" , ":              "",
		"":                 "",
		"a\u202eb":         "ab",
	} {
		if got := ticket.NormalizeTag(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
	for tag, want := range map[string]bool{"": false, "a": true, "A": false, strings.Repeat("a", 40): true, strings.Repeat("a", 41): false} {
		if ticket.ValidTag(tag) != want {
			t.Errorf("%q is valid: %v", tag, !want)
		}
	}
}

func TestTagIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tag := ticket.NormalizeTag(rapid.String().Draw(t, "typed"))
		if ticket.NormalizeTag(tag) != tag {
			t.Fatalf("%q becomes %q", tag, ticket.NormalizeTag(tag))
		}
	})
}

func TestChangeTags(t *testing.T) {
	tagged, entry, err := ticket.Update(opened(), agent, ticket.Edit{AddTags: []string{"sipot", "carga-masiva", "sipot"}}, policy, at(1))
	if err != nil || !slices.Equal(tagged.Tags, []string{"carga-masiva", "sipot"}) || !tagged.UpdatedAt.Equal(at(0).At) {
		t.Fatalf("%v, %v", tagged, err)
	}
	if change, ok := ticket.FindEvent[ticket.Tagged](entry); !ok || !slices.Equal(change.Added, []string{"sipot", "carga-masiva"}) || change.Removed != nil {
		t.Errorf("%+v", entry.Events)
	}
	if ticket.CanSee(entry, owner) {
		t.Error("a requester is told how staff sort their work")
	}
	if !ticket.CanSee(entry, agent) {
		t.Error("staff are not told of their tags")
	}
	high := ticket.High
	weighed, entry, err := ticket.Update(tagged, agent, ticket.Edit{RemoveTags: []string{"sipot", "otra"}, Priority: &high, Reason: "porque sí"}, policy, at(2))
	if err != nil || !slices.Equal(weighed.Tags, []string{"carga-masiva"}) || !weighed.UpdatedAt.Equal(at(2).At) {
		t.Fatalf("%v, %v", weighed, err)
	}
	if !ticket.CanSee(entry, owner) {
		t.Error("a requester is not told of the priority that came with a tag")
	}
	for name, edit := range map[string]ticket.Edit{
		"what is there":       {AddTags: []string{"carga-masiva"}},
		"what isn't":          {RemoveTags: []string{"otra"}},
		"what comes and goes": {AddTags: []string{"otra"}, RemoveTags: []string{"otra"}},
	} {
		if _, _, err := ticket.Update(weighed, agent, edit, policy, at(3)); !errors.Is(err, ticket.ErrUnchanged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := ticket.Update(weighed, agent, ticket.Edit{AddTags: many(20)}, policy, at(3)); !errors.Is(err, ticket.ErrTooManyTags) {
		t.Errorf("21 tags: %v", err)
	}
	if _, _, err := ticket.Update(weighed, agent, ticket.Edit{AddTags: many(20), RemoveTags: []string{"carga-masiva"}}, policy, at(3)); err != nil {
		t.Errorf("one goes and 20 come: %v", err)
	}
}

func many(n int) []string {
	tags := make([]string, 0, n)
	for i := range n {
		tags = append(tags, "t"+strconv.Itoa(i))
	}
	return tags
}
