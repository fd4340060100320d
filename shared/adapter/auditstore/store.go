// Package auditstore stores audit events. It only adds items; no function may change or delete them (ADR 32).
package auditstore

import (
	"context"
	"errors"
	"slices"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/audit"
	"mesa/shared/platform/observe"
)

// Store stores audit events.
type Store struct {
	table *table.Table
	seen  *seen
}

// New returns the store of the audit events in t.
func New(t *table.Table) *Store { return &Store{table: t, seen: newSeen()} }

const eventType = "auditEvent"

type eventItem struct {
	table.Header
	ID       string        `dynamodbav:"id"`
	At       table.Instant `dynamodbav:"at"`
	Kind     string        `dynamodbav:"kind"`
	Outcome  string        `dynamodbav:"outcome"`
	ActorID  string        `dynamodbav:"actorId,omitempty"`
	Address  string        `dynamodbav:"address,omitempty"`
	PersonID string        `dynamodbav:"personId,omitempty"`
	Object   string        `dynamodbav:"object,omitempty"`
	Changes  []changePart  `dynamodbav:"changes,omitempty"`
}

type changePart struct {
	Field  string `dynamodbav:"field"`
	Before string `dynamodbav:"before,omitempty"`
	After  string `dynamodbav:"after,omitempty"`
}

func newEventItem(e audit.Event) eventItem {
	item := eventItem{
		Header: table.ExpiringHeader(table.AuditKey(e.At, e.ID), eventType, e.At.Add(e.Retention)),
		ID:     e.ID, At: table.InstantOf(e.At), Kind: string(e.Kind), Outcome: string(e.Outcome),
		ActorID: e.ActorID, Address: e.Address, PersonID: e.PersonID, Object: e.Object,
	}
	for _, change := range e.Changes {
		item.Changes = append(item.Changes, changePart(change))
	}
	return item
}

func (i eventItem) event() audit.Event {
	event := audit.Event{
		ID: i.ID, At: i.At.Time(), Kind: audit.Kind(i.Kind), Outcome: audit.Outcome(i.Outcome),
		ActorID: i.ActorID, Address: i.Address, PersonID: i.PersonID, Object: i.Object,
		Retention: time.Unix(i.ExpiresAt, 0).Sub(i.At.Time().Truncate(time.Second)),
	}
	for _, part := range i.Changes {
		event.Changes = append(event.Changes, audit.Change(part))
	}
	return event
}

// Transact executes the writes of an act and stores its event in one transaction, so that neither exists without the other. Then it
// logs the event. It returns the error of table.Transact; the positions of a FailedConditions are those of the writes. It takes one
// round, or two if it reads the retention.
func (s *Store) Transact(ctx context.Context, event audit.Event, writes ...table.Write) error {
	event, err := s.withRetention(ctx, event)
	if err != nil {
		return err
	}
	if err := s.table.Transact(ctx, append(slices.Clip(writes), table.PutNew(newEventItem(event)))...); err != nil {
		return err
	}
	observe.LogAudit(ctx, event)
	return nil
}

// Record stores the event of an act that changes no item, such as a refused sign-in, and logs it. It takes one round, or two if it
// reads the retention.
func (s *Store) Record(ctx context.Context, event audit.Event) error {
	event, err := s.withRetention(ctx, event)
	if err != nil {
		return err
	}
	if err := s.table.Write(ctx, table.PutNew(newEventItem(event))); err != nil {
		return err
	}
	observe.LogAudit(ctx, event)
	return nil
}

// RecordDaily records an event unless this process has recorded one with the same kind, actor, object and day (UTC). So a person who
// reads the same ticket many times in a day costs a write unit for each process, not for each read.
func (s *Store) RecordDaily(ctx context.Context, event audit.Event) error {
	key := seenKey{event.Kind, event.ActorID, event.Object, event.At.UTC().Format(time.DateOnly)}
	if s.seen.contains(key) {
		return nil
	}
	if err := s.Record(ctx, event); err != nil {
		return err
	}
	s.seen.add(key)
	return nil
}

// withRetention returns the event with the retention of the settings, possibly from the cache, unless it has one.
func (s *Store) withRetention(ctx context.Context, event audit.Event) (audit.Event, error) {
	if event.Retention > 0 {
		return event, nil
	}
	days, err := table.Cached(s.table, "audit retention", func() (int, error) {
		item, err := s.table.Get(ctx, table.SettingsKey(), table.Eventual)
		if err != nil && !errors.Is(err, table.ErrMissing) {
			return 0, err
		}
		stored, err := table.Decode[struct {
			AuditDays int `dynamodbav:"auditDays"` // an attribute of settingstore's item
		}](item)
		return stored.AuditDays, err
	})
	event.Retention = audit.RetentionOf(days)
	return event, err
}
