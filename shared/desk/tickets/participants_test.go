package tickets_test

import (
	"slices"
	"sync"
	"testing"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/wiring/wiringtest"
)

func (r *rig) addParticipant(person account.Person, number, login string) wiringtest.Response {
	r.Helper()
	return r.Request("add-participant", person, "/tickets/"+number+"/participants", map[string]any{"login": login})
}

func (r *rig) removeParticipant(person account.Person, number, id string) wiringtest.Response {
	r.Helper()
	return r.Request("remove-participant", person, "/tickets/"+number+"/participants/"+id, nil)
}

func TestParticipantReadsAndComments(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.routed()
		path := "/tickets/" + created.Number
		invited := r.addParticipant(ana, created.Number, " MARIA@infoem.example ")
		got := read[api.Ticket](r, invited, 200)
		if len(got.Participants) != 1 || got.Participants[0].Id != "maria" || !got.Participants[0].Removable || invited.Cost.Rounds > 4 {
			t.Errorf("%+v, cost %+v", got.Participants, invited.Cost)
		}
		if repeated := read[api.Ticket](r, r.addParticipant(ana, created.Number, "maria"), 200); repeated.Version != got.Version {
			t.Error("adding a participant again changed the ticket")
		}
		// The list contains the ticket even before the stream is processed.
		checkNumbers(t, "list of the participant", r.numbers(maria, "", 10), []string{created.Number})
		checkNumbers(t, "list by creation", r.numbers(maria, "sort=created", 10), []string{created.Number})
		r.route(created.Number)
		page := read[api.TicketPage](r, r.Request("list-tickets", maria, "/tickets", nil), 200)
		if (*page.Counts)["open"] != 1 {
			t.Errorf("counts %v", *page.Counts)
		}
		checkNumbers(t, "search by the participant", r.numbers(maria, "q=prueba", 10), []string{created.Number})
		read[api.Entry](r, r.Request("create-entry", ana, path+"/entries", map[string]any{"kind": "note", "body": "entre nosotros", "version": got.Version}), 201)
		read[api.Entry](r, r.Request("create-entry", maria, path+"/entries", map[string]any{"kind": "message", "body": "a mí también"}), 201)
		forParticipant := r.get(maria, created.Number)
		for _, entry := range forParticipant.Entries {
			if entry.Kind == "note" || entry.Reason != nil {
				t.Errorf("a participant sees %+v", entry)
			}
		}
		if slices.Contains(forParticipant.Actions, "invite") || slices.Contains(forParticipant.Actions, "close") || !slices.Contains(forParticipant.Actions, "message") {
			t.Errorf("actions of a participant: %v", forParticipant.Actions)
		}
		if a := r.Request("create-entry", maria, path+"/entries", map[string]any{"kind": "message", "body": "listo", "status": "closed"}); a.Code != 403 {
			t.Errorf("closed by a participant: %d", a.Code)
		}
		read[api.Ticket](r, r.Request("update-ticket", ana, path, map[string]any{"status": "waiting", "version": forParticipant.Version}), 200)
		r.route(created.Number)
		checkNumbers(t, "waiting", r.numbers(maria, "status=waiting", 10), []string{created.Number})
		checkNumbers(t, "not open", r.numbers(maria, "status=open", 10), nil)
	})
}

