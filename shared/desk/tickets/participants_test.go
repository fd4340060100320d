package tickets_test

import (
	"slices"
	"sync"
	"testing"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/wiring/wiringtest"
)

func (r *rig) invite(person account.Person, number, login string) wiringtest.Response {
	r.Helper()
	return r.Request("add-participant", person, "/tickets/"+number+"/participants", map[string]any{"login": login})
}

func (r *rig) dismiss(person account.Person, number, id string) wiringtest.Response {
	r.Helper()
	return r.Request("remove-participant", person, "/tickets/"+number+"/participants/"+id, nil)
}

func TestParticipantReadsAndComments(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.routed()
		path := "/tickets/" + made.Number
		invited := r.invite(ana, made.Number, " MARIA@infoem.example ")
		got := read[api.Ticket](r, invited, 200)
		if len(got.Participants) != 1 || got.Participants[0].Id != "maria" || !got.Participants[0].Removable || invited.Cost.Rounds > 4 {
			t.Errorf("%+v for %+v", got.Participants, invited.Cost)
		}
		if again := read[api.Ticket](r, r.invite(ana, made.Number, "maria"), 200); again.Version != got.Version {
			t.Error("who is in it came again")
		}
		// The list contains the ticket even before the stream is processed.
		same(t, "her list", r.numbers(maria, "", 10), []string{made.Number})
		same(t, "by creation", r.numbers(maria, "sort=created", 10), []string{made.Number})
		r.settle(made.Number)
		page := read[api.TicketPage](r, r.Request("list-tickets", maria, "/tickets", nil), 200)
		if (*page.Counts)["open"] != 1 {
			t.Errorf("counted %v", *page.Counts)
		}
		same(t, "her search", r.numbers(maria, "q=prueba", 10), []string{made.Number})
		read[api.Entry](r, r.Request("create-entry", ana, path+"/entries", map[string]any{"kind": "note", "body": "entre nosotros", "version": got.Version}), 201)
		read[api.Entry](r, r.Request("create-entry", maria, path+"/entries", map[string]any{"kind": "message", "body": "a mí también"}), 201)
		hers := r.get(maria, made.Number)
		for _, entry := range hers.Entries {
			if entry.Kind == "note" || entry.Reason != nil {
				t.Errorf("a participant sees %+v", entry)
			}
		}
		if slices.Contains(hers.Actions, "invite") || slices.Contains(hers.Actions, "close") || !slices.Contains(hers.Actions, "message") {
			t.Errorf("a participant may %v", hers.Actions)
		}
		if a := r.Request("create-entry", maria, path+"/entries", map[string]any{"kind": "message", "body": "listo", "status": "closed"}); a.Code != 403 {
			t.Errorf("a participant closed it: %d", a.Code)
		}
		read[api.Ticket](r, r.Request("update-ticket", ana, path, map[string]any{"status": "waiting", "version": hers.Version}), 200)
		r.settle(made.Number)
		same(t, "waiting", r.numbers(maria, "status=waiting", 10), []string{made.Number})
		same(t, "open no more", r.numbers(maria, "status=open", 10), nil)
	})
}

