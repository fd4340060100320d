package tickets

import (
	"context"
	"errors"

	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"

	"mesa/shared/desk/ticketview"
)

// Pairs reads and stores pairs of tickets.
type Pairs interface {
	ticket.Acts
	// Ticket returns a ticket without its entries. It returns fault.NotFound if the ticket does not exist.
	Ticket(ctx context.Context, number ticket.Number) (ticket.Ticket, error)
}

// pair is a pair of tickets, with the entries of the first ticket.
type pair struct {
	here, there ticket.Ticket
	entries     []ticket.Entry
}

// maxNumber is the maximum length of a typed ticket number in characters.
const maxNumber = 40

// otherNumber parses the number of another ticket, in any form in which people write it.
func otherNumber(errs *fault.FieldErrors, name, typed string, config settings.Configuration) ticket.Number {
	typed = check.Line(errs, name, typed, 1, maxNumber)
	n, ok := config.Numbering.Read(typed)
	if !ok {
		if typed != "" {
			errs.Add(name, "field.ticket")
		}
		return ""
	}
	return config.Numbering.Format(n)
}

// readPair reads two tickets for staff in one round. If the second ticket does not exist, it returns a field error.
func readPair(ctx context.Context, pairs Pairs, number string, other ticket.Number, name string, by account.Person) (pair, error) {
	var read pair
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			read.here, read.entries, err = readable(ctx, pairs, number, by)
			return err
		},
		func(ctx context.Context) (err error) {
			read.there, err = pairs.Ticket(ctx, other)
			if fault.Is(err, fault.NotFound) {
				return nil
			}
			return err
		})
	if err == nil && read.there.Number == "" {
		var errs fault.FieldErrors
		errs.Add(name, "field.ticket")
		err = errs.Err()
	}
	return read, err
}

// notTied returns the field error for a ticket that cannot be linked or merged.
func notTied(err error, name string) error {
	var errs fault.FieldErrors
	switch {
	case errors.Is(err, ticket.ErrSameTicket):
		errs.Add(name, "field.ticket-itself")
	case errors.Is(err, ticket.ErrMerged):
		errs.Add(name, "field.ticket-merged")
	case errors.Is(err, ticket.ErrClosed):
		errs.Add(name, "field.ticket-closed")
	case errors.Is(err, ticket.ErrTooManyLinks):
		errs.Add(name, "field.links", locale.With("count", ticket.MaxLinks))
	case errors.Is(err, ticket.ErrTooManyParticipants):
		errs.Add(name, "field.participants", locale.With("count", ticket.MaxParticipants))
	default:
		return refused(err)
	}
	return errs.Err()
}

// saveSteps stores the results of an act on two tickets.
func saveSteps(ctx context.Context, pairs Pairs, here, there ticket.Change, view ticketview.View) error {
	return pairs.SaveBoth(ctx,
		ticket.Act{Ticket: here.Ticket, Entry: here.Entry, Alarm: here.Ticket.Alarm(view.Policy)},
		ticket.Act{Ticket: there.Ticket, Entry: there.Entry, Alarm: there.Ticket.Alarm(view.Policy)})
}
