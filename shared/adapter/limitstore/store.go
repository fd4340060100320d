// Package limitstore counts the acts of an address or a person in a time window, for rate limits and quotas.
package limitstore

import (
	"context"
	"crypto/rand"
	"time"

	"mesa/shared/adapter/settingstore"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// Store counts acts.
type Store struct {
	table    *table.Table
	settings *settingstore.Store
}

// New returns the store of the limits in t.
func New(t *table.Table) *Store { return &Store{table: t, settings: settingstore.New(t)} }

// Count adds an act of a source, which is an address or a person, and returns the number of its acts in the current window,
// including this act.
func (s *Store) Count(ctx context.Context, act limit.Act, source string, at time.Time) (int, error) {
	used, err := s.change(ctx, act, source, at, 1)
	return int(used), err
}

// Uncount subtracts an act that was counted at a time.
func (s *Store) Uncount(ctx context.Context, act limit.Act, source string, at time.Time) error {
	_, err := s.change(ctx, act, source, at, -1)
	return err
}

// CountWithSettings counts an act and reads the settings, which contain the limit, in one round.
func (s *Store) CountWithSettings(ctx context.Context, act limit.Act, source string, at time.Time) (count int, loaded settings.Settings, err error) {
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			count, err = s.Count(ctx, act, source, at)
			return err
		},
		func(ctx context.Context) (err error) {
			loaded, err = s.settings.Settings(ctx)
			return err
		},
	)
	return count, loaded, err
}

// change adds delta to the counter. When the SDK retries a call whose response was lost, the condition fails because the
// attempt is stored already, and change returns the stored counter. So the act is counted once, unless another act of the same
// source is counted between the lost response and the retry.
func (s *Store) change(ctx context.Context, act limit.Act, source string, at time.Time, delta int64) (int64, error) {
	attempt := rand.Text()
	item, err := s.table.Update(ctx, addWrite(act, source, at, delta).Set("attempt", attempt).
		If(table.Lacks("attempt").Or(table.NotEqual("attempt", attempt))))
	if stored, ok := table.ConflictingItem(err); ok {
		item, err = stored, nil
	}
	if err != nil {
		return 0, err
	}
	stored, err := table.Decode[counter](item)
	return stored.Used, err
}

// addWrite returns the write that adds to the counter of a source's acts in the window that contains a time.
func addWrite(act limit.Act, source string, at time.Time, amount int64) table.Write {
	window := act.WindowStart(at)
	return table.Upsert(table.LimitKey(act, source, window), "limit").
		Add("used", amount).Set("expiresAt", window.Add(2*act.Window()).Unix())
}

type counter struct {
	Used int64 `dynamodbav:"used"`
}
