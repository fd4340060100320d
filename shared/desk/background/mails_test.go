package background_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/ticket"
)

func TestMentionIsMailedOnce(t *testing.T) {
	onTable(t, func(r *rig) {
		opened := r.open("sipot", "soporte")
		routed := r.stream(opened.Number, 1)
		r.queued = nil
		note := r.write("<p>@Bruno Salas, <b>mira</b></p>")
		note.Mentions = []ticket.Ref{{ID: "bruno", Name: "Bruno Salas"}, {ID: "ana", Name: "Ana Torres"}}
		r.save(ticket.AddNote(routed, ana, "", r.policy(), note))
		r.stream(opened.Number, 3)
		r.mailAll()
		r.mailAll()
		mentions := slices.DeleteFunc(slices.Clone(r.ses.sent), func(s string) bool { return !strings.Contains(s, "mencion") })
		if len(mentions) != 1 || !strings.HasPrefix(mentions[0], "bruno@mesa.example") {
			t.Errorf("mails about the mention: %q of %q", mentions, r.ses.sent)
		}
		counts, err := r.Index.Counts(r.Context(), ticket.AgentCounts("bruno"), ticket.AgentCounts("ana"))
		requireNoError(t, err)
		if b, a := counts[ticket.AgentCounts("bruno")][ticket.MentionsBucket], counts[ticket.AgentCounts("ana")][ticket.MentionsBucket]; b != 1 || a != 0 {
			t.Errorf("unread mentions: %d of Bruno, %d of the author", b, a)
		}
	})
}

func TestMailIsSentOnceDespiteFailures(t *testing.T) {
	onTable(t, func(r *rig) {
		r.stream(r.open("sipot", "soporte").Number, 1)
		r.queued = r.queued[:1]
		r.ses.fail = &types.TooManyRequestsException{}
		if failed := r.mail(); len(failed) != 1 {
			t.Fatal("a mail that the service throttled does not go back to the queue")
		}
		r.ses.fail = nil
		var wait sync.WaitGroup
		for range 8 {
			wait.Go(func() { r.mail() })
		}
		wait.Wait()
		r.mailAll()
		if len(r.ses.sent) != 1 {
			t.Errorf("throttled, then sent by eight functions at once: %q", r.ses.sent)
		}

		r.queued, r.ses.sent = []notify.Mail{r.queued[0]}, nil
		r.queued[0].ID += ".otro"
		if state, err := r.Mail.Claim(r.Context(), r.queued[0].ID, r.clock.Clock().Now(), time.Minute); err != nil || state != notify.MailClaimed {
			t.Fatal(state, err)
		}
		if failed := r.mail(); len(failed) != 1 || len(r.ses.sent) != 0 {
			t.Errorf("a mail that another function has claimed was sent: %q", r.ses.sent)
		}
		r.clock.Advance(time.Minute)
		if r.mailAll(); len(r.ses.sent) != 1 {
			t.Errorf("a mail whose claim has expired was not sent: %q", r.ses.sent)
		}

		r.queued[0].ID, r.ses.sent, r.ses.fail = "01REFUSED", nil, &types.MessageRejected{}
		for range 2 {
			if failed := r.mail(); len(failed) != 1 {
				t.Error("a refused mail does not go back to the queue")
			}
			r.ses.fail = nil // a refused mail is not sent even if the service would accept it now
		}
		if state, err := r.Mail.Claim(r.Context(), r.queued[0].ID, r.clock.Clock().Now(), time.Minute); err != nil || state != notify.MailRefused || len(r.ses.sent) != 0 {
			t.Errorf("a refused mail is %s, %v, sent %q", state, err, r.ses.sent)
		}
	})
}

// TestChangedPasswordIsMailed checks that a person gets one mail about a change of their password, even if the stream repeats the
// record (A6).
func TestChangedPasswordIsMailed(t *testing.T) {
	onTable(t, func(r *rig) {
		carla := account.Person{ID: "carla", Username: "carla", Name: "Carla", Email: "carla@mesa.example", Role: account.Agent}
		requireNoError(r.TB, r.Accounts.AddPerson(r.Context(), carla, "old"))
		change := account.PasswordChange{
			PersonID: carla.ID, Verified: account.Credential{Hash: "old"}, Hash: "new", At: r.clock.Clock().Now(), TokenHash: "token", EndsAt: r.clock.Clock().Now().Add(time.Hour),
		}
		requireNoError(r.TB, r.Accounts.ChangePassword(r.Context(), change, audit.New(audit.PasswordChanged, change.At)))
		records := r.Partition(r.TB, "ACCOUNT-MAIL#token")
		for range 2 {
			_, err := r.Start("notify").Stream(records...)
			requireNoError(r.TB, err)
		}
		r.mailAll()
		if len(r.ses.sent) != 1 || !strings.Contains(r.ses.sent[0], carla.Email) {
			r.Errorf("%d records, mails: %v", len(records), r.ses.sent)
		}
	})
}

// TestLinksAreMailed checks that the mail about a link contains the token whose hash is stored, and that neither the stream nor the
// queue contains it. A mail that could not be sent contains a new token (A10).
func TestLinksAreMailed(t *testing.T) {
	onTable(t, func(r *rig) {
		carla := account.Person{ID: "carla", Username: "carla", Name: "Carla", Email: "carla@mesa.example", Role: account.Agent}
		requireNoError(r.TB, r.Accounts.AddPerson(r.Context(), carla, ""))
		link := account.NewLink(carla.ID, account.Invitation, r.clock.Clock().Now(), time.Hour)
		ofNobody := account.NewLink("no.body", account.Reset, r.clock.Clock().Now(), time.Hour)
		for _, l := range []account.Link{link, ofNobody} {
			requireNoError(r.TB, r.Accounts.AddLink(r.Context(), l, account.LinkMail(account.InvitationMail, l)))
			_, err := r.Start("notify").Stream(r.Partition(r.TB, "ACCOUNT-MAIL#"+l.ID)...)
			requireNoError(r.TB, err)
		}
		if len(r.queued) != 1 || strings.Contains(fmt.Sprint(r.queued), "contrasena") {
			r.Fatalf("queued: %+v", r.queued)
		}
		r.ses.fail = &types.TooManyRequestsException{}
		r.mail()
		failed, err := r.Accounts.Link(r.Context(), link.ID)
		requireNoError(r.TB, err)
		r.ses.fail = nil
		r.mailAll()
		r.mailAll()
		sent, err := r.Accounts.Link(r.Context(), link.ID)
		requireNoError(r.TB, err)
		_, text, found := strings.Cut(strings.Join(r.ses.raw, ""), "https://mesa.example/contrasena/")
		token, err := account.ParseLinkToken(text[:min(len(text), 52)])
		if err != nil || !found || len(r.ses.sent) != 1 || sent.Accepts(token, r.clock.Clock().Now()) != nil || sent.SecretHash == failed.SecretHash || sent.Email != carla.Email {
			r.Errorf("%v, %v, %d mails", token, err, len(r.ses.sent))
		}

		r.queued[0].ID, r.queued[0].LinkID = "invitation.other", ofNobody.ID+"X"
		if failed := r.mail(); len(failed) != 1 || len(r.ses.sent) != 1 {
			r.Errorf("a mail with a link that does not exist was sent: %v", r.ses.sent)
		}
	})
}
