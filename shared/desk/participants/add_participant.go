// Package participants implements the use cases of the operations on the participants of a ticket (G4).
package participants

import (
	"context"
	"errors"
	"slices"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/ticketacts"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/permission"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// Accounts reads people by login and by identifier.
type Accounts interface {
	// PersonIDOf returns the identifier of the person with a login, which is a user name or an e-mail address. It returns "" if
	// nobody has the login.
	PersonIDOf(ctx context.Context, login string) (string, error)
	// People returns people by identifier. The map has no entry for a person who does not exist.
	People(ctx context.Context, ids ...string) (map[string]account.Person, error)
}

// AddParticipant adds a participant to a ticket (G4).
type AddParticipant struct {
	Settings ticketacts.NamedSettings
	Acts     ticket.Acts
	Accounts Accounts
	Clock    clock.Clock
}

// checkLogin validates a user name or an e-mail address.
func checkLogin(errs *fault.FieldErrors, input string) string {
	return check.Line(errs, "login", input, 1, 254)
}

// AddParticipant implements the operation add-participant. It succeeds if the person is already a participant.
func (a AddParticipant) AddParticipant(ctx context.Context, r api.AddParticipantRequestObject) (api.AddParticipantResponseObject, error) {
	user, now := caller.From(ctx), a.Clock.Now()
	var errs fault.FieldErrors
	login := checkLogin(&errs, r.Body.Login)
	var (
		t       ticket.Ticket
		entries []ticket.Entry
		config  settings.Configuration
		guest   account.Person
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			if t, entries, err = ticketacts.Read(ctx, a.Acts, r.Number, user.Person); err != nil {
				return err
			}
			config, err = a.Settings.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			if errs.Err() == nil { // if the caller may not read the ticket, the response is 404 for every login
				guest, err = a.personWithLogin(ctx, login)
			}
			return err
		})
	if err != nil {
		return nil, err
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	view := ticketview.New(user, config, now)
	use := ticketacts.QuotaUse(config.Settings, user.Person, limit.Entries, 1, now)
	joined := t
	joined.Participants = append(slices.Clone(t.Participants), ticket.Participation(guest))
	var parties settings.Parties
	err = observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			t, entries, err = a.invite(ctx, t, entries, guest, view, use)
			if err != nil && !errors.Is(err, ticket.ErrUnchanged) {
				return invitationFault(err, view.Reader)
			}
			return nil
		},
		func(ctx context.Context) (err error) {
			parties, err = ticketacts.PartiesOf(ctx, a.Settings, joined)
			return err
		})
	if err != nil {
		return nil, err
	}
	return api.AddParticipant200JSONResponse(view.WithParties(parties).Ticket(t, entries)), nil
}

// personWithLogin returns the person with a login, or the zero Person if nobody has it.
func (a AddParticipant) personWithLogin(ctx context.Context, login string) (account.Person, error) {
	id, err := a.Accounts.PersonIDOf(ctx, login)
	if err != nil || id == "" {
		return account.Person{}, err
	}
	people, err := a.Accounts.People(ctx, id)
	return people[id], err
}

// invite adds the participant and stores the act. It retries on a conflict, because adding a participant cannot overwrite
// another person's change.
func (a AddParticipant) invite(ctx context.Context, t ticket.Ticket, entries []ticket.Entry, guest account.Person, view ticketview.View, use limit.QuotaUse) (ticket.Ticket, []ticket.Entry, error) {
	return ticketacts.SaveWithRetries(ctx, a.Acts, t, entries, view, use, func(t ticket.Ticket) (ticket.Ticket, ticket.Entry, error) {
		write := ticket.Write{ID: ulid.Make().String(), At: view.At}
		if guest.ID == "" { // checks first that the caller may add people
			_, _, err := ticket.AddParticipant(t, view.Reader, account.Person{ID: "nobody", Disabled: true}, view.Policy, write)
			return ticket.Ticket{}, ticket.Entry{}, err
		}
		return ticket.AddParticipant(t, view.Reader, guest, view.Policy, write)
	})
}

// invitationFault returns the fault for a person who was not added. For requesters, the fault does not reveal who has an
// account in other organizations.
func invitationFault(err error, by account.Person) error {
	var errs fault.FieldErrors
	switch {
	case errors.Is(err, ticket.ErrNotInvitable) && permission.Allows(permission.InviteAnyone, by.Role, permission.Anyone):
		errs.Add("login", "field.person")
	case errors.Is(err, ticket.ErrNotInvitable):
		errs.Add("login", "field.colleague")
	case errors.Is(err, ticket.ErrTooManyParticipants):
		errs.Add("login", "field.participants", locale.With("count", ticket.MaxParticipants))
	default:
		return ticketacts.FaultOf(err)
	}
	return errs.Err()
}
