package people

import (
	"context"
	"time"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/account"
	"mesa/shared/domain/audit"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// InvitePerson mails an invitation again, for example because its link has expired.
type InvitePerson struct {
	Settings interface {
		Configuration(ctx context.Context) (settings.Configuration, error)
	}
	People interface {
		// People returns people by identifier. People who do not exist are missing from the map.
		People(ctx context.Context, ids ...string) (map[string]account.Person, error)
		// Invite stores a link and its mail.
		Invite(ctx context.Context, link account.Link, event audit.Event) error
	}
	Clock clock.Clock
}

// InvitePerson implements the operation invite-person. It refuses disabled people, who could not use the link.
func (i InvitePerson) InvitePerson(ctx context.Context, r api.InvitePersonRequestObject) (api.InvitePersonResponseObject, error) {
	var (
		config settings.Configuration
		found  map[string]account.Person
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = i.Settings.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			found, err = i.People.People(ctx, r.Id)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	person, exists := found[r.Id]
	switch {
	case !exists:
		return nil, fault.New(fault.NotFound)
	case r.Body.Version != person.Version:
		return nil, &editConflict{person}
	case person.Disabled:
		return nil, fault.New(fault.Conflict)
	}
	now := i.Clock.Now()
	link := account.NewLink(person.ID, account.Invitation, now, time.Duration(config.InvitationHours)*time.Hour)
	err = i.People.Invite(ctx, link, caller.From(ctx).Event(audit.PersonInvited, now).About(person.ID))
	return api.InvitePerson204Response{}, err
}
