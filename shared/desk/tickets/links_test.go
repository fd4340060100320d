package tickets_test

import (
	"sync"
	"testing"
	"time"

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
	var links []string
	for _, link := range read[[]api.Link](r, a, 200) {
		links = append(links, string(link.Kind)+" "+link.Number+" "+string(link.Status))
	}
	return links
}

func (r *rig) merge(person account.Person, t api.Ticket, into string) wiringtest.Response {
	r.Helper()
	return r.Request("merge-ticket", person, "/tickets/"+t.Number+"/merge", map[string]any{"into": into, "version": t.Version})
}

// mergeAcross confirms a merge across organizations.
func (r *rig) mergeAcross(person account.Person, t api.Ticket, into string) wiringtest.Response {
	r.Helper()
	return r.Request("merge-ticket", person, "/tickets/"+t.Number+"/merge", map[string]any{"into": into, "version": t.Version, "acrossOrganizations": true})
}

func TestLinks(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		first := r.routed()
		second := r.create(maria, newTicketBody())
		r.route(second.Number)
		response := r.link(ana, first.Number, "pnt2", "caused-by")
		if response.Code != 204 || response.Cost.Rounds > 3 {
			t.Fatalf("%d %s, cost %+v", response.Code, response.Body, response.Cost)
		}
		checkNumbers(t, "links of the first ticket", r.linksOf(ana, first.Number), []string{"caused-by " + second.Number + " open"})
		checkNumbers(t, "links of the second ticket", r.linksOf(bruno, second.Number), []string{"causes " + first.Number + " open"})
		checkNumbers(t, "links that the requester may read", r.linksOf(usuario, first.Number), nil)
		forRequester := r.get(usuario, first.Number)
		for _, entry := range forRequester.Entries {
			for _, change := range entry.Changes {
				if change.Field == "link" {
					t.Errorf("a requester can see %+v", change)
				}
			}
		}
		if a := r.Request("list-links", usuario, "/tickets/"+second.Number+"/links", nil); a.Code != 404 {
			t.Errorf("links of another person's ticket: %d", a.Code)
		}
		if a := r.Request("unlink-ticket", ana, "/tickets/"+second.Number+"/links/"+first.Number, nil); a.Code != 204 {
			t.Errorf("%d %s", a.Code, a.Body)
		}
		checkNumbers(t, "removed", r.linksOf(ana, first.Number), nil)
		for name, c := range map[string]struct {
			response wiringtest.Response
			want     int
		}{
			"to itself":              {r.link(ana, first.Number, first.Number, "related"), 400},
			"to an unknown ticket":   {r.link(ana, first.Number, "PNT000099", "related"), 400},
			"from an unknown ticket": {r.link(ana, "PNT000099", first.Number, "related"), 404},
			"in a mail's subject":    {r.link(ana, first.Number, "Re: ["+second.Number+"] Se recibió su ticket.", "related"), 204},
			"two numbers":            {r.link(ana, first.Number, first.Number+" y "+second.Number, "related"), 400},
			"not a number":           {r.link(ana, first.Number, "nada", "related"), 400},
			"invalid kind":           {r.link(ana, first.Number, second.Number, "merged-into"), 400},
			"by a requester":         {r.link(usuario, first.Number, second.Number, "related"), 403},
		} {
			if c.response.Code != c.want {
				t.Errorf("%s: %d %s", name, c.response.Code, c.response.Body)
			}
		}
	})
}

