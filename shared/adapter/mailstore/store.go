// Package mailstore stores the ledger of mails, so that each mail is sent once.
package mailstore

import (
	"context"
	"errors"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/notify"
)

// lifetime is the time for which the ledger stores a mail. It exceeds the 14 days for which the queue and its dead-letter queue
// store a message.
const lifetime = 30 * 24 * time.Hour

// Store implements notify.Ledger.
type Store struct{ table *table.Table }

// New returns the store of the mail ledger in t.
func New(t *table.Table) *Store { return &Store{t} }

// The names of a mail's attributes. The lease is empty if the mail was released.
const (
	state      = "state"
	leaseUntil = "leaseUntil"
)

type mailItem struct {
	State string   `dynamodbav:"state"`
	Items []string `dynamodbav:"items,stringset,omitempty"` // what the mail has taken from a window
}

func claimed() table.Condition { return table.Equal(state, string(notify.MailClaimed)) }

// Claim claims a mail for sending before the lease ends. If the mail was already sent or refused, it returns that state. It
// returns notify.ErrClaimed if another lease has not ended; see notify.Ledger.
func (s *Store) Claim(ctx context.Context, id string, at time.Time, lease time.Duration) (notify.MailState, error) {
	err := s.table.Write(ctx, table.Upsert(table.MailKey(id), "mail").
		Set(state, string(notify.MailClaimed)).Set(leaseUntil, table.InstantOf(at.Add(lease))).
		Set("expiresAt", at.Add(lifetime).Unix()).
		If(table.IsNew().Or(claimed().And(table.AtMost(leaseUntil, table.InstantOf(at))))))
	if err == nil {
		return notify.MailClaimed, nil
	}
	if !errors.Is(err, table.ErrConflict) {
		return "", err
	}
	stored, err := table.GetAs[mailItem](ctx, s.table, table.MailKey(id), table.Consistent)
	if err != nil {
		return "", err
	}
	if found := notify.MailState(stored.State); found != notify.MailClaimed {
		return found, nil
	}
	return "", notify.ErrClaimed
}

// Finish stores the final state of a claimed mail; see notify.Ledger.
func (s *Store) Finish(ctx context.Context, id string, final notify.MailState, detail string, at time.Time) error {
	return s.table.Write(ctx, table.Update(table.MailKey(id)).
		Set(state, string(final)).Set("detail", detail).Set("settledAt", table.InstantOf(at)).
		If(table.Exists()))
}

// Release ends the lease of a claimed mail; see notify.Ledger.
func (s *Store) Release(ctx context.Context, id string) error {
	return s.table.Write(ctx, table.Update(table.MailKey(id)).Set(leaseUntil, "").If(claimed()))
}
