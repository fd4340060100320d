// Package ticketlinks implements the use cases of the operations that connect two tickets: linking, merging and splitting (G5–G7).
package ticketlinks

import (
	"context"
	"errors"

	"mesa/shared/desk/ticketacts"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/account"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// Pairs reads and stores pairs of tickets.
type Pairs interface {
	ticket.Acts
	// Ticket returns a ticket without its entries. It returns fault.NotFound if the ticket does not exist.
	Ticket(ctx context.Context, number ticket.Number) (ticket.Ticket, error)
}

// pair is a pair of tickets, with the entries of the first ticket.
type pair struct {
	first, second ticket.Ticket
	entries       []ticket.Entry
}

// maxNumber is the maximum length in characters of a text with a ticket number, such as the address of a page.
const maxNumber = 200

// checkOtherNumber parses the number of another ticket in a text that a person typed or pasted. It adds a field error if the
// text contains no number, or several.
func checkOtherNumber(errs *fault.FieldErrors, name, input string, config settings.Configuration) ticket.Number {
	input = check.Line(errs, name, input, 1, maxNumber)
	n, ok := config.Numbering.ParseInput(input)
	if !ok {
		if input != "" {
			errs.Add(name, "field.ticket")
		}
		return ""
	}
	return config.Numbering.Format(n)
}

// readPair reads two tickets for staff in one round. If the second ticket does not exist, it returns a field error.
func readPair(ctx context.Context, pairs Pairs, number string, other ticket.Number, name string, by account.Person) (pair, error) {
	var result pair
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			result.first, result.entries, err = ticketacts.Read(ctx, pairs, number, by)
			return err
		},
		func(ctx context.Context) (err error) {
			result.second, err = pairs.Ticket(ctx, other)
			if fault.Is(err, fault.NotFound) {
				return nil
			}
			return err
		})
	if err == nil && result.second.Number == "" {
		var errs fault.FieldErrors
		errs.Add(name, "field.ticket")
		err = errs.Err()
	}
	return result, err
}

// pairFault returns the field error for a ticket that cannot be linked or merged.
func pairFault(err error, name string) error {
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
	case errors.Is(err, ticket.ErrTooManyTags):
		errs.Add(name, "field.merge-tags", locale.With("count", ticket.MaxTags))
	case errors.Is(err, ticket.ErrOtherOrganization):
		errs.Add(name, "field.other-organization")
	case errors.Is(err, ticket.ErrUnconfirmed):
		errs.Add("acrossOrganizations", "field.merge-unconfirmed")
	case errors.Is(err, ticket.ErrTooManyParticipants):
		errs.Add(name, "field.participants", locale.With("count", ticket.MaxParticipants))
	default:
		return ticketacts.FaultOf(err)
	}
	return errs.Err()
}

// savePair stores the results of an act on two tickets.
func savePair(ctx context.Context, pairs Pairs, first, second ticket.Change, view ticketview.View) error {
	return pairs.SaveBoth(ctx,
		ticket.Act{Ticket: first.Ticket, Entry: first.Entry, Alarm: first.Ticket.Alarm(view.Policy)},
		ticket.Act{Ticket: second.Ticket, Entry: second.Entry, Alarm: second.Ticket.Alarm(view.Policy)})
}
