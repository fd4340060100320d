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

// Absences keeps who is away.
type Absences interface {
	// SaveAvailability keeps whether someone of the staff is away, and the desk's date from which that ends by itself.
	// fault.NotFound when they are not of the staff.
	SaveAvailability(ctx context.Context, personID string, away bool, backOn string) error
}

// UpdateAvailability says that somebody is away or back (D1).
type UpdateAvailability struct {
	Desk interface {
		Desk(ctx context.Context) (settings.Desk, error)
	}
	Absences Absences
	Clock    clock.Clock
}

// UpdateAvailability implements the operation update-availability. Agents say it of themselves alone.
func (u UpdateAvailability) UpdateAvailability(ctx context.Context, r api.UpdateAvailabilityRequestObject) (api.UpdateAvailabilityResponseObject, error) {
	who := caller.From(ctx)
	if r.Id != who.ID && !who.Role.SeesAllDepartments() {
		return nil, fault.New(fault.Forbidden)
	}
	desk, err := u.Desk.Desk(ctx)
	if err != nil {
		return nil, err
	}
	backOn, err := u.backOn(*r.Body, desk)
	if err != nil {
		return nil, err
	}
	if err := u.Absences.SaveAvailability(ctx, r.Id, r.Body.Away, backOn); err != nil {
		return nil, err
	}
	kept := api.UpdateAvailability200JSONResponse{Away: r.Body.Away, BackOn: nullable.NewNullNullable[string]()}
	if backOn != "" {
		kept.BackOn.Set(backOn)
	}
	return kept, nil
}

// backOn returns the date of return: later than today, and none of who is there.
func (u UpdateAvailability) backOn(body api.Availability, desk settings.Desk) (string, error) {
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
