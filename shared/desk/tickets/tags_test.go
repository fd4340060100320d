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
	onTable(t, func(t *testing.T, r *rig) {
		created := r.routed()
		tagged := r.revise(ana, created, map[string]any{"addTags": []string{"Carga Masiva", "Obligación"}})
		got := read[api.Ticket](r, tagged, 200)
		if want := []string{"carga-masiva", "obligación"}; !slices.Equal(tagsOf(got), want) || tagged.Cost.Rounds > 4 {
			t.Errorf("%v, cost %+v", tagsOf(got), tagged.Cost)
		}
		if conflict := r.revise(ana, created, map[string]any{"addTags": []string{"otra"}}); conflict.Code != 409 {
			t.Errorf("a change with an outdated version: %d", conflict.Code)
		}
		forRequester := r.get(usuario, created.Number)
		if forRequester.Tags != nil || len(forRequester.Entries) != len(got.Entries)-1 {
			t.Errorf("the requester can see tags: %v, %+v", tagsOf(forRequester), forRequester.Entries)
		}
		r.route(created.Number)
		cards := read[api.TicketPage](r, r.Request("list-tickets", ana, "/tickets?queue=mine", nil), 200)
		if len(cards.Items) != 1 || cards.Items[0].Tags == nil {
			t.Errorf("a card for staff has no tags: %+v", cards.Items)
		}
		requesterPage := read[api.TicketPage](r, r.Request("list-tickets", usuario, "/tickets", nil), 200)
		if len(requesterPage.Items) != 1 || requesterPage.Items[0].Tags != nil {
			t.Errorf("a card for the requester has tags: %+v", requesterPage.Items)
		}
		for name, c := range map[string]struct {
			change map[string]any
			field  string
		}{
			"no letters or digits":   {map[string]any{"addTags": []string{"bien", "¿?"}}, "addTags.1"},
			"too long":               {map[string]any{"addTags": []string{strings.Repeat("a", 41)}}, "addTags.0"},
			"too many":               {map[string]any{"addTags": slices.Repeat([]string{"a"}, 21)}, "addTags"},
			"too many on the ticket": {map[string]any{"addTags": strings.Fields("a b c d e f g h i j k l m n o p q r s")}, "addTags"},
			"empty":                  {map[string]any{"removeTags": []string{""}}, "removeTags.0"},
		} {
			if fields := fieldsOf(read[api.Problem](r, r.revise(ana, got, c.change), 400)); !slices.Equal(fields, []string{c.field}) {
				t.Errorf("%s: %v", name, fields)
			}
		}
	})
}

func TestTagsInUse(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		uses := func(q string) []string {
			t.Helper()
			a := r.Request("list-tags", ana, "/tags?q="+q, nil)
			if a.Cost.Rounds > 2 || a.Cost.ReadUnits > 2 {
				t.Errorf("a suggestion costs %+v", a.Cost)
			}
			var all []string
			for _, use := range read[[]api.TagUse](r, a, 200) {
				all = append(all, fmt.Sprintf("%s %d", use.Tag, use.Tickets))
			}
			return all
		}
		first, second := r.routed(), r.routed()
		lettered := r.routed()
		r.revise(ana, lettered, map[string]any{"addTags": []string{"Año fiscal", "ano-fiscal", "C++", "C#"}})
		r.route(lettered.Number)
		checkNumbers(t, "with their letters", uses("ANO"), []string{"año-fiscal 1"})
		checkNumbers(t, "two tags of one letter", uses("c"), []string{"c# 1", "c++ 1"})
		checkNumbers(t, "a list filtered without the accent", r.numbers(ana, "tag=ano-fiscal", 5), []string{lettered.Number})
		r.revise(ana, r.get(ana, lettered.Number), map[string]any{"removeTags": []string{"ano-fiscal", "c++", "c#"}})
		r.route(lettered.Number, lettered.Number)
		r.revise(ana, first, map[string]any{"addTags": []string{"sipot", "carga"}})
		r.revise(ana, second, map[string]any{"addTags": []string{"sipot"}})
		r.route(first.Number, second.Number, first.Number)
		checkNumbers(t, "all", uses(""), []string{"sipot 2", "carga 1"})
		checkNumbers(t, "by prefix", uses("S%C3%8D"), []string{"sipot 2"})
		checkNumbers(t, "none", uses("x"), nil)
		r.revise(ana, r.get(ana, first.Number), map[string]any{"removeTags": []string{"sipot", "carga"}})
		r.route(first.Number, first.Number)
		checkNumbers(t, "after removal of tags", uses(""), []string{"sipot 1"})
		if a := r.Request("list-tags", usuario, "/tags", nil); a.Code != 403 {
			t.Errorf("tags for a requester: %d", a.Code)
		}
		if a := r.Request("list-tags", ana, "/tags?q="+strings.Repeat("a", 81), nil); a.Code != 400 {
			t.Errorf("%d", a.Code)
		}
	})
}