func TestRemovedParticipantLosesAccess(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		file := map[string]any{"filename": "captura.png", "size": 1000, "contentType": "image/png"}
		id := read[api.AttachmentUpload](r, r.Request("create-attachment", usuario, "/attachments", file), 201).Id
		created := r.create(usuario, newTicketBody(func(n *api.NewTicket) { n.AttachmentIds = &[]string{id} }))
		r.route(created.Number)
		read[api.Ticket](r, r.addParticipant(ana, created.Number, "maria"), 200)
		r.route(created.Number)
		if a := r.Request("get-attachment", maria, "/attachments/"+id, nil); a.Code != 302 {
			t.Errorf("download by a participant: %d", a.Code)
		}
		removed := r.removeParticipant(ana, created.Number, "maria")
		if removed.Code != 204 || removed.Cost.Rounds > 3 {
			t.Fatalf("%d %s, cost %+v", removed.Code, removed.Body, removed.Cost)
		}
		path := "/tickets/" + created.Number
		for name, a := range map[string]wiringtest.Response{
			"reads":     r.Request("get-ticket", maria, path, nil),
			"comments":  r.Request("create-entry", maria, path+"/entries", map[string]any{"kind": "message", "body": "hola"}),
			"downloads": r.Request("get-attachment", maria, "/attachments/"+id, nil),
			"invites":   r.addParticipant(maria, created.Number, "jorge"),
			"leaves":    r.removeParticipant(maria, created.Number, "maria"),
		} {
			if a.Code != 404 {
				t.Errorf("a removed participant %s: %d", name, a.Code)
			}
		}
		checkNumbers(t, "list", r.numbers(maria, "", 10), nil)
		checkNumbers(t, "search by number", r.numbers(maria, "q="+created.Number, 10), nil)
		checkNumbers(t, "search by words", r.numbers(maria, "q=prueba", 10), nil)
		// The function `route` must not restore the card from a version that it read earlier.
		r.route(created.Number)
		checkNumbers(t, "list after route", r.numbers(maria, "", 10), nil)
		page := read[api.TicketPage](r, r.Request("list-tickets", maria, "/tickets", nil), 200)
		if (*page.Counts)["open"] != 0 {
			t.Errorf("still counted: %v", *page.Counts)
		}
		if a := r.removeParticipant(ana, created.Number, "maria"); a.Code != 204 {
			t.Errorf("removing a participant twice: %d", a.Code)
		}
	})
}

func TestAddParticipantIsLimited(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.create(maria, newTicketBody())
		r.route(created.Number)
		for name, c := range map[string]struct {
			person account.Person
			login  string
			status int
		}{
			"a colleague":                             {maria, "jorge@infoem.example", 200},
			"a person of another organization":        {maria, "usuario", 400},
			"an agent":                                {maria, "ana", 400},
			"an unknown login":                        {maria, "nadie@nada.example", 400},
			"an empty login":                          {maria, " ", 400},
			"an unknown login, by staff":              {ana, "nadie", 400},
			"an invalid login, by staff":              {ana, "\x00\u202a", 400},
			"an invalid login":                        {maria, "\x00\u202a", 400},
			"by a reader who is not the requester":    {jorge, "jorge", 403},
			"by a person who may not read the ticket": {usuario, "usuario", 404},
			"an unknown login, by a person who may not read the ticket": {usuario, "nadie", 404},
			"another person, by a reader":                               {jorge, "usuario", 403},
		} {
			a := r.addParticipant(c.person, created.Number, c.login)
			if a.Code != c.status {
				t.Errorf("%s: %d %s", name, a.Code, a.Body)
			}
		}
		stranger := read[api.Problem](r, r.addParticipant(maria, created.Number, "usuario"), 400)
		nobody := read[api.Problem](r, r.addParticipant(maria, created.Number, "nadie"), 400)
		if (*stranger.Errors)[0] != (*nobody.Errors)[0] {
			t.Errorf("the errors reveal who has an account: %+v, %+v", *stranger.Errors, *nobody.Errors)
		}
		read[api.Ticket](r, r.addParticipant(ana, created.Number, "usuario"), 200)
		if a := r.removeParticipant(maria, created.Number, "usuario"); a.Code != 403 {
			t.Errorf("a requester removes a person whom staff added: %d", a.Code)
		}
		if a := r.removeParticipant(usuario, created.Number, "usuario"); a.Code != 204 {
			t.Errorf("a participant removes themselves: %d %s", a.Code, a.Body)
		}
	})
}

func TestConcurrentAdditionsAllSucceed(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		created := r.routed()
		var wait sync.WaitGroup
		for _, login := range []string{"maria", "jorge", "bruno"} {
			wait.Go(func() {
				if a := r.addParticipant(ana, created.Number, login); a.Code != 200 {
					t.Errorf("%s: %d %s", login, a.Code, a.Body)
				}
			})
		}
		wait.Wait()
		if got := r.get(ana, created.Number); len(got.Participants) != 3 {
			t.Errorf("%+v", got.Participants)
		}
	})
}
