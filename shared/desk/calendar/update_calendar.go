package calendar

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/clock"
)

// UpdateCalendar changes the desk's calendar and targets (N6). Other functions cache the settings, so they use the change some
// seconds later.
type UpdateCalendar struct {
	Settings Settings
	Clock    clock.Clock
}

// UpdateCalendar implements the operation update-calendar.
func (u UpdateCalendar) UpdateCalendar(ctx context.Context, r api.UpdateCalendarRequestObject) (api.UpdateCalendarResponseObject, error) {
	changed, err := checkCalendar(*r.Body)
	if err != nil {
		return nil, err
	}
	if changed.DeadlinesVersion, err = u.Settings.SaveDeadlines(ctx, changed); err != nil {
		return nil, err
	}
	return api.UpdateCalendar200JSONResponse(calendarOf(changed, u.Clock.Now())), nil
}
