package auditstore

import (
	"context"
	"time"

	"github.com/oklog/ulid/v2"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/audit"
)

// The limits of what one call of Events reads, so that its cost does not grow with the number of events.
const (
	// maxMonths is the maximum number of partitions.
	maxMonths = 3
	// maxExamined is the maximum number of events of a partition that a filter examines.
	maxExamined = 300
)

// Events returns the events of a page that match a filter, newest first, and the cursor of the next page, which is empty after the
// last page. It takes one round. It examines a bounded number of events, so a page may have fewer events than limit, or none, and
// be followed by another page.
func (s *Store) Events(ctx context.Context, filter audit.Filter, cursor string, limit int) (events []audit.Event, next string, err error) {
	first, until := bound(filter.From), bound(filter.Until)
	if cursor != "" && cursor < until {
		until = cursor
	}
	if until <= first {
		return nil, "", nil
	}
	examined := limit + 1
	if filter.Selects() {
		examined = maxExamined
	}
	var queries []table.Query
	month := monthBefore(until)
	for ; len(queries) < maxMonths && !month.Before(monthStart(filter.From)); month = month.AddDate(0, -1, 0) {
		queries = append(queries, table.Query{
			Partition: table.AuditPartition(month), From: first, To: until, Descending: true, Limit: examined,
		})
	}
	pages, err := s.table.Queries(ctx, queries)
	if err != nil {
		return nil, "", err
	}
	for _, page := range pages {
		found, err := table.DecodeEach(page.Items, eventItem.event)
		if err != nil {
			return nil, "", err
		}
		for _, event := range found {
			if event.ID >= until || !filter.Matches(event) {
				continue
			}
			if len(events) == limit {
				return events, events[limit-1].ID, nil
			}
			events = append(events, event)
		}
		if len(page.Next) > 0 {
			return events, table.KeyOf(page.Next).SK, nil
		}
	}
	if month.Before(monthStart(filter.From)) {
		return events, "", nil
	}
	return events, bound(month.AddDate(0, 1, 0)), nil
}

// bound returns a ULID that sorts before those of all events at an instant or later, and after those of all earlier events.
func bound(at time.Time) string {
	var id ulid.ULID
	_ = id.SetTime(ulid.Timestamp(at)) // fails only after the year 10889
	return id.String()
}

// monthBefore returns the start of the month that contains the last instant before a bound or an event's identifier.
func monthBefore(id string) time.Time {
	parsed, err := ulid.ParseStrict(id)
	if err != nil {
		return time.Time{}
	}
	at := ulid.Time(parsed.Time())
	if bound(at) == id {
		at = at.Add(-time.Millisecond)
	}
	return monthStart(at)
}

func monthStart(at time.Time) time.Time {
	year, month, _ := at.UTC().Date()
	return time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
}