func TestMerge(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		target := r.routed()
		source := r.create(maria, newTicketBody())
		r.route(source.Number)
		source = r.get(ana, source.Number)
		path := "/tickets/" + source.Number
		note := map[string]any{"kind": "note", "body": "entre nosotros", "version": source.Version}
		read[api.Entry](r, r.Request("create-entry", ana, path+"/entries", note), 201)
		if conflict := r.mergeAcross(sofia, source, target.Number); conflict.Code != 409 {
			t.Errorf("a merge with an outdated version: %d", conflict.Code)
		}
		source = r.get(ana, source.Number)
		merged := r.mergeAcross(sofia, source, target.Number)
		got := read[api.Ticket](r, merged, 200)
		if got.Status != "closed" || got.MergedInto == nil || *got.MergedInto != target.Number || merged.Cost.Rounds > 4 {
			t.Errorf("%+v, cost %+v", got, merged.Cost)
		}
		forSourceRequester := r.get(maria, target.Number)
		if len(forSourceRequester.Participants) != 1 || forSourceRequester.Participants[0].Id != "maria" {
			t.Errorf("the source's requester is not a participant: %+v", forSourceRequester.Participants)
		}
		checkNumbers(t, "open tickets of the source's requester", r.numbers(maria, "", 10), []string{target.Number})
		checkNumbers(t, "links that the source's requester may read", r.linksOf(maria, target.Number), []string{"merged-from " + source.Number + " closed"})
		checkNumbers(t, "links that the target's requester may read", r.linksOf(usuario, target.Number), nil)
		if a := r.Request("get-ticket", usuario, path, nil); a.Code != 404 {
			t.Errorf("the target's requester reads the source: %d", a.Code)
		}
		for _, number := range []string{source.Number, target.Number} {
			for _, entry := range r.get(maria, number).Entries {
				if entry.Kind == "note" {
					t.Errorf("a requester can see a note of %s: %+v", number, entry)
				}
			}
		}
		refused := read[api.Problem](r, r.Request("create-entry", maria, path+"/entries", map[string]any{"kind": "message", "body": "hola"}), 409)
		if refused.Type != "urn:mesa:problem:merged" {
			t.Errorf("%+v", refused)
		}
		read[api.Entry](r, r.Request("create-entry", maria, "/tickets/"+target.Number+"/entries", map[string]any{"kind": "message", "body": "aquí sigo"}), 201)
		for name, a := range map[string]wiringtest.Response{
			"a merged ticket":        r.merge(ana, got, target.Number),
			"back into the source":   r.merge(ana, r.get(ana, target.Number), source.Number),
			"into itself":            r.merge(ana, r.get(ana, target.Number), target.Number),
			"into an unknown ticket": r.merge(ana, r.get(ana, target.Number), "PNT000099"),
		} {
			if a.Code != 400 {
				t.Errorf("%s: %d %s", name, a.Code, a.Body)
			}
		}
		if a := r.merge(usuario, r.get(ana, target.Number), source.Number); a.Code != 403 {
			t.Errorf("a merge by a requester: %d", a.Code)
		}
	})
}

// TestMergeAcrossOrganizations checks that an agent cannot merge a ticket into one of another organization, that a supervisor
// must confirm it, and that the target's requester can remove the guest (G6).
func TestMergeAcrossOrganizations(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		target := r.routed()
		source := r.create(maria, newTicketBody())
		r.route(source.Number)
		source = r.get(ana, source.Number)
		errorAt := func(response wiringtest.Response) string {
			t.Helper()
			problem := read[api.Problem](r, response, 400)
			if problem.Errors == nil || len(*problem.Errors) != 1 {
				t.Fatalf("%+v", problem)
			}
			return (*problem.Errors)[0].Field
		}
		for by, response := range map[string]wiringtest.Response{"an agent": r.merge(ana, source, target.Number), "an agent who confirms": r.mergeAcross(ana, source, target.Number)} {
			if field := errorAt(response); field != "into" {
				t.Errorf("%s: an error of %q", by, field)
			}
		}
		if field := errorAt(r.merge(sofia, source, target.Number)); field != "acrossOrganizations" {
			t.Errorf("a supervisor who does not confirm: an error of %q", field)
		}
		if a := r.Request("get-ticket", maria, "/tickets/"+target.Number, nil); a.Code != 404 {
			t.Errorf("after refused merges, the source's requester reads the target: %d", a.Code)
		}
		read[api.Ticket](r, r.mergeAcross(sofia, source, target.Number), 200)
		guests := r.get(usuario, target.Number).Participants
		if len(guests) != 1 || guests[0].Id != "maria" || !guests[0].Removable {
			t.Fatalf("participants of the target: %+v", guests)
		}
		if a := r.Request("remove-participant", usuario, "/tickets/"+target.Number+"/participants/maria", nil); a.Code != 204 {
			t.Errorf("removal of the guest: %d %s", a.Code, a.Body)
		}
		if a := r.Request("get-ticket", maria, "/tickets/"+target.Number, nil); a.Code != 404 {
			t.Errorf("the removed guest reads the target: %d", a.Code)
		}
	})
}

