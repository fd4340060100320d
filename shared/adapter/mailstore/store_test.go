package mailstore_test

import (
	"errors"
	"testing"
	"time"

	"mesa/shared/adapter/mailstore"
	"mesa/shared/adapter/table/tabletest"
	"mesa/shared/domain/notify"
)

func TestMailIsClaimedOnceUntilItsLeaseEnds(t *testing.T) {
	tabletest.Each(t, func(t *testing.T, table tabletest.Table) {
		store, now := mailstore.New(table.Open()), time.Unix(1000, 0)
		claim := func(id string, at time.Time) notify.MailState {
			t.Helper()
			state, err := store.Claim(t.Context(), id, at, time.Minute)
			if err != nil && !errors.Is(err, notify.ErrClaimed) {
				t.Fatal(err)
			}
			return state
		}
		if claim("mail", now) != notify.MailClaimed || claim("mail", now) != "" {
			t.Error("a mail is claimed by two functions")
		}
		if claim("mail", now.Add(time.Minute)) != notify.MailClaimed {
			t.Error("a mail cannot be claimed after the lease")
		}
		if err := store.Release(t.Context(), "mail"); err != nil {
			t.Fatal(err)
		}
		if claim("mail", now) != notify.MailClaimed {
			t.Error("a released mail cannot be claimed")
		}
		for _, final := range []notify.MailState{notify.MailSent, notify.MailRefused} {
			if claim(string(final), now) != notify.MailClaimed {
				t.Fatal("a new mail cannot be claimed")
			}
			if err := store.Finish(t.Context(), string(final), final, "detail", now); err != nil {
				t.Fatal(err)
			}
			if got := claim(string(final), now.Add(time.Hour)); got != final {
				t.Errorf("the state is %q, want %q", got, final)
			}
		}
	})
}
