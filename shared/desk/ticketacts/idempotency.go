package tickets

import (
	"context"

	"mesa/shared/api"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// createdConcurrently returns the ticket that a concurrent request with the same idempotency key created.
func createdConcurrently(ctx context.Context, acts ticket.Acts, key ticket.IdempotencyKey, view ticketview.View) (api.Ticket, error) {
	record, _, err := acts.RecordAndUploads(ctx, key, nil)
	if err != nil {
		return api.Ticket{}, err
	}
	if record == nil {
		return api.Ticket{}, fault.New(fault.Unavailable)
	}
	return createdBefore(ctx, acts, *record, key, view)
}

// createdBefore returns the ticket that an earlier request with the same idempotency key created (B6). It returns
// fault.Idempotency if the earlier request had different content.
func createdBefore(ctx context.Context, acts ticket.Acts, record ticket.IdempotencyRecord, key ticket.IdempotencyKey, view ticketview.View) (api.Ticket, error) {
	if record.Fingerprint != key.Fingerprint {
		return api.Ticket{}, fault.New(fault.Idempotency)
	}
	t, entries, err := readTicket(ctx, acts, string(record.Number), view.Reader)
	if err != nil {
		return api.Ticket{}, err
	}
	return view.Ticket(t, entries), nil
}
