package accounts

import (
	"context"
	"time"

	"mesa/shared/api"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
	"mesa/shared/platform/observe"
)

// Resets stores requests to reset a password.
type Resets interface {
	// PersonIDOf returns the identifier of the person with a login, or "" if no person has it.
	PersonIDOf(ctx context.Context, login string) (string, error)
	// AddLink stores a new link and the mail that will contain it.
	AddLink(ctx context.Context, link account.Link, mail account.Mail) error
}

// CreatePasswordReset mails a link to a person who has forgotten the password (A10). It does the same work for every login: for a
// login that nobody has, it stores a link that belongs to nobody, for which `notify` finds no recipient. So neither the response nor
// its time reveals whether an account exists. Requests are limited by address, and by person without a visible difference.
type CreatePasswordReset struct {
	Resets Resets
	Limits interface {
		// Count counts an act and returns the number of acts in the current window, including this one.
		Count(ctx context.Context, act limit.Act, source string, at time.Time) (int, error)
		// CountWithSettings counts as Count does, and also reads the settings.
		CountWithSettings(ctx context.Context, act limit.Act, source string, at time.Time) (int, settings.Settings, error)
	}
	Keys  account.Keys
	Clock clock.Clock
}

// nobody is the person of a link that is stored for a login that nobody has. No person has this identifier, because identifiers
// of people contain no dot.
const nobody = "no.body"

// CreatePasswordReset implements the operation create-password-reset.
func (c CreatePasswordReset) CreatePasswordReset(ctx context.Context, request api.CreatePasswordResetRequestObject) (api.CreatePasswordResetResponseObject, error) {
	var errs fault.FieldErrors
	login := check.Line(&errs, "login", request.Body.Login, 1, maxLogin)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	now := c.Clock.Now()
	var (
		personID string
		count    int
		limits   settings.Settings
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			personID, err = c.Resets.PersonIDOf(ctx, login)
			return err
		},
		func(ctx context.Context) (err error) {
			count, limits, err = c.Limits.CountWithSettings(ctx, limit.PasswordResets, sourceOf(ctx), now)
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	if count > limits.ResetsPerAddress {
		return nil, fault.WithRetryAfter(fault.TooManyRequests, limit.PasswordResets.TimeLeft(now))
	}
	owner := personID
	if owner == "" {
		owner, personID = "login:"+c.Keys.HideLogin(login), nobody
	}
	if count, err = c.Limits.Count(ctx, limit.PasswordResets, owner, now); err != nil {
		return nil, err
	}
	if count > limits.ResetsPerPerson {
		personID = nobody
	}
	link := account.NewLink(personID, account.Reset, now, time.Duration(limits.ResetMinutes)*time.Minute)
	if err := c.Resets.AddLink(ctx, link, account.LinkMail(account.ResetMail, link)); err != nil {
		return nil, err
	}
	return api.CreatePasswordReset202Response{}, nil
}
