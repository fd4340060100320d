package accounts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// Profiles stores the attributes that people change in their own profile.
type Profiles interface {
	// SaveProfile stores a person's name, telephone number, language and time zone, for staff also in the staff directory. It
	// returns the number of their open tickets. It returns fault.NotFound if the person no longer exists, and
	// fault.Unavailable if the name was changed since before was read.
	SaveProfile(ctx context.Context, before, after account.Person) (account.TicketCounts, error)
}

// UpdateProfile changes the caller's own name, telephone number, language or time zone (A6).
type UpdateProfile struct {
	Profiles Profiles
	Clock    clock.Clock
}

// UpdateProfile implements the operation update-profile.
func (u UpdateProfile) UpdateProfile(ctx context.Context, request api.UpdateProfileRequestObject) (api.UpdateProfileResponseObject, error) {
	user := caller.From(ctx)
	changed, err := checkProfile(user.Person, *request.Body)
	if err != nil {
		return nil, err
	}
	open, err := u.Profiles.SaveProfile(ctx, user.Person, changed)
	if err != nil {
		return nil, err
	}
	return api.UpdateProfile200JSONResponse(personOf(changed, open, user.SessionIdleEndsAt, u.Clock.Now())), nil
}

func checkProfile(p account.Person, change api.ProfileChange) (account.Person, error) {
	var errs fault.FieldErrors
	if change.Name != nil {
		p.Name = check.PersonName(&errs, "name", *change.Name, maxName)
	}
	if change.Phone != nil {
		p.Phone = check.Phone(&errs, "phone", *change.Phone, true)
	}
	if change.Language != nil {
		language, ok := locale.Parse(string(*change.Language))
		if !ok {
			errs.Add("language", "field.choice")
		}
		p.Language = language
	}
	if change.TimeZone != nil {
		p.TimeZone = *change.TimeZone
		check.TimeZone(&errs, "timeZone", p.TimeZone)
	}
	return p, errs.Err()
}
