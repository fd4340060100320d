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
	each(t, func(t *testing.T, r *rig) {
		file := read[api.AttachmentUpload](r, r.Request("create-attachment", usuario, "/attachments",
			map[string]any{"filename": "a.pdf", "size": 10, "contentType": "application/pdf"}), 201).Id
		made := r.create(usuario, prueba())
		said := read[api.Entry](r, r.Request("create-entry", usuario, "/tickets/"+made.Number+"/entries",
			map[string]any{"kind": "message", "body": "<p>Otra cosa, con archivo</p>", "attachmentIds": []string{file}}), 201)
		r.settle(made.Number)
		note := read[api.Entry](r, r.note(ana, made.Number, "<p>Dos asuntos "+mention("bruno", "Bruno")+"</p>"), 201)
		r.settle(made.Number)
		r.Request("add-participant", ana, "/tickets/"+made.Number+"/participants", map[string]any{"login": "jorge"})
		now := r.get(ana, made.Number)

		body := map[string]any{"entryIds": []string{said.Id, note.Id}, "subject": " Lo otro ", "topicId": "sisai", "version": now.Version}
		first := r.split(ana, made.Number, "split-key-1", body)
		apart := read[api.Ticket](r, first, 201)
		if apart.Number != "PNT000002" || apart.Subject != "Lo otro" || apart.Requester.Id != "usuario" || len(apart.Entries) != 3 || first.Cost.Rounds > 4 ||
			first.Header().Get("Location") != "/api/tickets/"+apart.Number {
			t.Fatalf("%+v for %+v", apart, first.Cost)
		}
		if got := apart.Entries[0]; *got.Body != *said.Body || got.Author.Id != "usuario" || *got.CopiedFrom != made.Number || got.Attachments[0].Id != file {
			t.Errorf("%+v", got)
		}
		if again := read[api.Ticket](r, r.split(ana, made.Number, "split-key-1", body), 201); again.Number != apart.Number {
			t.Errorf("the same request made %s", again.Number)
		}
		if other := r.split(ana, made.Number, "split-key-1", map[string]any{"entryIds": []string{said.Id}, "subject": "x", "topicId": "sisai", "version": now.Version}); other.Code != 409 {
			t.Errorf("another request with the key: %d", other.Code)
		}
		r.settle(apart.Number, made.Number)

		source := r.get(ana, made.Number)
		moved := 0
		for _, entry := range source.Entries {
			if entry.MovedTo != nil && *entry.MovedTo == apart.Number {
				moved++
			}
		}
		if last := source.Entries[len(source.Entries)-1]; moved != 2 || last.Changes[0].Field != "splitInto" {
			t.Errorf("%d moved; %+v", moved, last)
		}
		if taken := r.get(ana, apart.Number); taken.Assignee.IsNull() || taken.Department.Id != "solicitudes" {
			t.Errorf("it was not routed by its topic: %+v", taken)
		}
		theirs := r.get(usuario, apart.Number)
		for _, entry := range theirs.Entries {
			if entry.Kind == api.EntryKindNote {
				t.Errorf("the requester reads a note: %+v", entry)
			}
		}
		links := read[[]api.Link](r, r.Request("list-links", usuario, "/tickets/"+apart.Number+"/links", nil), 200)
		if len(links) != 1 || links[0].Kind != "split-from" || links[0].Number != made.Number || links[0].Removable {
			t.Errorf("%+v", links)
		}
		if got := r.mentionsOf(bruno, "").Items; len(got) != 1 || got[0].Number != made.Number {
			t.Errorf("a note that was copied mentions again: %+v", got)
		}
		// Jorge is a participant of one ticket, María of the other. Both can download the file, and no other requester can.
		r.Request("add-participant", ana, "/tickets/"+apart.Number+"/participants", map[string]any{"login": "maria"})
		for person, want := range map[*account.Person]int{&usuario: 302, &jorge: 302, &maria: 302, &sofia: 302} {
			if a := r.Request("get-attachment", *person, "/attachments/"+file, nil); a.Code != want || a.Cost.Rounds > 3 {
				t.Errorf("%s: %d, want %d, for %+v", person.ID, a.Code, want, a.Cost)
			}
		}
		if a := r.Request("get-ticket", jorge, "/tickets/"+apart.Number, nil); a.Code != 404 {
			t.Errorf("who takes part in the old one reads the new one: %d", a.Code)
		}
	})
}

func TestSplitRefused(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.routed()
		message := made.Entries[0].Id
		note := read[api.Entry](r, r.note(ana, made.Number, "<p>Nota</p>"), 201)
		version := note.Version
		for name, c := range map[string]struct {
			change map[string]any
			fields []string
		}{
			"nothing chosen": {map[string]any{"entryIds": []string{}}, []string{"entryIds"}},
			"an event":       {map[string]any{"entryIds": []string{made.Entries[1].Id}}, []string{"entryIds"}},
			"a note alone":   {map[string]any{"entryIds": []string{note.Id}}, []string{"entryIds"}},
			"all is wrong":   {map[string]any{"subject": " ", "topicId": "nada", "entryIds": slices.Repeat([]string{"x"}, 21)}, []string{"topicId", "subject", "entryIds"}},
		} {
			body := map[string]any{"entryIds": []string{message}, "subject": "Aparte", "topicId": "sisai", "version": version}
			maps.Copy(body, c.change)
			if fields := fieldsOf(read[api.Problem](r, r.split(ana, made.Number, "split-refused", body), 400)); !slices.Equal(fields, c.fields) {
				t.Errorf("%s: %v", name, fields)
			}
		}
		good := map[string]any{"entryIds": []string{message}, "subject": "Aparte", "topicId": "sisai", "version": version}
		if a := r.split(usuario, made.Number, "split-refused", good); a.Code != 403 {
			t.Errorf("by the requester: %d", a.Code)
		}
		if a := r.split(ana, "PNT000099", "split-refused", good); a.Code != 404 {
			t.Errorf("of none: %d", a.Code)
		}
		stale := map[string]any{"entryIds": []string{message}, "subject": "Aparte", "topicId": "sisai", "version": version - 1}
		if p := read[api.Problem](r, r.split(ana, made.Number, "split-refused", stale), 409); p.Version == nil || *p.Version != version {
			t.Errorf("an old version: %+v", p)
		}
		// The refused requests did not use up ticket numbers.
		if next := read[api.Ticket](r, r.split(ana, made.Number, "split-good", good), 201); next.Number != "PNT000002" {
			t.Errorf("after refusals comes %s", next.Number)
		}
	})
}

func TestLinksHaveTheRelatedTicket(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		first := r.create(usuario, prueba())
		next := r.create(usuario, prueba(func(b *api.NewTicket) { b.RelatedTo = &first.Number }))
		if !next.Linked {
			t.Error("it says that it has no links")
		}
		got := read[[]api.Link](r, r.Request("list-links", usuario, "/tickets/"+next.Number+"/links", nil), 200)
		if len(got) != 1 || got[0].Number != first.Number || got[0].Kind != "related" || got[0].Removable {
			t.Errorf("%+v", got)
		}
		r.settle(next.Number)
		r.Request("link-ticket", ana, "/tickets/"+next.Number+"/links", map[string]any{"number": first.Number, "kind": "duplicate-of"})
		got = read[[]api.Link](r, r.Request("list-links", ana, "/tickets/"+next.Number+"/links", nil), 200)
		if len(got) != 1 || got[0].Kind != "duplicate-of" || !got[0].Removable {
			t.Errorf("%+v", got)
		}
	})
}