// TestUndoMerge checks that a merge can be undone for 10 minutes, and that both tickets are then as before (G6).
func TestUndoMerge(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		target := r.routed()
		source := r.create(maria, newTicketBody())
		r.route(source.Number)
		path := "/tickets/" + source.Number
		read[api.Ticket](r, r.Request("update-ticket", ana, path, map[string]any{"priority": "high", "addTags": []string{"correo"}, "version": r.get(ana, source.Number).Version}), 200)
		source = r.get(ana, source.Number)
		undo := func(person account.Person, number string) wiringtest.Response {
			t.Helper()
			return r.Request("undo-merge", person, "/tickets/"+number+"/merge", nil)
		}
		if problem := read[api.Problem](r, undo(ana, source.Number), 409); problem.Title != "El ticket no está combinado" {
			t.Errorf("a ticket that is not merged, or whose merge a colleague has undone: %+v", problem)
		}
		read[api.Ticket](r, r.mergeAcross(sofia, source, target.Number), 200)
		merged := r.get(ana, target.Number)
		if api.Given(merged.Tags) == nil || merged.Priority.MustGet() != "high" || !merged.DueAt.MustGet().Equal(source.DueAt.MustGet()) {
			t.Errorf("carried: %v, %v, due %v; want due %v", merged.Tags, merged.Priority, merged.DueAt, source.DueAt)
		}
		if a := undo(maria, source.Number); a.Code != 403 {
			t.Errorf("by a requester: %d", a.Code)
		}
		r.clock.Advance(9 * time.Minute)
		r.emptyCaches()
		response := undo(bruno, source.Number)
		undone := read[api.Ticket](r, response, 200)
		if undone.Status != "open" || undone.MergedInto != nil || response.Cost.Rounds > 4 {
			t.Errorf("%+v, cost %+v", undone, response.Cost)
		}
		after := r.get(ana, target.Number)
		if len(after.Participants) != 0 || after.Tags != nil || !after.Priority.IsNull() || !after.DueAt.IsNull() {
			t.Errorf("the target after the merge was undone: %+v", after)
		}
		if a := r.Request("get-ticket", maria, "/tickets/"+target.Number, nil); a.Code != 404 {
			t.Errorf("the source's requester reads the target: %d", a.Code)
		}
		r.route(source.Number)
		r.route(target.Number)
		checkNumbers(t, "open tickets of the source's requester", r.numbers(maria, "", 10), []string{source.Number})
		checkNumbers(t, "links of the source", r.linksOf(ana, source.Number), nil)
		read[api.Entry](r, r.Request("create-entry", maria, path+"/entries", map[string]any{"kind": "message", "body": "sigo"}), 201)

		read[api.Ticket](r, r.mergeAcross(sofia, r.get(ana, source.Number), target.Number), 200)
		r.clock.Advance(10 * time.Minute)
		if a := undo(ana, source.Number); a.Code != 409 {
			t.Errorf("after 10 minutes: %d %s", a.Code, a.Body)
		}
	})
}

// TestLinksOfMergedTickets checks that the target of a merge shows the links of the source to the people who may read both (G5).
func TestLinksOfMergedTickets(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		target, linked := r.routed(), r.routed()
		source := r.create(maria, newTicketBody())
		r.route(source.Number)
		if a := r.link(ana, source.Number, linked.Number, "caused-by"); a.Code != 204 {
			t.Fatalf("%d %s", a.Code, a.Body)
		}
		read[api.Ticket](r, r.mergeAcross(sofia, r.get(ana, source.Number), target.Number), 200)
		want := []string{"merged-from " + source.Number + " closed", "caused-by " + linked.Number + " open"}
		checkNumbers(t, "links of the target", r.linksOf(ana, target.Number), want)
		checkNumbers(t, "links that the source's requester may read", r.linksOf(maria, target.Number), want[:1])
		checkNumbers(t, "links that the target's requester may read", r.linksOf(usuario, target.Number), nil)
	})
}

// TestMergeOfLinkedTickets checks that a ticket that is linked to another and then merged into it has both links.
func TestMergeOfLinkedTickets(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		target := r.routed()
		source := r.create(maria, newTicketBody())
		r.route(source.Number)
		if a := r.link(ana, source.Number, target.Number, "duplicate-of"); a.Code != 204 {
			t.Fatalf("%d %s", a.Code, a.Body)
		}
		read[api.Ticket](r, r.mergeAcross(sofia, r.get(ana, source.Number), target.Number), 200)
		checkNumbers(t, "links of the first ticket", r.linksOf(ana, source.Number), []string{"duplicate-of " + target.Number + " open", "merged-into " + target.Number + " open"})
		checkNumbers(t, "links of the second ticket", r.linksOf(ana, target.Number), []string{"duplicated-by " + source.Number + " closed", "merged-from " + source.Number + " closed"})
	})
}

// TestConcurrentMerges checks that exactly one of two concurrent merges in opposite directions succeeds.
func TestConcurrentMerges(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		first, second := r.routed(), r.routed()
		responses := make([]wiringtest.Response, 2)
		var wait sync.WaitGroup
		wait.Go(func() { responses[0] = r.merge(ana, first, second.Number) })
		wait.Go(func() { responses[1] = r.merge(bruno, second, first.Number) })
		wait.Wait()
		merged := 0
		for _, a := range responses {
			if a.Code == 200 {
				merged++
			} else if a.Code != 400 && a.Code != 409 {
				t.Errorf("%d %s", a.Code, a.Body)
			}
		}
		if merged != 1 {
			t.Errorf("%d of two merges succeeded", merged)
		}
	})
}
