package assignment

import (
	"context"
	"time"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
)

// Absences stores the availability of staff.
type Absences interface {
	// SaveAvailability stores whether a member of staff is away, and the date of their return in the desk's time zone, which is
	// empty if it is unknown. It returns fault.NotFound if the person is not staff.
	SaveAvailability(ctx context.Context, personID string, away bool, backOn string) error
}

// UpdateAvailability marks a person as away or available (N5).
type UpdateAvailability struct {
	Desk interface {
		Desk(ctx context.Context) (settings.Desk, error)
	}
	Absences Absences
	Clock    clock.Clock
}

// UpdateAvailability implements the operation update-availability. Agents may change only their own availability.
func (u UpdateAvailability) UpdateAvailability(ctx context.Context, r api.UpdateAvailabilityRequestObject) (api.UpdateAvailabilityResponseObject, error) {
	who := caller.From(ctx)
	if r.Id != who.ID && !who.Role.SeesAllDepartments() {
		return nil, fault.New(fault.Forbidden)
	}
	desk, err := u.Desk.Desk(ctx)
	if err != nil {
		return nil, err
	}
	backOn, err := u.checkReturn(*r.Body, desk)
	if err != nil {
		return nil, err
	}
	if err := u.Absences.SaveAvailability(ctx, r.Id, r.Body.Away, backOn); err != nil {
		return nil, err
	}
	result := api.UpdateAvailability200JSONResponse{Away: r.Body.Away, BackOn: nullable.NewNullNullable[string]()}
	if backOn != "" {
		result.BackOn.Set(backOn)
	}
	return result, nil
}

// checkReturn validates the date of return, which must be after today, and returns it. It returns "" if the person is available
// or the date is unknown.
func (u UpdateAvailability) checkReturn(body api.Availability, desk settings.Desk) (string, error) {
	if !body.Away || !body.BackOn.IsSpecified() || body.BackOn.IsNull() {
		return "", nil
	}
	var wrong fault.Fields
	day := body.BackOn.MustGet()
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		wrong.Add("backOn", "field.date")
	} else if day <= desk.Today(u.Clock.Now()) {
		wrong.Add("backOn", "field.date-future")
	}
	return day, wrong.Err()
}
