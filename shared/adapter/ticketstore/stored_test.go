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

func at(minutes int) time.Time {
	return time.Date(2026, 11, 24, 15, minutes, 0, 123456000, time.UTC)
}

// storedTicket is what testdata/ticket.json has.
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
		ID: "p-luz", Name: "Luz Peña", Role: account.Requester, Organization: ticket.Ref{ID: "inai", Name: "INAI"},
	}},
	Links: []ticket.Link{{Kind: ticket.RelatedTo, Number: "PNT0003440"}},
	Tags:  []string{"carga", "urgente"}, CreatedAt: at(0), UpdatedAt: at(9), DueAt: at(50), ResolvedAt: at(4), StoppedAt: at(8),
	Weight: 1234, Paused: 90 * time.Second, QuietSince: at(7), Unrouted: true,
	Wait:     ticket.Wait{For: ticket.AwaitsRequester, Reason: "Falta el acuse"},
	Reminded: true, Warned: true, Overdue: true, Escalated: true,
	FirstAnswerDueAt: at(30), FirstAnsweredAt: at(3), WroteAt: at(6), FirstAnswerWarned: true, FirstAnswerOverdue: true,
	Rating: ticket.Rating{Score: 4, Comment: "Gracias", At: at(5)}, Related: "PNT0003001",
}

// storedEntries are what testdata/entries.json has.
var storedEntries = []ticket.Entry{
	{
		ID: "01KAVJ0000000000000000000A", Kind: ticket.Note, Author: ticket.Author{ID: "p-ana", Name: "Ana Torres", Role: account.Agent},
		Body:        "<p>Lo ve Bruno</p>",
		Attachments: []ticket.Attachment{{ID: "01KAVJ00000000000000000FIL", Filename: "acuse.pdf", Size: 4321, ContentType: "application/pdf", Tag: "etag-1"}},
		Mentions:    []ticket.Ref{{ID: "p-bruno", Name: "Bruno Salas"}},
		Origin:      ticket.Origin{Number: "PNT0003440", EntryID: "01KAVJ0000000000000000ORIG"},
		Changes:     []ticket.Change{},
		At:          at(1), Version: 2,
	},
	{
		ID: "01KAVJ0000000000000000000B", Kind: ticket.Event, Author: ticket.Desk, Attachments: []ticket.Attachment{},
		Moved: []string{"01KAVJ00000000000000000000", "01KAVJ00000000000000000001"},
		Changes: []ticket.Change{
			{Field: ticket.AssigneeField, From: "Bruno Salas", To: "Ana Torres", FromID: "p-bruno", ToID: "p-ana"},
			{Field: ticket.ExtraField, From: "1", To: "2", Name: "Folio"},
		},
		Reason: ticket.Reason{Key: "reason.rule", Args: []string{"Cargas", "SIPOT"}}, At: at(2), Version: 3,
	},
}

// TestStoredItemsStayReadable reads items as layout version 1 stored them.
func TestStoredItemsStayReadable(t *testing.T) {
	var stored json.RawMessage
	read(t, "testdata/ticket.json", &stored)
	image, err := ticketstore.ReadImage(stored)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(ticket.Image{Number: storedTicket.Number, Ticket: &storedTicket}, image); diff != "" {
		t.Error(diff)
	}
	var all []json.RawMessage
	read(t, "testdata/entries.json", &all)
	for i, one := range all {
		image, err := ticketstore.ReadImage(one)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(ticket.Image{Number: storedTicket.Number, Entry: &storedEntries[i]}, image); diff != "" {
			t.Error(diff)
		}
	}
}

func read(t *testing.T, file string, to any) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, to); err != nil {
		t.Fatal(err)
	}
}