func TestRemovedParticipantLosesAccessAtOnce(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		file := map[string]any{"filename": "captura.png", "size": 1000, "contentType": "image/png"}
		id := read[api.AttachmentUpload](r, r.Request("create-attachment", usuario, "/attachments", file), 201).Id
		made := r.create(usuario, prueba(func(n *api.NewTicket) { n.AttachmentIds = &[]string{id} }))
		r.settle(made.Number)
		read[api.Ticket](r, r.invite(ana, made.Number, "maria"), 200)
		r.settle(made.Number)
		if a := r.Request("get-attachment", maria, "/attachments/"+id, nil); a.Code != 302 {
			t.Errorf("a participant's file: %d", a.Code)
		}
		out := r.dismiss(ana, made.Number, "maria")
		if out.Code != 204 || out.Cost.Rounds > 3 {
			t.Fatalf("%d %s for %+v", out.Code, out.Body, out.Cost)
		}
		path := "/tickets/" + made.Number
		for name, a := range map[string]wiringtest.Response{
			"reads":    r.Request("get-ticket", maria, path, nil),
			"comments": r.Request("create-entry", maria, path+"/entries", map[string]any{"kind": "message", "body": "hola"}),
			"fetches":  r.Request("get-attachment", maria, "/attachments/"+id, nil),
			"invites":  r.invite(maria, made.Number, "jorge"),
			"leaves":   r.dismiss(maria, made.Number, "maria"),
		} {
			if a.Code != 404 {
				t.Errorf("who is out %s: %d", name, a.Code)
			}
		}
		same(t, "lists", r.numbers(maria, "", 10), nil)
		same(t, "searches by number", r.numbers(maria, "q="+made.Number, 10), nil)
		same(t, "searches by words", r.numbers(maria, "q=prueba", 10), nil)
		// The function `route` must not restore the card from a version that it read earlier.
		r.settle(made.Number)
		same(t, "lists later", r.numbers(maria, "", 10), nil)
		page := read[api.TicketPage](r, r.Request("list-tickets", maria, "/tickets", nil), 200)
		if (*page.Counts)["open"] != 0 {
			t.Errorf("still counted: %v", *page.Counts)
		}
		if a := r.dismiss(ana, made.Number, "maria"); a.Code != 204 {
			t.Errorf("out twice: %d", a.Code)
		}
	})
}

func TestWhomARequesterAdds(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.create(maria, prueba())
		r.settle(made.Number)
		for name, c := range map[string]struct {
			person account.Person
			login  string
			status int
		}{
			"a colleague":                        {maria, "jorge@infoem.example", 200},
			"of another organization":            {maria, "usuario", 400},
			"an agent":                           {maria, "ana", 400},
			"nobody":                             {maria, "nadie@nada.example", 400},
			"nothing":                            {maria, " ", 400},
			"staff invite nobody":                {ana, "nadie", 400},
			"what no login has":                  {ana, "us\x00uario", 400},
			"what no login has, by a requester":  {maria, "us\x00uario", 400},
			"a reader who isn't in it":           {jorge, "jorge", 403},
			"who may not read it":                {usuario, "usuario", 404},
			"who may not read it, about nobody":  {usuario, "nadie", 404},
			"who may not invite, about somebody": {jorge, "usuario", 403},
		} {
			a := r.invite(c.person, made.Number, c.login)
			if a.Code != c.status {
				t.Errorf("%s: %d %s", name, a.Code, a.Body)
			}
		}
		stranger := read[api.Problem](r, r.invite(maria, made.Number, "usuario"), 400)
		nobody := read[api.Problem](r, r.invite(maria, made.Number, "nadie"), 400)
		if (*stranger.Errors)[0] != (*nobody.Errors)[0] {
			t.Errorf("a requester learns who has an account: %+v, %+v", *stranger.Errors, *nobody.Errors)
		}
		read[api.Ticket](r, r.invite(ana, made.Number, "usuario"), 200)
		if a := r.dismiss(maria, made.Number, "usuario"); a.Code != 403 {
			t.Errorf("a requester took out whom staff brought: %d", a.Code)
		}
		if a := r.dismiss(usuario, made.Number, "usuario"); a.Code != 204 {
			t.Errorf("leaving: %d %s", a.Code, a.Body)
		}
	})
}

func TestConcurrentAdditionsAllSucceed(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.routed()
		var wait sync.WaitGroup
		for _, login := range []string{"maria", "jorge", "bruno"} {
			wait.Go(func() {
				if a := r.invite(ana, made.Number, login); a.Code != 200 {
					t.Errorf("%s: %d %s", login, a.Code, a.Body)
				}
			})
		}
		wait.Wait()
		if got := r.get(ana, made.Number); len(got.Participants) != 3 {
			t.Errorf("%+v", got.Participants)
		}
	})
}
