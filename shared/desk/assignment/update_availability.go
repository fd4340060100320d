package assignment

import (
	"context"
	"time"

	"github.com/oapi-codegen/nullable"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/permission"
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
	Settings interface {
		Configuration(ctx context.Context) (settings.Configuration, error)
	}
	Absences Absences
	Clock    clock.Clock
}

// UpdateAvailability implements the operation update-availability. Agents may change only their own availability.
func (u UpdateAvailability) UpdateAvailability(ctx context.Context, r api.UpdateAvailabilityRequestObject) (api.UpdateAvailabilityResponseObject, error) {
	user := caller.From(ctx)
	if !permission.Allows(permission.SetAvailability, user.Role, permission.Relations(0).With(permission.Owner, r.Id == user.ID)) {
		return nil, fault.New(fault.Forbidden)
	}
	config, err := u.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	backOn, err := u.checkReturn(*r.Body, config)
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
func (u UpdateAvailability) checkReturn(body api.Availability, config settings.Configuration) (string, error) {
	if !body.Away || !body.BackOn.IsSpecified() || body.BackOn.IsNull() {
		return "", nil
	}
	var errs fault.FieldErrors
	day := body.BackOn.MustGet()
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		errs.Add("backOn", "field.date")
	} else if day <= config.Today(u.Clock.Now()) {
		errs.Add("backOn", "field.date-future")
	}
	return day, errs.Err()
}
