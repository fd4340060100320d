package mail_test

import (
	"strings"
	"testing"

	"mesa/shared/domain/account"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
)

// TestImpersonationIsVisible checks the mail of a requester who took the name of the desk and wrote a link to a colleague (P11):
// the mail states who they are, and has no link to their page.
func TestImpersonationIsVisible(t *testing.T) {
	n := notice(notify.Discussed, locale.Spanish)
	n.Author.Name = "Mesa de Servicio PNT"
	n.Body = `<p>Confirme su cuenta en <a href="https://evil.example/a">este enlace</a> o en evil.com.</p>`
	n.Ticket.Subject, n.Attachments = "Entre a www.evil.example", []string{"https://evil.example/recibo.pdf"}
	got := render(t, n)
	for _, want := range []string{
		"Mesa de Servicio PNT (Usuario, IEE Michoacán) comentó", "Comentario de Mesa de Servicio PNT (Usuario, IEE Michoacán)",
		"este enlace (https[:]//evil[.]example/a)", "evil[.]com.", "www[.]evil[.]example", "https[:]//evil[.]example/recibo.pdf", "llevan corchetes",
	} {
		if !strings.Contains(got.HTML, want) || !strings.Contains(got.Text, want) {
			t.Errorf("%q is missing in:\n%s", want, got.Text)
		}
	}
	for _, unwanted := range []string{"evil.example", "evil.com"} {
		if strings.Contains(got.HTML+got.Text, unwanted) {
			t.Errorf("the mail contains %q:\n%s", unwanted, got.Text)
		}
	}
}

// TestNamesOfGuestsAreNotLinks checks the mail that names the people whom a merge added to a ticket (P11).
func TestNamesOfGuestsAreNotLinks(t *testing.T) {
	n := notice(notify.GuestsJoined, locale.Spanish)
	n.Guests = []notify.Person{{Name: "www.evil.example", Role: account.Requester, Organization: "Infoem"}}
	if got := render(t, n); !strings.Contains(got.Text, "www[.]evil[.]example (Usuario, Infoem).") || strings.Contains(got.HTML, "evil.example") {
		t.Errorf("%s", got.Text)
	}
}

// TestLinksRemainForOtherReaders checks that links remain in mails to staff, in the confirmation to the author, and in the text
// of an agent.
func TestLinksRemainForOtherReaders(t *testing.T) {
	const link = `<a href="https://mesa.example/a"`
	for name, change := range map[string]func(*notify.Notice){
		"staff":        func(n *notify.Notice) { n.Kind, n.To.Staff = notify.Commented, true },
		"confirmation": func(n *notify.Notice) { n.Kind = notify.Created },
		"agent":        func(n *notify.Notice) { n.Kind, n.Author.Role = notify.Answered, account.Agent },
	} {
		n := notice(notify.Discussed, locale.Spanish)
		n.Body = "<p>" + link + ">Vea</a></p>"
		change(&n)
		if got := render(t, n); !strings.Contains(got.HTML, link) || strings.Contains(got.Text, "corchetes") {
			t.Errorf("%s: %s", name, got.Text)
		}
	}
}
