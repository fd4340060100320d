package mailing

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"mesa/shared/domain/notify"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// silent is a desk whose mail service never responds. It records whether the mail was released for a retry.
type silent struct{ released bool }

func (*silent) Configuration(context.Context) (settings.Configuration, error) {
	return settings.Configuration{}, nil
}

func (*silent) Entry(context.Context, ticket.Number, string) (ticket.Ticket, ticket.Entry, error) {
	return ticket.Ticket{}, ticket.Entry{}, nil
}

func (*silent) Send(ctx context.Context, _ notify.Notice) (string, error) {
	<-ctx.Done()
	return "", ctx.Err()
}

func (*silent) Claim(context.Context, string, time.Time, time.Duration) (notify.MailState, error) {
	return notify.MailClaimed, nil
}

func (*silent) Finish(context.Context, string, notify.MailState, string, time.Time) error {
	return errors.New("finished")
}

func (s *silent) Release(context.Context, string) error {
	s.released = true
	return nil
}

func TestSendingTimesOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		desk := &silent{}
		started := time.Now()
		err := SendMail{Settings: desk, Entries: desk, Ledger: desk, Mailer: desk}.Handle(t.Context(), notify.Mail{})
		if !errors.Is(err, context.DeadlineExceeded) || !desk.released || time.Since(started) != SendTimeout {
			t.Errorf("%v after %s, released: %v", err, time.Since(started), desk.released)
		}
	})
}
