package tickets

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// madeMeanwhile returns the ticket that another request with a key made while this one was on its way.
func madeMeanwhile(ctx context.Context, acts ticket.Acts, retry ticket.Retry, view view) (api.Ticket, error) {
	done, _, err := acts.Prior(ctx, retry, nil)
	if err != nil {
		return api.Ticket{}, err
	}
	if done == nil {
		return api.Ticket{}, fault.New(fault.Unavailable)
	}
	return madeBefore(ctx, acts, *done, retry, view)
}

// madeBefore returns the ticket that the same request made before (B6); fault.Idempotency where it was another request.
func madeBefore(ctx context.Context, acts ticket.Acts, done ticket.Done, retry ticket.Retry, view view) (api.Ticket, error) {
	if done.Fingerprint != retry.Fingerprint {
		return api.Ticket{}, fault.New(fault.Idempotency)
	}
	t, entries, err := readable(ctx, acts, string(done.Number), view.by)
	if err != nil {
		return api.Ticket{}, err
	}
	return view.ticket(t, entries), nil
}
