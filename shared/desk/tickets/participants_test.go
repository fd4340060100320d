package tickets_test

import (
	"slices"
	"sync"
	"testing"

	"mesa/shared/api"
	"mesa/shared/domain/account"
)

func (r *rig) invite(who account.Person, number, login string) answer {
	r.t.Helper()
	return r.call("add-participant", who, "POST", "/api/tickets/"+number+"/participants", map[string]any{"login": login})
}

func (r *rig) dismiss(who account.Person, number, id string) answer {
	r.t.Helper()
	return r.call("remove-participant", who, "DELETE", "/api/tickets/"+number+"/participants/"+id, nil)
}

func TestParticipantReadsAndComments(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.routed()
		path := "/api/tickets/" + made.Number
		invited := r.invite(ana, made.Number, " MARIA@infoem.example ")
		got := read[api.Ticket](r, invited, 200)
		if len(got.Participants) != 1 || got.Participants[0].Id != "maria" || !got.Participants[0].Removable || invited.cost.Rounds > 4 {
			t.Errorf("%+v for %+v", got.Participants, invited.cost)
		}
		if again := read[api.Ticket](r, r.invite(ana, made.Number, "maria"), 200); again.Version != got.Version {
			t.Error("who is in it came again")
		}
		// The list contains the ticket even before the stream is processed.
		same(t, "her list", r.numbers(maria, "", 10), []string{made.Number})
		same(t, "by creation", r.numbers(maria, "sort=created", 10), []string{made.Number})
		r.settle(made.Number)
		page := read[api.TicketPage](r, r.call("list-tickets", maria, "GET", "/api/tickets", nil), 200)
		if (*page.Counts)["open"] != 1 {
			t.Errorf("counted %v", *page.Counts)
		}
		same(t, "her search", r.numbers(maria, "q=prueba", 10), []string{made.Number})
		read[api.Entry](r, r.call("create-entry", ana, "POST", path+"/entries", map[string]any{"kind": "note", "body": "entre nosotros", "version": got.Version}), 201)
		read[api.Entry](r, r.call("create-entry", maria, "POST", path+"/entries", map[string]any{"kind": "message", "body": "a mí también"}), 201)
		hers := r.get(maria, made.Number)
		for _, entry := range hers.Entries {
			if entry.Kind == "note" || entry.Reason != nil {
				t.Errorf("a participant sees %+v", entry)
			}
		}
		if slices.Contains(hers.Actions, "invite") || slices.Contains(hers.Actions, "close") || !slices.Contains(hers.Actions, "message") {
			t.Errorf("a participant may %v", hers.Actions)
		}
		if a := r.call("create-entry", maria, "POST", path+"/entries", map[string]any{"kind": "message", "body": "listo", "status": "closed"}); a.status != 403 {
			t.Errorf("a participant closed it: %d", a.status)
		}
		read[api.Ticket](r, r.call("update-ticket", ana, "PATCH", path, map[string]any{"status": "waiting", "version": hers.Version}), 200)
		r.settle(made.Number)
		same(t, "waiting", r.numbers(maria, "status=waiting", 10), []string{made.Number})
		same(t, "open no more", r.numbers(maria, "status=open", 10), nil)
	})
}

func TestRemovedParticipantLosesAccessAtOnce(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		file := map[string]any{"filename": "captura.png", "size": 1000, "contentType": "image/png"}
		id := read[api.AttachmentUpload](r, r.call("create-attachment", usuario, "POST", "/api/attachments", file), 201).Id
		made := r.create(usuario, prueba(func(n *api.NewTicket) { n.AttachmentIds = &[]string{id} }))
		r.settle(made.Number)
		read[api.Ticket](r, r.invite(ana, made.Number, "maria"), 200)
		r.settle(made.Number)
		if a := r.call("get-attachment", maria, "GET", "/api/attachments/"+id, nil); a.status != 302 {
			t.Errorf("a participant's file: %d", a.status)
		}
		out := r.dismiss(ana, made.Number, "maria")
		if out.status != 204 || out.cost.Rounds > 3 {
			t.Fatalf("%d %s for %+v", out.status, out.body, out.cost)
		}
		path := "/api/tickets/" + made.Number
		for name, a := range map[string]answer{
			"reads":    r.call("get-ticket", maria, "GET", path, nil),
			"comments": r.call("create-entry", maria, "POST", path+"/entries", map[string]any{"kind": "message", "body": "hola"}),
			"fetches":  r.call("get-attachment", maria, "GET", "/api/attachments/"+id, nil),
			"invites":  r.invite(maria, made.Number, "jorge"),
			"leaves":   r.dismiss(maria, made.Number, "maria"),
		} {
			if a.status != 404 {
				t.Errorf("who is out %s: %d", name, a.status)
			}
		}
		same(t, "lists", r.numbers(maria, "", 10), nil)
		same(t, "searches by number", r.numbers(maria, "q="+made.Number, 10), nil)
		same(t, "searches by words", r.numbers(maria, "q=prueba", 10), nil)
		// The function `route` must not restore the card from a version that it read earlier.
		r.settle(made.Number)
		same(t, "lists later", r.numbers(maria, "", 10), nil)
		page := read[api.TicketPage](r, r.call("list-tickets", maria, "GET", "/api/tickets", nil), 200)
		if (*page.Counts)["open"] != 0 {
			t.Errorf("still counted: %v", *page.Counts)
		}
		if a := r.dismiss(ana, made.Number, "maria"); a.status != 204 {
			t.Errorf("out twice: %d", a.status)
		}
	})
}

func TestWhomARequesterAdds(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.create(maria, prueba())
		r.settle(made.Number)
		for name, c := range map[string]struct {
			who    account.Person
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
			a := r.invite(c.who, made.Number, c.login)
			if a.status != c.status {
				t.Errorf("%s: %d %s", name, a.status, a.body)
			}
		}
		stranger := read[api.Problem](r, r.invite(maria, made.Number, "usuario"), 400)
		nobody := read[api.Problem](r, r.invite(maria, made.Number, "nadie"), 400)
		if (*stranger.Errors)[0] != (*nobody.Errors)[0] {
			t.Errorf("a requester learns who has an account: %+v, %+v", *stranger.Errors, *nobody.Errors)
		}
		read[api.Ticket](r, r.invite(ana, made.Number, "usuario"), 200)
		if a := r.dismiss(maria, made.Number, "usuario"); a.status != 403 {
			t.Errorf("a requester took out whom staff brought: %d", a.status)
		}
		if a := r.dismiss(usuario, made.Number, "usuario"); a.status != 204 {
			t.Errorf("leaving: %d %s", a.status, a.body)
		}
	})
}

func TestConcurrentAdditionsAllSucceed(t *testing.T) {
	each(t, func(t *testing.T, r *rig) {
		made := r.routed()
		var wait sync.WaitGroup
		for _, login := range []string{"maria", "jorge", "bruno"} {
			wait.Go(func() {
				if a := r.invite(ana, made.Number, login); a.status != 200 {
					t.Errorf("%s: %d %s", login, a.status, a.body)
				}
			})
		}
		wait.Wait()
		if got := r.get(ana, made.Number); len(got.Participants) != 3 {
			t.Errorf("%+v", got.Participants)
		}
	})
}
