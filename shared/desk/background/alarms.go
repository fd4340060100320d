package background

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// alarmsAtOnce bounds what one look at the clock takes on, of each shard; the next look goes on.
const alarmsAtOnce = 100

// Alarms finds the tickets whose alarm has come.
type Alarms interface {
	// Alarms returns the tickets whose alarm of a kind has come by an instant, at most limit of each of the index's shards.
	Alarms(ctx context.Context, kind ticket.AlarmKind, by time.Time, limit int) ([]ticket.Number, error)
	// MoveAlarm sets a ticket's alarm without an act, unless the ticket has changed since it was read.
	MoveAlarm(ctx context.Context, at ticket.Ticket, alarm ticket.Alarm) error
}

// Watch acts on the tickets whose alarm has come: CheckDeadlines warns of deadlines, tells that they have passed, and reminds
// of what is waited for (D3), CloseResolved closes what was resolved long enough ago (D6). What it writes is conditioned on
// the version it read and moves the alarm on, so looking again, or twice at once, does nothing twice.
type Watch struct {
	Desk   Desk
	Alarms Alarms
	Acts   Acts
	Clock  clock.Clock
	kind   ticket.AlarmKind
	act    func(ticket.Ticket, ticket.Policy, ticket.Write) (ticket.Ticket, ticket.Entry, error)
}

// CheckDeadlines returns the watch over deadlines.
func (w Watch) CheckDeadlines() Watch {
	w.kind, w.act = ticket.WarnAlarm, ticket.RunAlarm
	return w
}

// CloseResolved returns the watch over resolved tickets.
func (w Watch) CloseResolved() Watch {
	w.kind, w.act = ticket.CloseAlarm, ticket.CloseResolved
	return w
}

// Handle looks once. What fails for one ticket keeps no other from its turn.
func (w Watch) Handle(ctx context.Context) error {
	desk, err := w.Desk.Desk(ctx)
	if err != nil {
		return err
	}
	numbers, err := w.Alarms.Alarms(ctx, w.kind, w.Clock.Now(), alarmsAtOnce)
	if err != nil {
		return err
	}
	var failures []error
	for _, number := range numbers {
		if err := w.attend(ctx, number, desk); err != nil {
			failures = append(failures, fmt.Errorf("%s: %w", number, err))
		}
	}
	return errors.Join(failures...)
}

func (w Watch) attend(ctx context.Context, number ticket.Number, desk settings.Desk) error {
	t, _, err := w.Acts.Thread(ctx, number)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	policy := desk.Policy()
	after, entry, err := w.act(t, policy, ticket.Write{ID: ulid.Make().String(), At: w.Clock.Now()})
	if errors.Is(err, ticket.ErrUnchanged) {
		// The calendar or a setting has changed since the alarm was set; left where it is, it would be looked at for ever.
		return w.Alarms.MoveAlarm(ctx, t, t.Alarm(policy))
	}
	if err != nil {
		return err
	}
	err = w.Acts.Save(ctx, ticket.Act{Ticket: after, Entry: entry, Alarm: after.Alarm(policy)})
	if errors.Is(err, ticket.ErrStale) {
		return nil // somebody acted on it; the next look sees what is left to do
	}
	return err
}
