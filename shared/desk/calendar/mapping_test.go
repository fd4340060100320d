package calendar

import (
	"testing"
	"time"

	"mesa/shared/domain/settings"
	"mesa/shared/domain/sla"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/fieldtest"
)

// shown holds the settings that the calendar contains. A new setting fails the test of get-settings.
type shown struct {
	Deadlines                                         sla.Policy
	DeadlinesVersion                                  int64
	EscalateHours, RemindDays, ReopenDays, RatingDays int
}

func TestEveryFieldOfTheCalendarIsShown(t *testing.T) {
	now := time.Date(2026, 11, 24, 16, 0, 0, 0, time.UTC)
	fieldtest.Check(t, fieldtest.Forgotten(func(s shown) any {
		return calendarOf(settings.Settings{
			Deadlines: s.Deadlines, DeadlinesVersion: s.DeadlinesVersion,
			EscalateHours: s.EscalateHours, RemindDays: s.RemindDays, ReopenDays: s.ReopenDays, RatingDays: s.RatingDays,
		}, now)
	},
		fieldtest.Either(ticket.High, ticket.Low), fieldtest.Either(sla.Hours{From: 540, To: 1080}, sla.Hours{From: 600, To: 1080})),
	)
}
