package calendar

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/settings"
)

// Settings reads the current settings and stores those of the calendar page.
type Settings interface {
	CurrentSettings(ctx context.Context) (settings.Settings, error)
	// SaveDeadlines stores the calendar, the targets, and the periods of notices, reopening and rating, and returns the new
	// version. It returns fault.Stale if the stored version is not the version that was read.
	SaveDeadlines(ctx context.Context, s settings.Settings) (int64, error)
}

// GetCalendar returns the desk's calendar and targets to an administrator (N6).
type GetCalendar struct {
	Settings Settings
	Clock    clock.Clock
}

// GetCalendar implements the operation get-calendar.
func (g GetCalendar) GetCalendar(ctx context.Context, _ api.GetCalendarRequestObject) (api.GetCalendarResponseObject, error) {
	current, err := g.Settings.CurrentSettings(ctx)
	if err != nil {
		return nil, err
	}
	return api.GetCalendar200JSONResponse(calendarOf(current, g.Clock.Now())), nil
}
