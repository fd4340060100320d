package calendar

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/settings"
)

// Settings reads the settings as they are now, and keeps what they say of deadlines.
type Settings interface {
	SettingsNow(ctx context.Context) (settings.Settings, error)
	// SaveDeadlines keeps the calendar, the targets and what hangs on them, on the version that was read, and returns the
	// new one; fault.Stale when there is another by now.
	SaveDeadlines(ctx context.Context, s settings.Settings) (int64, error)
}

// GetCalendar tells an administrator the desk's calendar and targets (D3).
type GetCalendar struct {
	Settings Settings
	Clock    clock.Clock
}

// GetCalendar implements the operation get-calendar.
func (g GetCalendar) GetCalendar(ctx context.Context, _ api.GetCalendarRequestObject) (api.GetCalendarResponseObject, error) {
	now, err := g.Settings.SettingsNow(ctx)
	if err != nil {
		return nil, err
	}
	return api.GetCalendar200JSONResponse(told(now, g.Clock.Now())), nil
}
