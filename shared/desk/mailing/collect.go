package mailing

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/notify"
)

// DelayQueue is the queue of mails.
type DelayQueue interface {
	// SendAfter queues a mail that is processed after a delay.
	SendAfter(ctx context.Context, m notify.Mail, delay time.Duration) error
}

// maxListed is the maximum number of entries that a mail lists.
const maxListed = 20

// maxAttempts is the maximum number of attempts to open a window or to collect a mail in it, while other mails change the window.
const maxAttempts = 4

// collect returns what must be sent now. A mail that opens the window of its recipient and ticket is sent at once, and an urgent mail
// together with what the window has collected. Any other mail waits in the window, and collect returns MailCollected for it. The
// collection of the window, which is queued for its end, contains it.
func (s SendMail) collect(ctx context.Context, m notify.Mail, length time.Duration) ([]notify.Item, notify.MailState, error) {
	window := m.Window()
	for range maxAttempts {
		now := s.Clock.Now()
		if m.Collection {
			items, err := s.Windows.Take(ctx, window, m.At, m.ID, now.Add(length))
			if err == nil && len(items) == 0 {
				err = s.Windows.Close(ctx, window, m.At)
			}
			if errors.Is(err, notify.ErrWindowChanged) {
				continue
			}
			return items, notify.MailSent, err
		}
		end, opened, err := s.Windows.Open(ctx, window, m.ID, now, now.Add(length))
		if err != nil {
			return nil, "", err
		}
		if opened {
			return []notify.Item{m.Item()}, notify.MailSent, nil
		}
		if m.Kind.IsUrgent() {
			taken, err := s.Windows.Take(ctx, window, end, m.ID, now.Add(length))
			return inOrder(append(taken, m.Item())), notify.MailSent, err
		}
		// The collection is queued first: if this invocation ends before the mail is collected, a retry collects it again.
		if err := s.Queue.SendAfter(ctx, notify.CollectionOf(m, end), end.Sub(now)); err != nil {
			return nil, "", err
		}
		if err := s.Windows.Collect(ctx, window, end, m, now); !errors.Is(err, notify.ErrWindowChanged) {
			return nil, notify.MailCollected, err
		}
	}
	return nil, "", fault.New(fault.Unavailable)
}

// inOrder sorts items by entry. The identifiers of entries are ULIDs.
func inOrder(items []notify.Item) []notify.Item {
	slices.SortStableFunc(items, func(a, b notify.Item) int { return strings.Compare(a.EntryID, b.EntryID) })
	return items
}
