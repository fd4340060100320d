package tickets_test

import (
	"maps"
	"slices"
	"testing"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/wiring/wiringtest"
)

func (r *rig) split(by account.Person, number, key string, body map[string]any) wiringtest.Response {
	r.Helper()
	return r.Request("split-ticket", by, "/tickets/"+number+"/split", body, "Idempotency-Key", key)
}

func TestSplitTicket(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		file := read[api.AttachmentUpload](r, r.Request("create-attachment", usuario, "/attachments",
			map[string]any{"filename": "a.pdf", "size": 10, "contentType": "application/pdf"}), 201).Id
		created := r.create(usuario, newTicketBody())
		message := read[api.Entry](r, r.Request("create-entry", usuario, "/tickets/"+created.Number+"/entries",
			map[string]any{"kind": "message", "body": "<p>Otra cosa, con archivo</p>", "attachmentIds": []string{file}}), 201)
		r.route(created.Number)
		note := read[api.Entry](r, r.addNote(ana, created.Number, "<p>Dos asuntos "+mention("bruno", "Bruno")+"</p>"), 201)
		r.route(created.Number)
		r.Request("add-participant", ana, "/tickets/"+created.Number+"/participants", map[string]any{"login": "jorge"})
		current := r.get(ana, created.Number)

		body := map[string]any{"entryIds": []string{message.Id, note.Id}, "subject": " Lo otro ", "topicId": "sisai", "version": current.Version}
		first := r.split(ana, created.Number, "split-key-1", body)
		newTicket := read[api.Ticket](r, first, 201)
		if newTicket.Number != "PNT000002" || newTicket.Subject != "Lo otro" || newTicket.Requester.Id != "usuario" || len(newTicket.Entries) != 3 || first.Cost.Rounds > 4 ||
			first.Header().Get("Location") != "/api/tickets/"+newTicket.Number {
			t.Fatalf("%+v, cost %+v", newTicket, first.Cost)
		}
		if got := newTicket.Entries[0]; *got.Body != *message.Body || got.Author.Id != "usuario" || *got.CopiedFrom != created.Number || got.Attachments[0].Id != file {
			t.Errorf("%+v", got)
		}
		if repeated := read[api.Ticket](r, r.split(ana, created.Number, "split-key-1", body), 201); repeated.Number != newTicket.Number {
			t.Errorf("the repeated request returned %s", repeated.Number)
		}
		// The page has read the split before it repeats the request, because the response was lost.
		newer := maps.Clone(body)
		newer["version"] = r.get(ana, created.Number).Version
		if repeated := read[api.Ticket](r, r.split(ana, created.Number, "split-key-1", newer), 201); repeated.Number != newTicket.Number || newer["version"] == current.Version {
			t.Errorf("the repeated request with version %v returned %s", newer["version"], repeated.Number)
		}
		if other := r.split(ana, created.Number, "split-key-1", map[string]any{"entryIds": []string{message.Id}, "subject": "x", "topicId": "sisai", "version": current.Version}); other.Code != 409 {
			t.Errorf("another request with the same key: %d", other.Code)
		}
		r.route(newTicket.Number, created.Number)

		source := r.get(ana, created.Number)
		copied := 0
		for _, entry := range source.Entries {
			if entry.MovedTo != nil && *entry.MovedTo == newTicket.Number {
				copied++
			}
		}
		if last := source.Entries[len(source.Entries)-1]; copied != 2 || last.Changes[0].Field != "splitInto" {
			t.Errorf("%d entries copied; %+v", copied, last)
		}
		if routed := r.get(ana, newTicket.Number); routed.Assignee.IsNull() || routed.Department.Id != "solicitudes" {
			t.Errorf("the new ticket was not routed by its topic: %+v", routed)
		}
		forRequester := r.get(usuario, newTicket.Number)
		for _, entry := range forRequester.Entries {
			if entry.Kind == api.EntryKindNote {
				t.Errorf("the requester can see a note: %+v", entry)
			}
		}
		links := read[[]api.Link](r, r.Request("list-links", usuario, "/tickets/"+newTicket.Number+"/links", nil), 200)
		if len(links) != 1 || links[0].Kind != "split-from" || links[0].Number != created.Number || links[0].Removable {
			t.Errorf("%+v", links)
		}
		if got := r.mentionsOf(bruno, "").Items; len(got) != 1 || got[0].Number != created.Number {
			t.Errorf("the copy of a note created a mention: %+v", got)
		}
		// Jorge is a participant of one ticket, María of the other. Both can download the file, and no other requester can.
		r.Request("add-participant", ana, "/tickets/"+newTicket.Number+"/participants", map[string]any{"login": "maria"})
		for person, want := range map[*account.Person]int{&usuario: 302, &jorge: 302, &maria: 302, &sofia: 302} {
			if a := r.Request("get-attachment", *person, "/attachments/"+file, nil); a.Code != want || a.Cost.Rounds > 3 {
				t.Errorf("%s: %d, want %d, cost %+v", person.ID, a.Code, want, a.Cost)
			}
		}
		if a := r.Request("get-ticket", jorge, "/tickets/"+newTicket.Number, nil); a.Code != 404 {
			t.Errorf("a participant of the source reads the new ticket: %d", a.Code)
		}
	})
}

