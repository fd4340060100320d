package ticketstore

import (
	"context"
	"errors"
	"iter"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

// alarmPage is the maximum number of alarms that one round reads from each partition.
const alarmPage = 100

// Alarms returns the numbers of the tickets with a due alarm, in pages: a CloseAlarm if kind is CloseAlarm, otherwise an alarm of
// any other kind. An alarm is due if its time is at or before by. It reads no other tickets. Each page costs one round.
func (s *Store) Alarms(ctx context.Context, kind ticket.AlarmKind, by time.Time) iter.Seq2[[]ticket.Number, error] {
	return func(yield func([]ticket.Number, error) bool) {
		var queries []table.Query
		for _, partition := range table.AlarmPartitions(kind) {
			queries = append(queries, table.Query{Index: table.ByAlarm, Partition: partition, To: table.FormatInstant(by), Limit: alarmPage})
		}
		for len(queries) > 0 {
			pages, err := s.table.Queries(ctx, queries)
			if err != nil {
				yield(nil, err)
				return
			}
			var due []ticket.Number
			var next []table.Query
			for i, page := range pages {
				for _, item := range page.Items {
					due = append(due, table.NumberOf(table.KeyOf(item)))
				}
				if len(page.Next) > 0 {
					queries[i].After = page.Next
					next = append(next, queries[i])
				}
			}
			if !yield(due, nil) {
				return
			}
			queries = next
		}
	}
}

// MoveAlarm sets the next alarm of a ticket without an act, after a change of the calendar or a setting. If the ticket has a
// newer version, nothing changes, because its last act has set the alarm.
func (s *Store) MoveAlarm(ctx context.Context, t ticket.Ticket, alarm ticket.Alarm) error {
	change := table.Update(table.TicketKey(t.Number)).If(table.Equal("card.version", t.Version))
	if alarm.Kind == ticket.NoAlarm {
		change = change.Remove(table.ByAlarm.Partition, table.ByAlarm.Sort)
	} else {
		change = change.Set(table.ByAlarm.Partition, table.AlarmPartition(alarm.Kind, t.Number)).
			Set(table.ByAlarm.Sort, table.FormatInstant(alarm.At))
	}
	if err := s.table.Write(ctx, change); !errors.Is(err, table.ErrConflict) {
		return err
	}
	return nil
}
