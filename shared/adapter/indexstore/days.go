package indexstore

import (
	"context"
	"errors"
	"time"

	"mesa/shared/adapter/table"
)

// dayMargin is how far a day's numbers may lie outside of its range: who takes a number just before midnight may store the
// ticket just after.
const dayMargin = 100

// noNumber is greater than every number.
const noNumber = int64(1) << 62

// dayItem has the lowest number of the tickets opened on a day (UTC). It finds the tickets opened in a span of time in the
// search index, which is sorted by number.
type dayItem struct {
	N int64 `dynamodbav:"n"`
}

// noteDay stores the number of a ticket opened on a day when it is the lowest.
func (s *Store) noteDay(ctx context.Context, at time.Time, n int64) error {
	key := table.DayKey(at)
	if known, ok := table.Lookup[int64](s.table, key.String()); ok && known <= n {
		return nil
	}
	lowest := table.Upsert(key, "day").Set("n", n).If(table.Lacks("n").Or(table.Greater("n", n)))
	if err := s.table.Write(ctx, lowest); err != nil && !errors.Is(err, table.ErrConflict) {
		return err
	}
	s.table.Remember(key.String(), n, 48*time.Hour) // it can only become lower
	return nil
}

// NumbersBetween returns bounds of the numbers of the tickets opened in a span of time: they are greater than above, and less
// than below unless it is 0. The bounds are wider than the span, so the caller checks the instants. An end of the span may be
// zero. It takes one round, and none when the bounds are cached.
func (s *Store) NumbersBetween(ctx context.Context, from, until time.Time) (above, below int64, err error) {
	name := "numbers between " + table.FormatInstant(from) + " and " + table.FormatInstant(until)
	bounds, err := table.Cached(s.table, name, func() ([2]int64, error) {
		above, below, err := s.numbersBetween(ctx, from, until)
		return [2]int64{above, below}, err
	})
	return bounds[0], bounds[1], err
}

func (s *Store) numbersBetween(ctx context.Context, from, until time.Time) (above, below int64, err error) {
	var queries []table.Query
	if !from.IsZero() {
		queries = append(queries, firstDaySince(from))
	}
	if !until.IsZero() {
		queries = append(queries, firstDaySince(until.UTC().AddDate(0, 0, 1)))
	}
	pages, err := s.table.Queries(ctx, queries)
	if err != nil {
		return 0, 0, err
	}
	if !from.IsZero() {
		days, err := table.DecodeAll[dayItem](pages[0].Items)
		if err != nil {
			return 0, 0, err
		}
		above = noNumber // no ticket was opened since
		if len(days) > 0 {
			above = max(0, days[0].N-dayMargin)
		}
		pages = pages[1:]
	}
	if !until.IsZero() {
		days, err := table.DecodeAll[dayItem](pages[0].Items)
		if err != nil {
			return 0, 0, err
		}
		if len(days) > 0 {
			below = days[0].N + dayMargin
		}
	}
	return above, below, nil
}

// firstDaySince reads the first day with tickets, from the day of an instant on.
func firstDaySince(at time.Time) table.Query {
	first := table.DayKey(at)
	return table.Query{Partition: first.PK, From: first.SK, Limit: 1}
}
