package tickets

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// createdConcurrently returns the ticket that a concurrent request with the same idempotency key created.
func createdConcurrently(ctx context.Context, acts ticket.Acts, retry ticket.Retry, view ticketview.View) (api.Ticket, error) {
	done, _, err := acts.Prior(ctx, retry, nil)
	if err != nil {
		return api.Ticket{}, err
	}
	if done == nil {
		return api.Ticket{}, fault.New(fault.Unavailable)
	}
	return createdBefore(ctx, acts, *done, retry, view)
}

// createdBefore returns the ticket that an earlier request with the same idempotency key created (B6). It returns
// fault.Idempotency if the earlier request had different content.
func createdBefore(ctx context.Context, acts ticket.Acts, done ticket.Done, retry ticket.Retry, view ticketview.View) (api.Ticket, error) {
	if done.Fingerprint != retry.Fingerprint {
		return api.Ticket{}, fault.New(fault.Idempotency)
	}
	t, entries, err := readable(ctx, acts, string(done.Number), view.By)
	if err != nil {
		return api.Ticket{}, err
	}
	return view.Ticket(t, entries), nil
}
