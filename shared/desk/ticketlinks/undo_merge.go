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
	"mesa/shared/domain/settings"
	"mesa/shared/domain/ticket"
	"mesa/shared/platform/observe"
)

// UndoMerge undoes the merge of a ticket into another one (G6).
type UndoMerge struct {
	Settings ticketacts.NamedSettings
	Pairs    Pairs
	Clock    clock.Clock
}

// UndoMerge implements the operation undo-merge. If one of the tickets has changed since it was read, the act is retried: it does
// not overwrite a change of another person.
func (u UndoMerge) UndoMerge(ctx context.Context, r api.UndoMergeRequestObject) (api.UndoMergeResponseObject, error) {
	user := caller.From(ctx)
	for range ticketacts.MaxAttempts {
		var (
			config settings.Configuration
			source ticket.Ticket
			thread []ticket.Entry
		)
		err := observe.Parallel(ctx,
			func(ctx context.Context) (err error) {
				config, err = u.Settings.Configuration(ctx)
				return err
			},
			func(ctx context.Context) (err error) {
				source, thread, err = ticketacts.Read(ctx, u.Pairs, r.Number, user.Person)
				return err
			})
		if err != nil {
			return nil, err
		}
		view := ticketview.New(user, config, u.Clock.Now())
		if source.MergedInto() == "" {
			return nil, ticketacts.FaultOf(ticket.ErrNotMerged)
		}
		undone, parties, err := u.undo(ctx, source, thread, view)
		if errors.Is(err, ticket.ErrStale) {
			continue
		}
		if err != nil {
			return nil, ticketacts.FaultOf(err)
		}
		return api.UndoMerge200JSONResponse(view.WithParties(parties).Ticket(undone.Ticket, append(thread, undone.Entry))), nil
	}
	return nil, fault.New(fault.Unavailable)
}

// undo reads the target, undoes the merge and stores the result. It returns the change of the source, and the organizations
// and people that the source names.
func (u UndoMerge) undo(ctx context.Context, source ticket.Ticket, thread []ticket.Entry, view ticketview.View) (ticket.Change, settings.Parties, error) {
	var (
		target       ticket.Ticket
		targetThread []ticket.Entry
		parties      settings.Parties
	)
	err := observe.Parallel(ctx,
		func(ctx context.Context) (err error) {
			target, targetThread, err = u.Pairs.Thread(ctx, source.MergedInto())
			return err
		},
		func(ctx context.Context) (err error) {
			parties, err = ticketacts.PartiesOf(ctx, u.Settings, source)
			return err
		})
	if err != nil {
		return ticket.Change{}, parties, err
	}
	reopened, unmerged, err := ticket.UndoMerge(source, target, thread, targetThread, view.Reader, view.Policy,
		ticket.Write{ID: ulid.Make().String(), At: view.At}, ticket.Write{ID: ulid.Make().String(), At: view.At})
	if err != nil {
		return ticket.Change{}, parties, err
	}
	return reopened, parties, savePair(ctx, u.Pairs, reopened, unmerged, view)
}
