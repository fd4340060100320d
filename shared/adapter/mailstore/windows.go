package mailstore

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/notify"
)

// windowLifetime is the time for which a window is stored after its end. It exceeds the four days for which the mail queue stores a
// message.
const windowLifetime = 5 * 24 * time.Hour

// maxTakes is the maximum number of attempts to take what a window has collected, while other mails are collected.
const maxTakes = 4

// windowItem is the state of a window (notify.Windows). Items is empty if nothing was collected.
type windowItem struct {
	Until table.Instant `dynamodbav:"until"`
	Items []string      `dynamodbav:"items,stringset,omitempty"`
	// Opener is the identifier of the mail that opened the window. A retry of this mail is sent, too.
	Opener string `dynamodbav:"opener,omitempty"`
}

// The names of a window's attributes.
const (
	windowUntil  = "until"
	windowItems  = "items"
	windowOpener = "opener"
)

// Open opens a window; see notify.Windows. It takes one write.
func (s *Store) Open(ctx context.Context, w notify.Window, mailID string, at, until time.Time) (time.Time, bool, error) {
	err := s.table.Write(ctx, table.Upsert(table.MailWindowKey(w.PersonID, w.Number), "mailWindow").
		Set(windowUntil, table.InstantOf(until)).Set(windowOpener, mailID).Set("expiresAt", until.Add(windowLifetime).Unix()).
		If(table.IsNew().Or(table.AtMost(windowUntil, table.InstantOf(at)).And(table.Lacks(windowItems)))))
	stored, failed := table.ConflictingItem(err)
	if !failed {
		return until, err == nil, err
	}
	window, err := table.Decode[windowItem](stored)
	return window.Until.Time(), err == nil && window.Opener == mailID, err
}

// Collect adds a mail to a window; see notify.Windows.
func (s *Store) Collect(ctx context.Context, w notify.Window, end time.Time, m notify.Mail, at time.Time) error {
	err := s.table.Transact(ctx,
		table.Update(table.MailWindowKey(w.PersonID, w.Number)).
			AddToSet(windowItems, m.EntryID+" "+string(m.Kind)).
			If(table.Equal(windowUntil, table.InstantOf(end))),
		table.Update(table.MailKey(m.ID)).
			Set(state, string(notify.MailCollected)).Set("settledAt", table.InstantOf(at)).
			If(claimed()))
	if errors.Is(err, table.ErrConflict) || table.IsTransactionConflict(err) {
		return notify.ErrWindowChanged
	}
	return err
}

// Close deletes an empty window; see notify.Windows.
func (s *Store) Close(ctx context.Context, w notify.Window, end time.Time) error {
	key := table.MailWindowKey(w.PersonID, w.Number)
	err := s.table.Write(ctx, table.Delete(key).If(table.Equal(windowUntil, table.InstantOf(end)).And(table.Lacks(windowItems))))
	stored, failed := table.ConflictingItem(err)
	if !failed {
		return err
	}
	if window, err := table.Decode[windowItem](stored); stored == nil || err != nil || !window.Until.Time().Equal(end) {
		return err
	}
	return notify.ErrWindowChanged
}

// Take removes what a window has collected; see notify.Windows.
func (s *Store) Take(ctx context.Context, w notify.Window, end time.Time, mailID string, until time.Time) ([]notify.Item, error) {
	for range maxTakes {
		earlier, err := table.GetAs[mailItem](ctx, s.table, table.MailKey(mailID), table.Consistent)
		if err != nil || len(earlier.Items) > 0 {
			return itemsOf(earlier.Items), err
		}
		key := table.MailWindowKey(w.PersonID, w.Number)
		window, err := table.GetAs[windowItem](ctx, s.table, key, table.Consistent)
		if errors.Is(err, table.ErrMissing) || err == nil && (len(window.Items) == 0 || !window.Until.Time().Equal(end)) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		taken := table.SetOf(window.Items...)
		err = s.table.Transact(ctx,
			table.Update(key).
				Set(windowUntil, table.InstantOf(until)).Remove(windowItems, windowOpener).Set("expiresAt", until.Add(windowLifetime).Unix()).
				If(table.Equal(windowUntil, table.InstantOf(end))).If(table.Equal(windowItems, taken)),
			table.Update(table.MailKey(mailID)).Set(windowItems, taken).If(table.Exists()))
		if err == nil || !errors.Is(err, table.ErrConflict) && !table.IsTransactionConflict(err) {
			return itemsOf(window.Items), err
		}
	}
	return nil, fault.New(fault.Unavailable)
}

// itemsOf decodes stored items. They are sorted by entry, because the identifiers of entries are ULIDs.
func itemsOf(stored []string) []notify.Item {
	items := make([]notify.Item, 0, len(stored))
	for _, text := range slices.Sorted(slices.Values(stored)) {
		entryID, kind, _ := strings.Cut(text, " ")
		items = append(items, notify.Item{EntryID: entryID, Kind: notify.Kind(kind)})
	}
	return items
}
