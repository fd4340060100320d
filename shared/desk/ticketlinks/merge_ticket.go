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

// MergeTicket merges a ticket into another (G6).
type MergeTicket struct {
	Settings ticketacts.NamedSettings
	Pairs    Pairs
	Clock    clock.Clock
}

// MergeTicket implements the operation merge-ticket. The version in the request is that of the source; a change of the source
// since then is a conflict. If the target has changed, the act is retried.
func (m MergeTicket) MergeTicket(ctx context.Context, r api.MergeTicketRequestObject) (api.MergeTicketResponseObject, error) {
	user := caller.From(ctx)
	config, err := m.Settings.Configuration(ctx)
	if err != nil {
		return nil, err
	}
	var errs fault.FieldErrors
	targetNumber := checkOtherNumber(&errs, "into", r.Body.Into, config)
	if r.Body.Version < 1 {
		errs.Add("version", "field.required")
	}
	view := ticketview.New(user, config, m.Clock.Now())
	if err := errs.Err(); err != nil {
		if _, _, missing := ticketacts.Read(ctx, m.Pairs, r.Number, user.Person); missing != nil {
			return nil, missing
		}
		return nil, err
	}
	for range ticketacts.MaxAttempts {
		pair, err := readPair(ctx, m.Pairs, r.Number, targetNumber, "into", view.Reader)
		if err != nil {
			return nil, err
		}
		if r.Body.Version != pair.first.Version {
			return nil, ticketacts.NewStaleConflict(r.Body.Version, pair.first, pair.entries, view)
		}
		source, target, err := ticket.Merge(pair.first, pair.second, view.Reader, api.Given(r.Body.AcrossOrganizations), view.Policy,
			ticket.Write{ID: ulid.Make().String(), At: view.At}, ticket.Write{ID: ulid.Make().String(), At: view.At})
		if err != nil {
			return nil, pairFault(err, "into")
		}
		parties, err := ticketacts.PartiesOf(ctx, m.Settings, source.Ticket)
		if err != nil {
			return nil, err
		}
		err = savePair(ctx, m.Pairs, source, target, view)
		if errors.Is(err, ticket.ErrStale) {
			continue
		}
		if err != nil {
			return nil, err
		}
		return api.MergeTicket200JSONResponse(view.WithParties(parties).Ticket(source.Ticket, append(pair.entries, source.Entry))), nil
	}
	return nil, fault.New(fault.Unavailable)
}
