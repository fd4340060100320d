package mailing

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/notify"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// silentMailService is a desk whose mail service never responds. It records whether the mail was released for a retry.
type silentMailService struct{ released bool }

func (*silentMailService) Configuration(context.Context) (settings.Configuration, error) {
	return settings.Configuration{}, nil
}

func (*silentMailService) Organizations(context.Context, ...string) (map[string]account.Organization, error) {
	return nil, nil
}

func (*silentMailService) People(context.Context, ...string) (map[string]account.Person, error) {
	return nil, nil
}

func (*silentMailService) Entry(context.Context, ticket.Number, string) (ticket.Ticket, ticket.Entry, error) {
	return ticket.Ticket{}, ticket.Entry{}, nil
}

func (*silentMailService) Send(ctx context.Context, _ notify.Notice) (string, error) {
	<-ctx.Done()
	return "", ctx.Err()
}

func (*silentMailService) Claim(context.Context, string, time.Time, time.Duration) (notify.MailState, error) {
	return notify.MailClaimed, nil
}

func (*silentMailService) Finish(context.Context, string, notify.MailState, string, time.Time) error {
	return errors.New("finished")
}

func (s *silentMailService) Release(context.Context, string) error {
	s.released = true
	return nil
}

func TestSendingTimesOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake := &silentMailService{}
		started := time.Now()
		err := SendMail{Settings: fake, Entries: fake, Ledger: fake, Mailer: fake}.Handle(t.Context(), notify.Mail{})
		if !errors.Is(err, context.DeadlineExceeded) || !fake.released || time.Since(started) != SendTimeout {
			t.Errorf("%v after %s, released: %v", err, time.Since(started), fake.released)
		}
	})
}
