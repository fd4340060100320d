package tickets

import (
	"context"
	"errors"

	"github.com/oklog/ulid/v2"

	"mesa/shared/api"
	"mesa/shared/desk/caller"
	"mesa/shared/domain/clock"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// LinkTicket ties two tickets by hand.
type LinkTicket struct {
	Desk  Desk
	Pairs Pairs
	Clock clock.Clock
}

// LinkTicket implements the operation link-ticket. What is so already is answered as if it had been done.
func (l LinkTicket) LinkTicket(ctx context.Context, r api.LinkTicketRequestObject) (api.LinkTicketResponseObject, error) {
	desk, err := l.Desk.Desk(ctx)
	if err != nil {
		return nil, err
	}
	var fields fault.Fields
	other := otherNumber(&fields, "number", r.Body.Number, desk)
	if !r.Body.Kind.Valid() {
		fields.Add("kind", "field.choice")
	}
	who := caller.From(ctx)
	view := viewOf(who, desk, l.Clock.Now())
	if err := fields.Err(); err != nil {
		if _, _, missing := readable(ctx, l.Pairs, r.Number, who.Person); missing != nil {
			return nil, missing
		}
		return nil, err
	}
	err = tie(ctx, l.Pairs, r.Number, other, ticket.LinkKind(r.Body.Kind), view)
	if err != nil {
		return nil, notTied(err, "number")
	}
	return api.LinkTicket204Response{}, nil
}

// tie makes or takes away the link by hand between two tickets. It undoes nobody's work, so where another act came first it is
// made anew on what that one left.
func tie(ctx context.Context, pairs Pairs, number string, other ticket.Number, kind ticket.LinkKind, view view) error {
	for range mostAnew {
		read, err := readPair(ctx, pairs, number, other, "number", view.by)
		if err != nil {
			return err
		}
		here, there, err := ticket.SetLink(read.here, read.there, ticket.By(view.by), kind, view.policy,
			ticket.Write{ID: ulid.Make().String(), At: view.at}, ticket.Write{ID: ulid.Make().String(), At: view.at})
		if errors.Is(err, ticket.ErrUnchanged) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := saveSteps(ctx, pairs, here, there, view); !errors.Is(err, ticket.ErrStale) {
			return err
		}
	}
	return fault.New(fault.Unavailable)
}
