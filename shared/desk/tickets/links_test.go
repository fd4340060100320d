package tickets_test

import (
	"sync"
	"testing"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/wiring/wiringtest"
)

func (r *rig) link(person account.Person, number, other, kind string) wiringtest.Response {
	r.Helper()
	return r.Request("link-ticket", person, "/tickets/"+number+"/links", map[string]any{"number": other, "kind": kind})
}

func (r *rig) linksOf(person account.Person, number string) []string {
	r.Helper()
	a := r.Request("list-links", person, "/tickets/"+number+"/links", nil)
	if a.Cost.Rounds > 3 {
		r.Errorf("links cost %+v", a.Cost)
	}
	var told []string
	for _, link := range read[[]api.Link](r, a, 200) {
		told = append(told, string(link.Kind)+" "+link.Number+" "+string(link.Status))
	}
	return told
}

func (r *rig) merge(person account.Person, t api.Ticket, into string) wiringtest.Response {
	r.Helper()
	return r.Request("merge-ticket", person, "/tickets/"+t.Number+"/merge", map[string]any{"into": into, "version": t.Version})
}

func TestLinks(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		one := r.routed()
		two := r.create(maria, prueba())
		r.settle(two.Number)
		made := r.link(ana, one.Number, "pnt2", "caused-by")
		if made.Code != 204 || made.Cost.Rounds > 3 {
			t.Fatalf("%d %s for %+v", made.Code, made.Body, made.Cost)
		}
		same(t, "here", r.linksOf(ana, one.Number), []string{"caused-by " + two.Number + " open"})
		same(t, "there", r.linksOf(bruno, two.Number), []string{"causes " + one.Number + " open"})
		same(t, "its requester, who may not read the other", r.linksOf(usuario, one.Number), nil)
		mine := r.get(usuario, one.Number)
		for _, entry := range mine.Entries {
			for _, change := range entry.Changes {
				if change.Field == "link" {
					t.Errorf("a requester is told of %+v", change)
				}
			}
		}
		if a := r.Request("list-links", usuario, "/tickets/"+two.Number+"/links", nil); a.Code != 404 {
			t.Errorf("links of another's ticket: %d", a.Code)
		}
		if a := r.Request("unlink-ticket", ana, "/tickets/"+two.Number+"/links/"+one.Number, nil); a.Code != 204 {
			t.Errorf("%d %s", a.Code, a.Body)
		}
		same(t, "untied", r.linksOf(ana, one.Number), nil)
		for name, c := range map[string]struct {
			response wiringtest.Response
			want     int
		}{
			"itself":         {r.link(ana, one.Number, one.Number, "related"), 400},
			"none":           {r.link(ana, one.Number, "PNT000099", "related"), 400},
			"from none":      {r.link(ana, "PNT000099", one.Number, "related"), 404},
			"no number":      {r.link(ana, one.Number, "nada", "related"), 400},
			"no kind":        {r.link(ana, one.Number, two.Number, "merged-into"), 400},
			"by a requester": {r.link(usuario, one.Number, two.Number, "related"), 403},
		} {
			if c.response.Code != c.want {
				t.Errorf("%s: %d %s", name, c.response.Code, c.response.Body)
			}
		}
	})
}

func TestMerge(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		target := r.routed()
		source := r.create(maria, prueba())
		r.settle(source.Number)
		source = r.get(ana, source.Number)
		path := "/tickets/" + source.Number
		note := map[string]any{"kind": "note", "body": "entre nosotros", "version": source.Version}
		read[api.Entry](r, r.Request("create-entry", ana, path+"/entries", note), 201)
		if stale := r.merge(ana, source, target.Number); stale.Code != 409 {
			t.Errorf("what was added unread was merged: %d", stale.Code)
		}
		source = r.get(ana, source.Number)
		merged := r.merge(ana, source, target.Number)
		got := read[api.Ticket](r, merged, 200)
		if got.Status != "closed" || got.MergedInto == nil || *got.MergedInto != target.Number || merged.Cost.Rounds > 3 {
			t.Errorf("%+v for %+v", got, merged.Cost)
		}
		theirs := r.get(maria, target.Number)
		if len(theirs.Participants) != 1 || theirs.Participants[0].Id != "maria" {
			t.Errorf("its requester does not take part: %+v", theirs.Participants)
		}
		same(t, "her open tickets", r.numbers(maria, "", 10), []string{target.Number})
		same(t, "her links", r.linksOf(maria, target.Number), []string{"merged-from " + source.Number + " closed"})
		same(t, "the other's requester's", r.linksOf(usuario, target.Number), nil)
		if a := r.Request("get-ticket", usuario, path, nil); a.Code != 404 {
			t.Errorf("the other's requester reads what was merged: %d", a.Code)
		}
		for _, number := range []string{source.Number, target.Number} {
			for _, entry := range r.get(maria, number).Entries {
				if entry.Kind == "note" {
					t.Errorf("a note of %s came along: %+v", number, entry)
				}
			}
		}
		refused := read[api.Problem](r, r.Request("create-entry", maria, path+"/entries", map[string]any{"kind": "message", "body": "hola"}), 409)
		if refused.Type != "urn:mesa:problem:merged" {
			t.Errorf("%+v", refused)
		}
		read[api.Entry](r, r.Request("create-entry", maria, "/tickets/"+target.Number+"/entries", map[string]any{"kind": "message", "body": "aquí sigo"}), 201)
		for name, a := range map[string]wiringtest.Response{
			"twice":        r.merge(ana, got, target.Number),
			"in a circle":  r.merge(ana, r.get(ana, target.Number), source.Number),
			"into itself":  r.merge(ana, r.get(ana, target.Number), target.Number),
			"into nothing": r.merge(ana, r.get(ana, target.Number), "PNT000099"),
		} {
			if a.Code != 400 {
				t.Errorf("%s: %d %s", name, a.Code, a.Body)
			}
		}
		if a := r.merge(usuario, r.get(ana, target.Number), source.Number); a.Code != 403 {
			t.Errorf("a requester merged: %d", a.Code)
		}
	})
}

// TestMergeOfLinkedTickets checks that a ticket that is linked to another and then merged into it has both links.
func TestMergeOfLinkedTickets(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		target := r.routed()
		source := r.create(maria, prueba())
		r.settle(source.Number)
		if a := r.link(ana, source.Number, target.Number, "duplicate-of"); a.Code != 204 {
			t.Fatalf("%d %s", a.Code, a.Body)
		}
		read[api.Ticket](r, r.merge(ana, r.get(ana, source.Number), target.Number), 200)
		same(t, "here", r.linksOf(ana, source.Number), []string{"duplicate-of " + target.Number + " open", "merged-into " + target.Number + " open"})
		same(t, "there", r.linksOf(ana, target.Number), []string{"duplicated-by " + source.Number + " closed", "merged-from " + source.Number + " closed"})
	})
}

// TestConcurrentMerges checks that exactly one of two concurrent merges in opposite directions succeeds.
func TestConcurrentMerges(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		one, two := r.routed(), r.routed()
		responses := make([]wiringtest.Response, 2)
		var wait sync.WaitGroup
		wait.Go(func() { responses[0] = r.merge(ana, one, two.Number) })
		wait.Go(func() { responses[1] = r.merge(bruno, two, one.Number) })
		wait.Wait()
		done := 0
		for _, a := range responses {
			if a.Code == 200 {
				done++
			} else if a.Code != 400 && a.Code != 409 {
				t.Errorf("%d %s", a.Code, a.Body)
			}
		}
		if done != 1 {
			t.Errorf("%d of two mergings in a circle came about", done)
		}
	})
}
