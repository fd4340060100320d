// Package ticketacts contains the steps that the use cases of acts on tickets share: reading the ticket, storing the act,
// conflicts and idempotency.
package ticketacts

import (
	"context"
	"errors"
	"time"

	"mesa/shared/desk/caller"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// Settings reads the settings.
type Settings interface {
	Configuration(ctx context.Context) (settings.Configuration, error)
}

// NamedSettings reads the settings, and the organizations and people that tickets name.
type NamedSettings interface {
	Settings
	// Organizations returns organizations by identifier. The map has no entry for an organization that does not exist.
	Organizations(ctx context.Context, ids ...string) (map[string]account.Organization, error)
	// People returns people by identifier. The map has no entry for a person who does not exist.
	People(ctx context.Context, ids ...string) (map[string]account.Person, error)
}

// ReadView reads in one round the settings, and the organizations and people that a ticket names. It returns the view of the
// ticket.
func ReadView(ctx context.Context, from NamedSettings, user caller.Caller, at time.Time, t ticket.Ticket) (ticketview.View, settings.Configuration, error) {
	var (
		config  settings.Configuration
		parties settings.Parties
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			config, err = from.Configuration(ctx)
			return err
		},
		func(ctx context.Context) (err error) {
			parties, err = PartiesOf(ctx, from, t)
			return err
		})
	return ticketview.New(user, config, at).WithParties(parties), config, err
}

// PartiesOf reads in one round the organizations and people that a ticket names.
func PartiesOf(ctx context.Context, from NamedSettings, t ticket.Ticket) (settings.Parties, error) {
	var parties settings.Parties
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			parties.Organizations, err = from.Organizations(ctx, t.OrganizationIDs()...)
			return err
		},
		func(ctx context.Context) (err error) {
			parties.People, err = from.People(ctx, t.PersonIDs()...)
			return err
		})
	return parties, err
}

// Read returns a ticket and its thread. If the person may not read the ticket, it returns fault.NotFound, as for a ticket
// that does not exist (C5).
func Read(ctx context.Context, acts ticket.Acts, number string, by account.Person) (ticket.Ticket, []ticket.Entry, error) {
	t, entries, err := acts.Thread(ctx, ticket.Number(number))
	if err != nil {
		return ticket.Ticket{}, nil, err
	}
	if !ticket.CanRead(t, by) {
		return ticket.Ticket{}, nil, fault.New(fault.NotFound)
	}
	return t, entries, nil
}

// FaultOf maps an error of the domain rules to a fault.
func FaultOf(err error) error {
	for rule, kind := range map[error]fault.Kind{
		ticket.ErrForbidden:  fault.Forbidden,
		ticket.ErrClosed:     fault.Closed,
		ticket.ErrMerged:     fault.Merged,
		ticket.ErrThreadFull: fault.Full,
		ticket.ErrTransition: fault.Conflict,
		ticket.ErrNotMerged:  fault.NotMerged,
		ticket.ErrTooLate:    fault.UndoExpired,
		ticket.ErrLaterMerge: fault.LaterMerge,
	} {
		if errors.Is(err, rule) {
			return fault.WithCause(kind, err)
		}
	}
	return err
}

// Save stores an act. On a conflict it returns the error of NewStaleConflict.
func Save(ctx context.Context, acts ticket.Acts, act ticket.Act, view ticketview.View) error {
	err := acts.Save(ctx, act)
	if !errors.Is(err, ticket.ErrStale) {
		return err
	}
	current, entries, err := acts.Thread(ctx, act.Ticket.Number)
	if err != nil {
		return err
	}
	return NewStaleConflict(act.Ticket.Version-1, current, entries, view)
}

// MaxAttempts is the maximum number of versions on which an act is attempted.
const MaxAttempts = 4

// SaveWithRetries performs and stores an act that is valid on any version of the ticket. On a conflict it reads the ticket and
// its thread, and performs the act again. The stored act counts use. It returns the stored ticket and its thread. If the act
// changes nothing, it returns ticket.ErrUnchanged with the ticket and the thread on which the act was performed. After
// MaxAttempts conflicts it returns fault.Unavailable.
func SaveWithRetries(ctx context.Context, acts ticket.Acts, t ticket.Ticket, entries []ticket.Entry, view ticketview.View, use limit.QuotaUse, act func(ticket.Ticket) (ticket.Ticket, ticket.Entry, error)) (ticket.Ticket, []ticket.Entry, error) {
	for range MaxAttempts {
		after, entry, err := act(t)
		if err != nil {
			return t, entries, err
		}
		err = acts.Save(ctx, ticket.Act{Ticket: after, Entry: entry, Alarm: after.Alarm(view.Policy), QuotaUse: use})
		if !errors.Is(err, ticket.ErrStale) {
			return after, append(entries, entry), err
		}
		if t, entries, err = Read(ctx, acts, string(t.Number), view.Reader); err != nil {
			return ticket.Ticket{}, nil, err
		}
	}
	return ticket.Ticket{}, nil, fault.New(fault.Unavailable)
}
