package mailing

import (
	"testing"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/field"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

// TestEveryFieldOfANoticeIsFilled checks that every attribute of Notice is filled from the desk, the ticket or the entry, also
// attributes that are added later.
func TestEveryFieldOfANoticeIsFilled(t *testing.T) {
	now := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
	config := settings.Configuration{Settings: settings.Settings{
		Name: "Mesa", ContactText: settings.Text{Spanish: "Lunes a viernes"}, LogoURL: "https://mesa.example/logo.svg", AccentColor: "#123456", ReopenDays: 15,
	}}
	stored := ticket.Ticket{
		Number: "PNT000001", Subject: "No carga", Topic: ticket.Ref{ID: "sipot", Name: "SIPOT"}, Department: ticket.Ref{ID: "soporte", Name: "Soporte"},
		Entity: "MICHOACAN", Requester: ticket.Requester{ID: "ana", Name: "Usuario", Organization: account.Organization{ID: "iee", Name: "IEE"}}, Assignee: ticket.Ref{ID: "ana", Name: "Ana"},
		Status: ticket.Waiting, Priority: ticket.High, CreatedAt: now, DueAt: now, FirstResponseDueAt: now,
		Wait: ticket.Wait{For: ticket.AwaitsRequester, Reason: "el archivo"}, Rating: ticket.Rating{Score: 4},
		Fields:       []field.Answer{{Kind: field.Text, Name: locale.Bilingual{Spanish: "Folio"}, Value: "PERA-77"}},
		Participants: []ticket.Participant{{Name: "María", Role: account.Requester, Organization: ticket.Ref{ID: "infoem", Name: "Infoem"}, MergedFrom: "PNT000003"}, {Name: "Jorge"}},
	}
	entry := ticket.Entry{
		ID: "01JD", Kind: ticket.ResponseEntry, Author: ticket.Author{ID: "ana", Name: "Ana", Role: account.Agent, Organization: "INAI"}, Body: "<p>Listo</p>", At: now, Reason: "Es de otra área",
		Attachments: []ticket.Attachment{{Filename: "captura.png"}},
		Events:      []ticket.Event{ticket.StatusChanged{From: ticket.Open, To: ticket.Waiting}, ticket.SplitFrom{Number: "PNT000002"}, ticket.MergedFrom{Number: "PNT000003"}},
	}
	to := notify.Recipient{ID: "ana", Name: "Ana", Email: "ana@mesa.example", Language: locale.Spanish, TimeZone: "Europe/Madrid", Staff: true}
	mail := notify.Mail{ID: "01JD.answered.ana", Kind: notify.Answered, To: to, Number: stored.Number, EntryID: entry.ID}

	fieldtest.Check(t, fieldtest.Empty(noticeOf("https://mesa.example", mail, config, stored, entry)),
		"LinkEndsAt",        // only in mails about accounts
		"Others", "Omitted", // only in mails about several entries
	)
}
