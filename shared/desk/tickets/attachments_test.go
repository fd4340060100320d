package tickets_test

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"

	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/platform/observe"
	"mesa/shared/wiring/wiringtest"
)

func TestAttachments(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		announce := func(body map[string]any, status int) wiringtest.Response {
			t.Helper()
			a := r.Request("create-attachment", usuario, "/attachments", body)
			if a.Code != status {
				t.Errorf("%v: %d %s", body, a.Code, a.Body)
			}
			return a
		}
		file := map[string]any{"filename": "captura.png", "size": 1000, "contentType": "image/png"}
		id := read[api.AttachmentUpload](r, announce(file, 201), 201).Id
		unfinished := read[api.AttachmentUpload](r, announce(file, 201), 201).Id
		r.uploads.missing[unfinished] = true
		tooBig := read[api.Problem](r, announce(map[string]any{"filename": "a.png", "size": 31 << 20, "contentType": "image/png"}, 400), 400)
		if message := (*tooBig.Errors)[0].Message; message != "El archivo pesa 31 MB; el máximo es 25 MB." {
			t.Errorf("%q", message)
		}
		for _, folder := range []string{"..", ".", "/", "a/..", `\..`, " . "} {
			announce(map[string]any{"filename": folder, "size": 10, "contentType": "image/png"}, 400)
		}
		announce(map[string]any{"filename": strings.Repeat("ñ", 205) + ".png", "size": 10, "contentType": "image/png"}, 201)
		disguised := read[api.Problem](r, announce(map[string]any{"filename": "a.exe", "size": 10, "contentType": "image/png"}, 400), 400)
		if got := fieldsOf(disguised); !slices.Equal(got, []string{"filename"}) {
			t.Errorf("a program announced as an image: %v", got)
		}
		announce(map[string]any{"filename": "a.html", "size": 10, "contentType": "text/html"}, 400)
		announce(map[string]any{"filename": "a.svg", "size": 10, "contentType": "image/svg+xml"}, 400)
		announce(map[string]any{"filename": "", "size": 0, "contentType": ""}, 400)

		refused := r.Request("create-ticket", usuario, "/tickets", newTicketBody(func(n *api.NewTicket) { n.AttachmentIds = &[]string{id, unfinished} }), "Idempotency-Key", "con-archivos-1")
		if got := fieldsOf(read[api.Problem](r, refused, 400)); !slices.Equal(got, []string{"attachmentIds.1"}) {
			t.Errorf("%v", got)
		}
		r.uploads.falseContent[unfinished] = ""
		delete(r.uploads.missing, unfinished)
		program := read[api.Problem](r, r.Request("create-ticket", usuario, "/tickets", newTicketBody(func(n *api.NewTicket) { n.AttachmentIds = &[]string{id, unfinished} }), "Idempotency-Key", "con-archivos-4"), 400)
		if got := fieldsOf(program); !slices.Equal(got, []string{"attachmentIds.1"}) || (*program.Errors)[0].Message != "El contenido de «captura.png» no corresponde a un archivo de tipo image/png." {
			t.Errorf("a program named as an image: %v", *program.Errors)
		}
		r.uploads.falseContent[unfinished] = "jpg"
		renamed := read[api.Problem](r, r.Request("create-ticket", usuario, "/tickets", newTicketBody(func(n *api.NewTicket) { n.AttachmentIds = &[]string{id, unfinished} }), "Idempotency-Key", "con-archivos-5"), 400)
		if got := (*renamed.Errors)[0].Message; got != "«captura.png» contiene otro tipo de archivo. Cambie el final de su nombre a .jpg y agréguelo de nuevo." {
			t.Errorf("a photo named as another image: %q", got)
		}
		if foreign := r.Request("create-ticket", maria, "/tickets", newTicketBody(func(n *api.NewTicket) { n.AttachmentIds = &[]string{id} }), "Idempotency-Key", "con-archivos-2"); foreign.Code != 400 {
			t.Errorf("a ticket with another person's file: %d", foreign.Code)
		}
		response := r.Request("create-ticket", usuario, "/tickets", newTicketBody(func(n *api.NewTicket) { n.AttachmentIds = &[]string{id} }), "Idempotency-Key", "con-archivos-3")
		created := read[api.Ticket](r, response, 201)
		if response.Cost.Rounds > 4 {
			t.Errorf("a creation with a file cost %+v", response.Cost)
		}
		if got := created.Entries[0].Attachments; len(got) != 1 || got[0].Filename != "captura.png" {
			t.Errorf("%+v", got)
		}
		for personID, status := range map[string]int{usuario.ID: 302, ana.ID: 302, maria.ID: 404} {
			a := r.Request("get-attachment", account.Person{ID: personID}, "/attachments/"+id, nil)
			if a.Code != status || a.Cost.Rounds > 3 {
				t.Errorf("%s: %d, %+v", personID, a.Code, a.Cost)
			}
		}
		if missing := r.Request("get-attachment", usuario, "/attachments/"+strings.Repeat("x", 65), nil); missing.Code != http.StatusNotFound {
			t.Errorf("%d", missing.Code)
		}
	})
}

