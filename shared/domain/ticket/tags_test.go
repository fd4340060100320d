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

func TestNormalizeTag(t *testing.T) {
	for input, want := range map[string]string{
		"Carga Masiva":      "carga-masiva",
		" carga - masiva ":  "carga-masiva",
		"OBLIGACIÓN":        "obligación",
		"n\u0303andu\u0301": "ñandú",
		"Año fiscal":        "año-fiscal",
		"C++":               "c++",
		"C#":                "c#",
		"v2.1_beta":         "v2.1_beta",
		"a,b":               "a-b",
		"#urgente!":         "urgente",
		" , ":               "",
		"":                  "",
		"a\u202eb":          "ab",
	} {
		if got := ticket.NormalizeTag(input); got != want {
			t.Errorf("%q is %q, want %q", input, got, want)
		}
	}
	for tag, want := range map[string]bool{"": false, "a": true, "A": false, strings.Repeat("a", 40): true, strings.Repeat("a", 41): false} {
		if ticket.ValidTag(tag) != want {
			t.Errorf("%q is valid: %v", tag, !want)
		}
	}
}

func TestNormalizeTagIsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tag := ticket.NormalizeTag(rapid.String().Draw(t, "typed"))
		if ticket.NormalizeTag(tag) != tag {
			t.Fatalf("the normal form of %q is %q", tag, ticket.NormalizeTag(tag))
		}
	})
}

func TestChangeTags(t *testing.T) {
	tagged, entry, err := ticket.Update(newTicket(), agent, ticket.Edit{AddTags: []string{"sipot", "carga-masiva", "sipot"}}, policy, writeAt(1))
	if err != nil || !slices.Equal(tagged.Tags, []string{"carga-masiva", "sipot"}) || !tagged.UpdatedAt.Equal(writeAt(0).At) {
		t.Fatalf("%v, %v", tagged, err)
	}
	if change, ok := ticket.FindEvent[ticket.Tagged](entry); !ok || !slices.Equal(change.Added, []string{"sipot", "carga-masiva"}) || change.Removed != nil {
		t.Errorf("%+v", entry.Events)
	}
	if ticket.CanSee(entry, owner) {
		t.Error("a requester can see a change of tags")
	}
	if !ticket.CanSee(entry, agent) {
		t.Error("staff cannot see a change of tags")
	}
	high := ticket.High
	changed, entry, err := ticket.Update(tagged, agent, ticket.Edit{RemoveTags: []string{"sipot", "otra"}, Priority: &high, Reason: "porque sí"}, policy, writeAt(2))
	if err != nil || !slices.Equal(changed.Tags, []string{"carga-masiva"}) || !changed.UpdatedAt.Equal(writeAt(2).At) {
		t.Fatalf("%v, %v", changed, err)
	}
	if !ticket.CanSee(entry, owner) {
		t.Error("a requester cannot see a change of tags and priority")
	}
	for name, edit := range map[string]ticket.Edit{
		"an existing tag":                 {AddTags: []string{"carga-masiva"}},
		"removal of a missing tag":        {RemoveTags: []string{"otra"}},
		"a tag that is added and removed": {AddTags: []string{"otra"}, RemoveTags: []string{"otra"}},
	} {
		if _, _, err := ticket.Update(changed, agent, edit, policy, writeAt(3)); !errors.Is(err, ticket.ErrUnchanged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := ticket.Update(changed, agent, ticket.Edit{AddTags: manyTags(20)}, policy, writeAt(3)); !errors.Is(err, ticket.ErrTooManyTags) {
		t.Errorf("21 tags: %v", err)
	}
	if _, _, err := ticket.Update(changed, agent, ticket.Edit{AddTags: manyTags(20), RemoveTags: []string{"carga-masiva"}}, policy, writeAt(3)); err != nil {
		t.Errorf("one tag removed and 20 added: %v", err)
	}
}

func manyTags(n int) []string {
	tags := make([]string, 0, n)
	for i := range n {
		tags = append(tags, "t"+strconv.Itoa(i))
	}
	return tags
}
