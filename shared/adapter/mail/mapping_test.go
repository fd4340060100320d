package mail_test

import (
	"context"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/google/go-cmp/cmp"

	"mesa/shared/adapter/mail"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
	"mesa/shared/platform/fieldtest"
)

// TestEveryFieldOfANoticeIsSent: what use cases put into a notice is in one mail at least.
func TestEveryFieldOfANoticeIsSent(t *testing.T) {
	sent := func(n notify.Notice) any {
		var all []string
		send := mail.Mailer{From: desk, SES: ses(func(_ context.Context, in *sesv2.SendEmailInput) (*sesv2.SendEmailOutput, error) {
			all = append(all, string(in.Content.Raw.Data))
			return &sesv2.SendEmailOutput{MessageId: new("1")}, nil
		})}
		n = valid(n)
		for _, n.Kind = range notify.Kinds() {
			if _, err := send.Send(t.Context(), n); err != nil {
				t.Fatal(err)
			}
		}
		return all
	}
	notSent := []string{"Kind", "To.ID", "To.Staff"} // they choose the mail and its links
	got := fieldtest.Forgotten(sent, fieldtest.Either(locale.Spanish, locale.English),
		fieldtest.Either(reason("Conoce el caso"), reason("Es de otra área")))
	if diff := cmp.Diff(notSent, got); diff != "" {
		t.Errorf("map the field (+), or list it with the reason (-):\n%s", diff)
	}
}

// valid gives the fields that have a form of their own a value of that form.
func valid(n notify.Notice) notify.Notice {
	choose := func(text *string, first, other string) {
		if strings.HasSuffix(*text, "-1") { // fieldtest varies it
			first = other
		}
		*text = first
	}
	choose(&n.To.Email, "maria@inai.example", "luz@inai.example")
	choose(&n.To.TimeZone, "America/Mexico_City", "America/Tijuana")
	choose(&n.Ticket.Status, "waiting", "open")
	choose(&n.Ticket.WaitingFor, "requester", "third-party")
	choose(&n.Desk.AccentColor, "#2c5e8c", "#8c2c5e")
	for _, address := range []*string{&n.Desk.SiteURL, &n.Desk.LogoURL, &n.TicketURL, &n.ReopenURL, &n.RateURL} {
		*address = "https://mesa.example/" + *address
	}
	return n
}

func reason(text string) locale.Message {
	return locale.Say("routing.given", locale.With("reason", text))
}
