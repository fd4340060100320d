package background_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"mesa/shared/domain/notify"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/settings/settingstest"
	"mesa/shared/domain/ticket"
)

const mailWindow = 5 * time.Minute

// withWindow runs a test with a desk that collects mails, and a ticket whose agent got the mail about its assignment long ago.
func withWindow(t *testing.T, run func(r *rig, routed ticket.Ticket)) {
	t.Helper()
	onTable(t, func(r *rig) {
		config, err := r.Settings.Configuration(r.Context())
		requireNoError(r.TB, err)
		config.MailWindow = mailWindow
		requireNoError(r.TB, r.Settings.PutConfiguration(r.Context(), settings.Configuration{Settings: config.Settings, Topics: config.Topics, Departments: config.Departments}))
		routed := r.stream(r.open("sipot", "soporte").Number, 1)
		r.mailAll()
		r.clock.Advance(time.Hour)
		r.queued, r.ses.sent, r.ses.raw = nil, nil, nil
		run(r, routed)
	})
}

// comment adds messages of the requester, and queues their mails twice, as a stream that repeats its records does.
func (r *rig) comment(t ticket.Ticket, number int) ticket.Ticket {
	r.Helper()
	for i := range number {
		after, entry, err := ticket.AddMessage(t, usuario, "", r.policy(), r.write(fmt.Sprintf("<p>Mensaje %d.</p>", i+1)))
		t = r.save(after, entry, err)
	}
	r.stream(t.Number, 2)
	return t
}

// endWindow advances the clock to the end of the window and delivers the delayed mails, several times.
func (r *rig) endWindow() {
	r.Helper()
	r.clock.Advance(mailWindow)
	r.queued, r.delayed = append(r.delayed, r.delayed...), nil
	r.mailAll()
}

// TestBurstOfCommentsIsTwoMails is the measured case: a requester who writes 20 comments in 20 seconds. The agent gets the first at
// once, and one mail with the others at the end of the window (M2).
func TestBurstOfCommentsIsTwoMails(t *testing.T) {
	withWindow(t, func(r *rig, routed ticket.Ticket) {
		routed = r.comment(routed, 20)
		r.mailAll()
		if len(r.ses.sent) != 1 {
			t.Fatalf("sent at once: %q", r.ses.sent)
		}
		r.queued = nil
		r.endWindow()
		if len(r.ses.sent) != 2 || !strings.HasPrefix(r.ses.sent[1], "ana@mesa.example") {
			t.Fatalf("after the window: %q", r.ses.sent)
		}
		for i := range 20 {
			in := 0
			for _, text := range r.ses.raw {
				in += min(1, strings.Count(text, fmt.Sprintf("Mensaje %d.", i+1)))
			}
			if in != 1 {
				t.Errorf("message %d is in %d mails", i+1, in)
			}
		}
		// The collection opened a window, too.
		r.comment(routed, 1)
		r.mailAll()
		if len(r.ses.sent) != 2 {
			t.Errorf("a comment after the collection was sent at once: %q", r.ses.sent)
		}
		r.queued = nil
		r.endWindow()
		r.clock.Advance(mailWindow)
		if len(r.ses.sent) != 3 {
			t.Errorf("the later comment: %q", r.ses.sent)
		}
	})
}

// TestUrgentMailIsNotDelayed resolves a ticket within the window of a response: the mail about it is sent at once and contains what
// the window has collected, and the collection of the window sends nothing.
func TestUrgentMailIsNotDelayed(t *testing.T) {
	withWindow(t, func(r *rig, routed ticket.Ticket) {
		for _, text := range []string{"Primera.", "Segunda."} {
			after, entry, err := ticket.AddResponse(routed, ana, "", r.policy(), r.write("<p>"+text+"</p>"))
			routed = r.save(after, entry, err)
		}
		r.stream(routed.Number, 1)
		r.mailAll()
		r.queued = nil
		after, entry, err := ticket.AddResponse(routed, ana, ticket.Resolved, r.policy(), r.write("<p>Tercera.</p>"))
		routed = r.save(after, entry, err)
		r.stream(routed.Number, 1)
		r.ses.fail = &types.TooManyRequestsException{}
		if failed := r.mail(); len(failed) == 0 {
			t.Fatal("the mail was not sent, and does not go back to the queue")
		}
		r.ses.fail = nil
		r.mailAll()
		if len(r.ses.sent) != 2 || !strings.Contains(r.ses.sent[1], "Atendido") || !strings.Contains(r.ses.raw[1], "Segunda.") || strings.Contains(r.ses.raw[1], "Primera.") {
			t.Fatalf("%q", r.ses.sent)
		}
		r.queued = nil
		r.endWindow()
		if len(r.ses.sent) != 2 {
			t.Errorf("the window sends what was sent before: %q", r.ses.sent)
		}
	})
}

// TestCollectedMailsSurviveFailures sends the mails of a burst with concurrent functions, and the collection while the mail service
// fails. Every message is in one mail.
func TestCollectedMailsSurviveFailures(t *testing.T) {
	withWindow(t, func(r *rig, routed ticket.Ticket) {
		r.comment(routed, 6)
		var wait sync.WaitGroup
		for range 3 {
			wait.Go(func() { r.mail() })
		}
		wait.Wait()
		r.mailAll()
		r.clock.Advance(mailWindow)
		r.queued, r.delayed = r.delayed, nil
		r.ses.fail = &types.TooManyRequestsException{}
		if failed := r.mail(); len(failed) == 0 {
			t.Error("a collection that was not sent does not go back to the queue")
		}
		r.ses.fail = nil
		r.mailAll()
		all := strings.Join(r.ses.raw, "")
		for i := range 6 {
			if !strings.Contains(all, fmt.Sprintf("Mensaje %d.", i+1)) {
				t.Errorf("message %d was lost", i+1)
			}
		}
		if len(r.ses.sent) != 2 {
			t.Errorf("%q", r.ses.sent)
		}
	})
}

// TestAccountMailsAreNotCollected checks that windows apply only to mails about tickets, and not to the acknowledgement of a ticket.
func TestAccountMailsAreNotCollected(t *testing.T) {
	for mail, want := range map[notify.Mail]bool{
		{Kind: "password-changed"}:                   false,
		{Number: "PNT000001", Kind: notify.Created}:  false,
		{Number: "PNT000001", Kind: notify.Answered}: true,
		{Number: "PNT000001", Collection: true}:      true,
	} {
		if mail.Windowed() != want {
			t.Errorf("a window applies to %+v: %v", mail, !want)
		}
	}
	if settings.Default().MailWindow != mailWindow || settingstest.Mexico().MailWindow != 0 {
		t.Error("the default is 5 minutes")
	}
}
