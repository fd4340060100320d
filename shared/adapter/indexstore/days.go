package indexstore

import (
	"context"
	"errors"
	"time"

	"mesa/shared/adapter/table"
)

// dayMargin widens a range of numbers at both ends, because a ticket may get its number just before midnight and be stored just
// after.
const dayMargin = 100

// aboveAllNumbers is greater than the number of any ticket.
const aboveAllNumbers = int64(1) << 62

// dayItem stores the lowest number of the tickets opened on a day (UTC). The search index is sorted by number; with dayItem, a
// time span is converted to a range of numbers.
type dayItem struct {
	N int64 `dynamodbav:"n"`
}

// recordLowestNumber stores a ticket's number as the lowest of its day, unless a lower number is stored.
func (s *Store) recordLowestNumber(ctx context.Context, at time.Time, n int64) error {
	key := table.DayKey(at)
	if known, ok := table.Lookup[int64](s.table, key.CacheName()); ok && known <= n {
		return nil
	}
	lowest := table.Upsert(key, "day").Set("n", n).If(table.Lacks("n").Or(table.Greater("n", n)))
	if err := s.table.Write(ctx, lowest); err != nil && !errors.Is(err, table.ErrConflict) {
		return err
	}
	s.table.PutCached(key.CacheName(), n, 48*time.Hour) // the stored number can only become lower
	return nil
}

// NumbersBetween returns bounds of the numbers of the tickets opened in a time span: the numbers are greater than above, and
// less than below unless below is 0. The bounds are wider than the span, so the caller must check the times. A zero from or
// until leaves that side of the span open. The call takes one round, or none if the bounds are cached.
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
		above = aboveAllNumbers // no ticket has been opened since
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

// firstDaySince returns the query for the first day with tickets, starting at the day of a time.
func firstDaySince(at time.Time) table.Query {
	first := table.DayKey(at)
	return table.Query{Partition: first.PK, From: first.SK, Limit: 1}
}
