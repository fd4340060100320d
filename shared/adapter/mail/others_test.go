package mail_test

import (
	"strings"
	"testing"
	"time"

	"mesa/shared/adapter/mail"
	"mesa/shared/domain/account"
	"mesa/shared/domain/notify"
)

// TestMailListsItsOtherEntries checks that a mail about several entries has the subject of the most important one, and the texts and
// files of all (M2). Addresses that another requester wrote are defanged in each of them (P11).
func TestMailListsItsOtherEntries(t *testing.T) {
	about := func(kind notify.Kind, author notify.Person, body string) notify.Notice {
		return notify.Notice{
			ID: "1", Kind: kind, To: notify.Recipient{ID: "carla", Name: "Carla", Email: "carla@mesa.example", Language: "es", TimeZone: "America/Mexico_City"},
			At: time.Date(2026, 11, 30, 18, 5, 0, 0, time.UTC), Ticket: notify.Ticket{Number: "PNT000001", Subject: "Carga"}, Author: author, Body: body,
		}
	}
	agent, requester := notify.Person{Name: "Ana", Role: account.Agent}, notify.Person{Name: "Luis", Role: account.Requester}
	n := about(notify.Resolved, agent, "<p>Quedó listo.</p>")
	n.Others = []notify.Notice{about(notify.Answered, agent, "<p>Lo reviso.</p>"), about(notify.Discussed, requester, "<p>Vea evil.com</p>")}
	n.Others[0].Attachments, n.Omitted = []string{"oficio.pdf"}, 3
	content, err := mail.Render(n)
	if err != nil || !strings.Contains(content.Subject, "Atendido") {
		t.Fatal(err, content.Subject)
	}
	for _, body := range []string{content.HTML, content.Text} {
		for _, want := range []string{"Quedó listo.", "También en este ticket", "30 nov 2026, 12:05", "Ana (Agente) respondió en el ticket PNT000001.", "Lo reviso.", "oficio.pdf", "Vea evil[.]com", "Hay 3 novedades más en el ticket."} {
			if !strings.Contains(body, want) {
				t.Errorf("%q is missing:\n%s", want, content.Text)
			}
		}
	}
}