func TestSplitTicketIsRefused(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.routed()
		message := created.Entries[0].Id
		note := read[api.Entry](r, r.addNote(ana, created.Number, "<p>Nota</p>"), 201)
		version := note.Version
		for name, c := range map[string]struct {
			change map[string]any
			fields []string
		}{
			"no entries":             {map[string]any{"entryIds": []string{}}, []string{"entryIds"}},
			"an event":               {map[string]any{"entryIds": []string{created.Entries[1].Id}}, []string{"entryIds"}},
			"only a note":            {map[string]any{"entryIds": []string{note.Id}}, []string{"entryIds"}},
			"several invalid fields": {map[string]any{"subject": " ", "topicId": "nada", "entryIds": slices.Repeat([]string{"x"}, 21)}, []string{"topicId", "subject", "entryIds"}},
		} {
			body := map[string]any{"entryIds": []string{message}, "subject": "Aparte", "topicId": "sisai", "version": version}
			maps.Copy(body, c.change)
			if fields := fieldsOf(read[api.Problem](r, r.split(ana, created.Number, "split-refused", body), 400)); !slices.Equal(fields, c.fields) {
				t.Errorf("%s: %v", name, fields)
			}
		}
		valid := map[string]any{"entryIds": []string{message}, "subject": "Aparte", "topicId": "sisai", "version": version}
		if a := r.split(usuario, created.Number, "split-refused", valid); a.Code != 403 {
			t.Errorf("by the requester: %d", a.Code)
		}
		if a := r.split(ana, "PNT000099", "split-refused", valid); a.Code != 404 {
			t.Errorf("an unknown ticket: %d", a.Code)
		}
		stale := map[string]any{"entryIds": []string{message}, "subject": "Aparte", "topicId": "sisai", "version": version - 1}
		if p := read[api.Problem](r, r.split(ana, created.Number, "split-refused", stale), 409); p.Version == nil || *p.Version != version {
			t.Errorf("an outdated version: %+v", p)
		}
		// The refused requests did not use up ticket numbers.
		if next := read[api.Ticket](r, r.split(ana, created.Number, "split-good", valid), 201); next.Number != "PNT000002" {
			t.Errorf("the next ticket number is %s", next.Number)
		}
	})
}

func TestLinksContainRelatedTicket(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		first := r.create(usuario, newTicketBody())
		next := r.create(usuario, newTicketBody(func(b *api.NewTicket) { b.RelatedTo = &first.Number }))
		if !next.Linked {
			t.Error("Linked is false for a ticket that follows up another")
		}
		got := read[[]api.Link](r, r.Request("list-links", usuario, "/tickets/"+next.Number+"/links", nil), 200)
		if len(got) != 1 || got[0].Number != first.Number || got[0].Kind != "related" || got[0].Removable {
			t.Errorf("%+v", got)
		}
		r.route(next.Number)
		r.Request("link-ticket", ana, "/tickets/"+next.Number+"/links", map[string]any{"number": first.Number, "kind": "duplicate-of"})
		got = read[[]api.Link](r, r.Request("list-links", ana, "/tickets/"+next.Number+"/links", nil), 200)
		if len(got) != 1 || got[0].Kind != "duplicate-of" || !got[0].Removable {
			t.Errorf("%+v", got)
		}
	})
}
