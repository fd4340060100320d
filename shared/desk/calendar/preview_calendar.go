package calendar

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/clock"
)

// PreviewCalendar returns the deadlines that tickets opened now would have with a given calendar (N6). The calendar is not
// stored.
type PreviewCalendar struct {
	Clock clock.Clock
}

// PreviewCalendar implements the operation preview-calendar.
func (p PreviewCalendar) PreviewCalendar(_ context.Context, r api.PreviewCalendarRequestObject) (api.PreviewCalendarResponseObject, error) {
	s, err := checkCalendar(*r.Body)
	if err != nil {
		return nil, err
	}
	return api.PreviewCalendar200JSONResponse(preview(s, p.Clock.Now())), nil
}
