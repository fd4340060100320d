package tickets_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/api"
	"mesa/shared/domain/account"
)

func TestSearch(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		withText := func(subject, detail string) func(*api.NewTicket) {
			return func(n *api.NewTicket) { n.Subject, n.Detail = subject, "<p>"+detail+"</p>" }
		}
		aboutZebra := withText("No abre la sección de Transparencia", "una zebra impide la operación")
		zebra := r.createTickets(usuario, 1, aboutZebra)[0]
		folio := r.createTickets(usuario, 1, withText("Folio 330031821000123", "no aparece la solicitud"))[0]
		ofMaria := r.createTickets(maria, 1, withText("Otra zebra", "de otra persona"))[0]
		common := r.loadTickets(usuario, 130, withText("Error general", "al guardar"))
		find := func(person account.Person, q string) []string {
			return r.numbers(person, "q="+url.QueryEscape(q), 40)
		}
		for _, form := range []string{zebra, "pnt1", "PNT000001", "000001", "1", "#1", " PNT-1 ", "[PNT000001]", "Ticket #PNT000001", "PNT000001.", "Re: [PNT000001] No abre", "https://mesa.example/tickets/PNT000001"} {
			if got := find(usuario, form); len(got) == 0 || got[0] != zebra {
				t.Errorf("%q found %v", form, got)
			}
		}
		for q, want := range map[string][]string{
			"zebra":               {zebra},
			"ZEBRA":               {zebra},
			"seccion":             {zebra},
			"sección":             {zebra},
			"secciones":           {zebra},
			"transpar":            {zebra},
			"solicitudes":         {folio},
			"330031821000123":     {folio},
			"zebra operacion":     {zebra},
			"zebra solicitud":     nil,
			"error general zebra": nil,
			"nada de esto existe": nil,
			"3":                   nil,
		} {
			checkNumbers(t, q, find(usuario, q), want)
		}
		shortWords := r.createTickets(usuario, 1, withText("Equipo de TI", "El proyecto de I+D no abre"))[0]
		for _, q := range []string{"TI", "ti", "I+D", "equipo de TI"} {
			checkNumbers(t, q, find(usuario, q), []string{shortWords})
		}
		empty := read[api.TicketPage](r, r.Request("list-tickets", usuario, "/tickets?q="+url.QueryEscape("de la operac y oper"), nil), 200)
		want := &api.LeftOut{Words: []string{"de", "la", "y"}, Prefix: new("oper")}
		if diff := cmp.Diff(want, empty.LeftOut); diff != "" || len(empty.Items) > 0 {
			t.Error(diff, empty.Items)
		}
		checkNumbers(t, "search by an agent", find(ana, "zebra"), []string{ofMaria, zebra})
		checkNumbers(t, "search for another person's ticket", find(maria, zebra), nil)
		if got := find(ana, "error guardar"); len(got) != len(common) {
			t.Errorf("a common word found %d of %d tickets", len(got), len(common))
		}
		r.change(ana, zebra, map[string]any{"status": "closed"})
		checkNumbers(t, "closed", r.numbers(usuario, "q=zebra&status=closed", 10), []string{zebra})
		checkNumbers(t, "open", r.numbers(usuario, "q=zebra&status=open", 10), nil)
		note := map[string]any{"kind": "note", "body": "murciélago", "version": r.get(ana, folio).Version}
		read[api.Entry](r, r.Request("create-entry", ana, "/tickets/"+folio+"/entries", note), 201)
		r.route(folio)
		checkNumbers(t, "a note", find(usuario, "murciélago"), nil)
	})
}

// TestSearchFindsEveryEntry checks that the length of an entry does not hide the words of later entries (C2).
func TestSearchFindsEveryEntry(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		var long strings.Builder
		for i := range 500 {
			fmt.Fprintf(&long, "palabra%c%ck ", 'b'+i%20, 'b'+i/20%20)
		}
		number := r.createTickets(usuario, 1, func(n *api.NewTicket) { n.Detail = "<p>" + long.String() + "</p>" })[0]
		entry := func(by account.Person, kind, text string) {
			body := map[string]any{"kind": kind, "body": text, "version": r.get(ana, number).Version}
			read[api.Entry](r, r.Request("create-entry", by, "/tickets/"+number+"/entries", body), 201)
			r.route(number)
		}
		entry(usuario, "message", "El folio es 330031824000777")
		entry(ana, "response", "Corresponde al error ORA-00942 del murciélago")
		find := func(q string) []string { return r.numbers(usuario, "q="+url.QueryEscape(q), 40) }
		for _, q := range []string{"330031824000777", "33003182", "ORA-00942", "murciélago", "murcié", "palabrabbk murcielago", "ora 330031824000777"} {
			checkNumbers(t, q, find(q), []string{number})
		}
		checkNumbers(t, "a word that no entry has", find("palabrabbk ornitorrinco"), nil)
		response := r.Request("list-tickets", usuario, "/tickets?q="+url.QueryEscape("palabrabbk murcielago"), nil)
		if response.Cost.Rounds > 4 {
			t.Errorf("a search takes %d rounds", response.Cost.Rounds)
		}
		r.change(sofia, number, map[string]any{"departmentId": "solicitudes", "reason": "Es de solicitudes"})
		checkNumbers(t, "in the former department", r.numbers(ana, "department=soporte&q=murcielago", 40), nil)
		checkNumbers(t, "in the new department", r.numbers(sofia, "department=solicitudes&q=murcielago", 40), []string{number})
	})
}

// TestOnlyStaffFindStaffText checks the texts by which staff find a ticket and its requester does not.
func TestOnlyStaffFindStaffText(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		r.requireNoError(r.Table.Settings.PutOrganization(r.Context(), maria.Organization))
		announced := map[string]any{"filename": "acuse_folio-8812.pdf", "size": 1000, "contentType": "application/pdf"}
		file := read[api.AttachmentUpload](r, r.Request("create-attachment", maria, "/attachments", announced), 201)
		number := r.createTickets(maria, 1, func(n *api.NewTicket) { n.AttachmentIds = &[]string{file.Id} })[0]
		note := map[string]any{"kind": "note", "body": "murciélago", "version": r.get(ana, number).Version}
		read[api.Entry](r, r.Request("create-entry", ana, "/tickets/"+number+"/entries", note), 201)
		r.addParticipant(ana, number, "jorge")
		r.change(ana, number, map[string]any{"addTags": []string{"Ornitorrinco"}})
		r.change(sofia, number, map[string]any{"departmentId": "solicitudes", "reason": "Corresponde a jurídico"})
		for name, q := range map[string]string{
			"an internal note":             "murcielago",
			"a file name":                  "acuse_folio-8812.pdf",
			"a part of a file name":        "8812",
			"the requester's e-mail":       "maria@infoem.example",
			"the requester's organization": "infoem",
			"a participant":                "jorge peña",
			"a tag":                        "ornitorrinco",
			"a reason":                     "juridico",
		} {
			find := func(person account.Person) []string { return r.numbers(person, "q="+url.QueryEscape(q), 40) }
			checkNumbers(t, name+", for staff", find(bruno), []string{number})
			checkNumbers(t, name+", for the requester", find(maria), nil)
			checkNumbers(t, name+", for a participant of the same organization", find(jorge), nil)
		}
		checkNumbers(t, "the requester's own text", r.numbers(maria, "q=prueba", 40), []string{number})
	})
}
