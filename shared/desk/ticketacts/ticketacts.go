// Package tickets implements the use cases of the operations on tickets, except for lists.
package tickets

import (
	"context"
	"errors"

	"mesa/shared/api"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
)

// Settings reads the settings.
type Settings interface {
	Configuration(ctx context.Context) (settings.Configuration, error)
}

// Staff reads the staff.
type Staff interface {
	Staff(ctx context.Context) ([]account.Person, error)
}

// readTicket returns a ticket and its thread. If the person may not read the ticket, it returns fault.NotFound, as for a ticket
// that does not exist (C5).
func readTicket(ctx context.Context, acts ticket.Acts, number string, by account.Person) (ticket.Ticket, []ticket.Entry, error) {
	t, entries, err := acts.Thread(ctx, ticket.Number(number))
	if err != nil {
		return ticket.Ticket{}, nil, err
	}
	if !ticket.CanRead(t, by) {
		return ticket.Ticket{}, nil, fault.New(fault.NotFound)
	}
	return t, entries, nil
}

// faultOf maps an error of the domain rules to a fault.
func faultOf(err error) error {
	for rule, kind := range map[error]fault.Kind{
		ticket.ErrForbidden:  fault.Forbidden,
		ticket.ErrClosed:     fault.Closed,
		ticket.ErrMerged:     fault.Merged,
		ticket.ErrThreadFull: fault.Full,
		ticket.ErrTransition: fault.Conflict,
	} {
		if errors.Is(err, rule) {
			return fault.WithCause(kind, err)
		}
	}
	return err
}

// staleConflict reports a conflict. It contains the current ticket and the entries that were added since the version that was
// read (D8).
type staleConflict struct {
	current    ticket.Ticket
	newEntries []api.Entry
}

func newStaleConflict(version int64, current ticket.Ticket, entries []ticket.Entry, view ticketview.View) error {
	var since []ticket.Entry
	for _, entry := range entries {
		if entry.Version > version {
			since = append(since, entry)
		}
	}
	return staleConflict{current: current, newEntries: view.Entries(since)}
}

func (s staleConflict) Error() string { return "the ticket has changed since it was read" }

// Unwrap returns the fault.
func (s staleConflict) Unwrap() error { return &fault.Error{Kind: fault.Stale} }

// Explain adds the current version and the new entries to the problem document.
func (s staleConflict) Explain(p *api.Problem) {
	p.Version = &s.current.Version
	p.Changes = &s.newEntries
}

// saveAct stores an act. It returns staleConflict on a conflict.
func saveAct(ctx context.Context, acts ticket.Acts, act ticket.Act, view ticketview.View) error {
	err := acts.Save(ctx, act)
	if !errors.Is(err, ticket.ErrStale) {
		return err
	}
	current, entries, err := acts.Thread(ctx, act.Ticket.Number)
	if err != nil {
		return err
	}
	return newStaleConflict(act.Ticket.Version-1, current, entries, view)
}
