package accounts

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
)

// Profiles keeps what people change of themselves.
type Profiles interface {
	// SaveProfile keeps a person's name, telephone, language and time zone, in the staff directory too, and returns their
	// open tickets. fault.NotFound when there is no such person any more.
	SaveProfile(ctx context.Context, p account.Person) (openTickets int, err error)
}

// UpdateProfile changes one's own name, telephone, language or time zone (C4, E1).
type UpdateProfile struct {
	Profiles Profiles
}

// UpdateProfile implements the operation update-profile.
func (u UpdateProfile) UpdateProfile(ctx context.Context, request api.UpdateProfileRequestObject) (api.UpdateProfileResponseObject, error) {
	changed, err := changedProfile(caller.From(ctx).Person, *request.Body)
	if err != nil {
		return nil, err
	}
	open, err := u.Profiles.SaveProfile(ctx, changed)
	if err != nil {
		return nil, err
	}
	return api.UpdateProfile200JSONResponse(personOf(changed, open)), nil
}

func changedProfile(p account.Person, change api.ProfileChange) (account.Person, error) {
	var wrong fault.Fields
	if change.Name != nil {
		p.Name = check.Line(&wrong, "name", *change.Name, 1, maxName)
	}
	if change.Phone != nil {
		p.Phone = check.Phone(&wrong, "phone", *change.Phone, true)
	}
	if change.Language != nil {
		language, ok := locale.Parse(string(*change.Language))
		if !ok {
			wrong.Add("language", "field.choice")
		}
		p.Language = language
	}
	if change.TimeZone != nil {
		p.TimeZone = *change.TimeZone
		check.TimeZone(&wrong, "timeZone", p.TimeZone)
	}
	return p, wrong.Err()
}
