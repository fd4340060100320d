package ticketstore_test

import (
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/ticketstore"
	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

func minute(n int) time.Time {
	return time.Date(2026, 11, 24, 15, n, 0, 123456000, time.UTC)
}

// storedTicket is the ticket in testdata/ticket.json.
var storedTicket = ticket.Ticket{
	Number: "PNT0003446", Version: 7, Status: ticket.Waiting, Priority: ticket.High, Subject: "No puedo cargar el formato",
	Topic: ticket.Ref{ID: "sipot", Name: "SIPOT"}, Department: ticket.Ref{ID: "obligaciones", Name: "Obligaciones"}, Entity: "FEDERACION",
	Requester: ticket.Requester{
		ID: "p-mesa", Name: "Carlos Miranda", Email: "carlos.miranda@inai.example", Phone: "55 1234 5678",
		Organization: account.Organization{ID: "inai", Name: "INAI", Shares: true}, Language: locale.English,
	},
	Fields: []field.Answer{
		{FieldID: "formato", Kind: field.Choice, Name: settings.Text{Spanish: "Formato", English: "Form"}, Value: "f1", Option: settings.Text{Spanish: "Formato 1", English: "Form 1"}},
		{FieldID: "folio", Kind: field.Text, Name: settings.Text{Spanish: "Folio"}, Value: "123/2026"},
	},
	Assignee: ticket.Ref{ID: "p-ana", Name: "Ana Torres"},
	Participants: []ticket.Participant{{
		ID: "p-luz", Name: "Luz Peña", Role: account.Requester, Organization: ticket.Ref{ID: "inai", Name: "INAI"}, MergedFrom: "PNT0003441",
	}},
	Links:        []ticket.Link{{Kind: ticket.LinkRelated, Number: "PNT0003440"}},
	CarriedLinks: []ticket.CarriedLink{{Link: ticket.Link{Kind: ticket.LinkCausedBy, Number: "PNT0003439"}, Via: "PNT0003441"}},
	Tags:         []string{"carga", "urgente"}, CreatedAt: minute(0), UpdatedAt: minute(9), DueAt: minute(50), ResolvedAt: minute(4), StoppedAt: minute(8),
	TextSize: 1234, Paused: 90 * time.Second, ReopenableSince: minute(7), Unrouted: true,
	Wait:     ticket.Wait{For: ticket.AwaitsRequester, Reason: "Falta el acuse"},
	Reminded: true, Warned: true, Overdue: true, Escalated: true,
	FirstResponseDueAt: minute(30), FirstRespondedAt: minute(3), UnansweredAt: minute(6), FirstResponseWarned: true, FirstResponseOverdue: true,
	Rating: ticket.Rating{Score: 4, Comment: "Gracias", At: minute(5)}, Related: "PNT0003001",
	CarriedDueAt: minute(50), CarriedFirstResponseDueAt: minute(30), MergedAt: minute(9),
}

// TestStoredTicketsStayReadable reads a ticket that was stored in layout version 1.
func TestStoredTicketsStayReadable(t *testing.T) {
	var stored json.RawMessage
	readJSON(t, "testdata/ticket.json", &stored)
	image, err := ticketstore.ReadImage(stored)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(ticket.StreamImage{Number: storedTicket.Number, Ticket: &storedTicket}, image); diff != "" {
		t.Error(diff)
	}
}

func readJSON(t *testing.T, file string, to any) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, to); err != nil {
		t.Fatal(err)
	}
}
