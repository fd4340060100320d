package background

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// ticketTime is the time that must be left before a run starts with another ticket.
const ticketTime = 2 * time.Second

// Alarms finds tickets whose alarm is due.
type Alarms interface {
	// Alarms returns the tickets whose alarm is due at an instant, in pages. If kind is ticket.CloseAlarm, these are the
	// tickets to close, otherwise the tickets with any other kind of alarm.
	Alarms(ctx context.Context, kind ticket.AlarmKind, by time.Time) iter.Seq2[[]ticket.Number, error]
	// MoveAlarm sets the alarm of a ticket without an act. It does nothing if the ticket has changed since it was read.
	MoveAlarm(ctx context.Context, read ticket.Ticket, alarm ticket.Alarm) error
}

// Watch processes the tickets whose alarm is due. CheckDeadlines records deadline notices and reminders (F6, F7), CloseResolved
// closes resolved tickets (D6). Each write is conditional on the version that was read and sets the next alarm, so repeated or
// concurrent runs do not process an alarm twice.
type Watch struct {
	Settings   Settings
	Alarms     Alarms
	Acts       Acts
	Clock      clock.Clock
	kind       ticket.AlarmKind
	performAct func(ticket.Ticket, ticket.Policy, ticket.Write) (ticket.Ticket, ticket.Entry, error)
}

// CheckDeadlines returns a Watch for deadlines and reminders.
func (w Watch) CheckDeadlines() Watch {
	w.kind, w.performAct = ticket.WarnAlarm, ticket.RunAlarm
	return w
}

// CloseResolved returns a Watch for resolved tickets.
func (w Watch) CloseResolved() Watch {
	w.kind, w.performAct = ticket.CloseAlarm, ticket.CloseResolved
	return w
}

// Handle performs one run: it processes the due tickets until none is left or the time of the invocation is up. If a ticket
// fails, the run continues with the other tickets. The log line has the number of the due tickets of the last page that the run
// did not start to process.
func (w Watch) Handle(ctx context.Context) error {
	config, err := w.Settings.Configuration(ctx)
	if err != nil {
		return err
	}
	var failures []error
	left := 0
	for numbers, err := range w.Alarms.Alarms(ctx, w.kind, w.Clock.Now()) {
		if err != nil {
			failures = append(failures, err)
			break
		}
		done := 0
		for _, number := range numbers {
			if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < ticketTime {
				break
			}
			if err := w.handle(ctx, number, config); err != nil {
				failures = append(failures, fmt.Errorf("%s: %w", number, err))
			}
			done++
		}
		if left = len(numbers) - done; left > 0 {
			break
		}
	}
	observe.MeterOf(ctx).SetBacklog(left)
	return errors.Join(failures...)
}

func (w Watch) handle(ctx context.Context, number ticket.Number, config settings.Configuration) error {
	t, _, err := w.Acts.Thread(ctx, number)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	policy := config.Policy()
	after, entry, err := w.performAct(t, policy, ticket.Write{ID: ulid.Make().String(), At: w.Clock.Now()})
	if errors.Is(err, ticket.ErrUnchanged) {
		// The alarm was set too early, because a setting has changed since then. If the alarm were not moved, every run would
		// read the ticket.
		return w.Alarms.MoveAlarm(ctx, t, t.Alarm(policy))
	}
	if err != nil {
		return err
	}
	err = w.Acts.Save(ctx, ticket.Act{Ticket: after, Entry: entry, Alarm: after.Alarm(policy)})
	if errors.Is(err, ticket.ErrStale) {
		return nil // the ticket has changed; the next run checks its alarm
	}
	return err
}
