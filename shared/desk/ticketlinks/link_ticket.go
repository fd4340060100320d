package ticketlinks

import (
	"context"
	"errors"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/desk/ticketacts"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// LinkTicket adds or changes a link between two tickets (G5).
type LinkTicket struct {
	Settings ticketacts.Settings
	Pairs    Pairs
	Clock    clock.Clock
}

// LinkTicket implements the operation link-ticket. It succeeds if the link already exists.
func (l LinkTicket) LinkTicket(ctx context.Context, r api.LinkTicketRequestObject) (api.LinkTicketResponseObject, error) {
	config, err := l.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	var errs fault.FieldErrors
	other := checkOtherNumber(&errs, "number", r.Body.Number, config)
	if !r.Body.Kind.Valid() {
		errs.Add("kind", "field.choice")
	}
	user := caller.From(ctx)
	view := ticketview.New(user, config, l.Clock.Now())
	if err := errs.Err(); err != nil {
		if _, _, missing := ticketacts.Read(ctx, l.Pairs, r.Number, user.Person); missing != nil {
			return nil, missing
		}
		return nil, err
	}
	err = setLink(ctx, l.Pairs, r.Number, other, ticket.LinkKind(r.Body.Kind), view)
	if err != nil {
		return nil, pairFault(err, "number")
	}
	return api.LinkTicket204Response{}, nil
}

// setLink stores the link between two tickets, or removes it if kind is empty. It retries on a conflict, because a link cannot
// overwrite another person's change.
func setLink(ctx context.Context, pairs Pairs, number string, other ticket.Number, kind ticket.LinkKind, view ticketview.View) error {
	for range ticketacts.MaxAttempts {
		pair, err := readPair(ctx, pairs, number, other, "number", view.Reader)
		if err != nil {
			return err
		}
		first, second, err := ticket.SetLink(pair.first, pair.second, view.Reader, kind, view.Policy,
			ticket.Write{ID: ulid.Make().String(), At: view.At}, ticket.Write{ID: ulid.Make().String(), At: view.At})
		if errors.Is(err, ticket.ErrUnchanged) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := savePair(ctx, pairs, first, second, view); !errors.Is(err, ticket.ErrStale) {
			return err
		}
	}
	return fault.New(fault.Unavailable)
}
