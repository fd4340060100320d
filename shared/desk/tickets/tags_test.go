package tickets_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mesa/shared/api"
)

func tagsOf(t api.Ticket) []string {
	if t.Tags == nil {
		return nil
	}
	return *t.Tags
}

func TestTags(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.routed()
		tagged := r.revise(ana, made, map[string]any{"addTags": []string{"Carga Masiva", "Obligación"}})
		got := read[api.Ticket](r, tagged, 200)
		if want := []string{"carga-masiva", "obligacion"}; !slices.Equal(tagsOf(got), want) || tagged.Cost.Rounds > 3 {
			t.Errorf("%v for %+v", tagsOf(got), tagged.Cost)
		}
		if stale := r.revise(ana, made, map[string]any{"addTags": []string{"otra"}}); stale.Code != 409 {
			t.Errorf("an old version was tagged: %d", stale.Code)
		}
		mine := r.get(usuario, made.Number)
		if mine.Tags != nil || len(mine.Entries) != len(got.Entries)-1 {
			t.Errorf("the requester sees tags: %v, %+v", tagsOf(mine), mine.Entries)
		}
		r.settle(made.Number)
		cards := read[api.TicketPage](r, r.Request("list-tickets", ana, "/tickets?queue=mine", nil), 200)
		if len(cards.Items) != 1 || cards.Items[0].Tags == nil {
			t.Errorf("a list's card has no tags: %+v", cards.Items)
		}
		theirs := read[api.TicketPage](r, r.Request("list-tickets", usuario, "/tickets", nil), 200)
		if len(theirs.Items) != 1 || theirs.Items[0].Tags != nil {
			t.Errorf("a requester's card: %+v", theirs.Items)
		}
		for name, c := range map[string]struct {
			change map[string]any
			field  string
		}{
			"says nothing": {map[string]any{"addTags": []string{"bien", "¿?"}}, "addTags.1"},
			"too long":     {map[string]any{"addTags": []string{strings.Repeat("a", 41)}}, "addTags.0"},
			"too many":     {map[string]any{"addTags": slices.Repeat([]string{"a"}, 21)}, "addTags"},
			"one too many": {map[string]any{"addTags": strings.Fields("a b c d e f g h i j k l m n o p q r s")}, "addTags"},
			"none to take": {map[string]any{"removeTags": []string{""}}, "removeTags.0"},
		} {
			if fields := fieldsOf(read[api.Problem](r, r.revise(ana, got, c.change), 400)); !slices.Equal(fields, []string{c.field}) {
				t.Errorf("%s: %v", name, fields)
			}
		}
	})
}

func TestTagsInUse(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		uses := func(q string) []string {
			t.Helper()
			a := r.Request("list-tags", ana, "/tags?q="+q, nil)
			if a.Cost.Rounds > 2 || a.Cost.ReadUnits > 2 {
				t.Errorf("suggesting cost %+v", a.Cost)
			}
			var all []string
			for _, use := range read[[]api.TagUse](r, a, 200) {
				all = append(all, fmt.Sprintf("%s %d", use.Tag, use.Tickets))
			}
			return all
		}
		one, other := r.routed(), r.routed()
		r.revise(ana, one, map[string]any{"addTags": []string{"sipot", "carga"}})
		r.revise(ana, other, map[string]any{"addTags": []string{"sipot"}})
		r.settle(one.Number, other.Number, one.Number)
		same(t, "all", uses(""), []string{"sipot 2", "carga 1"})
		same(t, "by their beginning", uses("S%C3%8D"), []string{"sipot 2"})
		same(t, "none", uses("x"), nil)
		r.revise(ana, r.get(ana, one.Number), map[string]any{"removeTags": []string{"sipot", "carga"}})
		r.settle(one.Number, one.Number)
		same(t, "after some went", uses(""), []string{"sipot 1"})
		if a := r.Request("list-tags", usuario, "/tags", nil); a.Code != 403 {
			t.Errorf("a requester sees tags: %d", a.Code)
		}
		if a := r.Request("list-tags", ana, "/tags?q="+strings.Repeat("a", 81), nil); a.Code != 400 {
			t.Errorf("%d", a.Code)
		}
	})
}
