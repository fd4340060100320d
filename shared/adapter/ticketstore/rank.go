package ticketstore

import (
	"cmp"
	"time"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

// The prefixes of ranks. The ranks of open tickets with a deadline start with its date. rankFirstDate precedes all dates. Earlier
// releases stored ranks that start with 0, for tickets without a priority; RankRange excludes them.
const (
	rankFirstDate  = "1"
	rankNoPriority = "7"
	rankNoDeadline = "8"
	rankWaiting    = "9"
)

// Rank returns the sort key of the lists for staff (H3). Open tickets are sorted by their next deadline. After them come the
// open tickets without a deadline, by age, first those without a priority. The waiting tickets come last, because their clock is
// stopped. Resolved and closed tickets, which have their own section, are sorted by last activity.
func Rank(t ticket.Ticket) string {
	var rank string
	switch next := t.NextDeadline(); {
	case t.Status.Attended():
		rank = table.FormatInstant(t.UpdatedAt)
	case !next.At.IsZero():
		rank = formatRankTime(next.At)
	case t.Priority == ticket.NoPriority:
		rank = rankNoPriority + formatRankTime(t.CreatedAt)
	default:
		rank = rankNoDeadline + formatRankTime(t.CreatedAt)
	}
	if t.Status == ticket.Waiting {
		rank = rankWaiting + rank
	}
	return rank + "#" + string(t.Number)
}

// formatRankTime formats an instant for a rank, in UTC, or returns "" for the zero time. Ranks are copied to two indexes and each
// byte of a card is charged, so they contain no fractions of seconds.
func formatRankTime(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format("2006-01-02T15:04:05")
}

// RankRange returns the bounds of the ranks of the open tickets whose next deadline is in a time span. All spans exclude tickets
// without a deadline.
func RankRange(due ticket.Span) (from, to string) {
	return cmp.Or(formatRankTime(due.From), rankFirstDate), cmp.Or(formatRankTime(due.Until), rankNoPriority)
}