// TestFilesAreClaimedBeforeTheTicketIsStored checks the order of a claim and the transaction: if the transaction fails, the file is
// claimed and belongs to no ticket, and a retry claims it again. The reverse order could store a ticket whose files are deleted (P5).
func TestFilesAreClaimedBeforeTheTicketIsStored(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		announced := r.Request("create-attachment", usuario, "/attachments", map[string]any{"filename": "captura.png", "size": 1000, "contentType": "image/png"})
		id := read[api.AttachmentUpload](r, announced, 201).Id
		send := func() wiringtest.Response {
			return r.Request("create-ticket", usuario, "/tickets", newTicketBody(func(n *api.NewTicket) { n.AttachmentIds = &[]string{id} }), "Idempotency-Key", "con-archivo-reclamado")
		}
		transactions := 0
		r.BeforeCall = func(call tabletest.Call) error {
			if call.Key != "ATTACHMENT#"+id || call.Action != "dynamodb:UpdateItem" {
				return nil
			}
			if transactions++; r.uploads.claimsOf(id) != transactions {
				t.Errorf("transaction %d: the file was claimed %d times", transactions, r.uploads.claimsOf(id))
			}
			if transactions == 1 {
				return errors.New("the table is not available")
			}
			return nil
		}
		if failed := send(); failed.Code != http.StatusServiceUnavailable {
			t.Errorf("the table failed, and the response is %d", failed.Code)
		}
		if upload, err := r.Table.Tickets.Upload(t.Context(), id); err != nil || upload.Number != "" {
			t.Errorf("the file belongs to the ticket %q: %v", upload.Number, err)
		}
		created := read[api.Ticket](r, send(), 201)
		repeated := read[api.Ticket](r, send(), 201)
		if transactions != 2 || repeated.Number != created.Number || len(created.Entries[0].Attachments) != 1 {
			t.Errorf("%d transactions, tickets %s and %s", transactions, created.Number, repeated.Number)
		}
	})
}

func TestCostOfReading(t *testing.T) {
	onTable(t, func(t *testing.T, r *rig) {
		r.loadTickets(usuario, 29, withTopic("sipot"))
		last := r.create(usuario, newTicketBody())
		r.route(last.Number)
		for range 9 {
			read[api.Entry](r, r.Request("create-entry", usuario, "/tickets/"+last.Number+"/entries", map[string]any{"kind": "message", "body": newTicketBody().Detail}), 201)
		}
		r.Request("list-tickets", usuario, "/tickets", nil) // fills the cache
		session := observe.Cost{ReadUnits: 1}               // the session lookup reads two items, eventually consistent
		list := r.Request("list-tickets", usuario, "/tickets?limit=25", nil)
		page := read[api.TicketPage](r, list, 200)
		if len(page.Items) != 25 || page.Next.IsNull() || (*page.Counts)["open"] != 30 {
			t.Errorf("%d items, counts %v", len(page.Items), *page.Counts)
		}
		if list.Cost.Rounds > 2 || list.Cost.ReadUnits-session.ReadUnits > 2 {
			t.Errorf("a list of 25 cost %+v", list.Cost)
		}
		thread := r.Request("get-ticket", usuario, "/tickets/"+last.Number, nil)
		if thread.Cost.Rounds > 3 || thread.Cost.ReadUnits > 6 { // the third round reads the ticket's people
			t.Errorf("a ticket with 10 entries cost %+v", thread.Cost)
		}
		search := r.Request("list-tickets", usuario, "/tickets?q=prueba", nil)
		if found := read[api.TicketPage](r, search, 200); len(found.Items) != 25 || search.Cost.Rounds > 3 {
			t.Errorf("a search found %d tickets and cost %+v", len(found.Items), search.Cost)
		}
	})
}
