package ticketacts

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"mesa/shared/api"
	"mesa/shared/desk/ticketview"
	"mesa/shared/domain/check"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/ticket"
)

// CreatedConcurrently returns the ticket that a concurrent request with the same idempotency key created.
func CreatedConcurrently(ctx context.Context, acts ticket.Acts, from NamedSettings, key ticket.IdempotencyKey, view ticketview.View) (api.Ticket, error) {
	record, _, err := acts.RecordAndUploads(ctx, key, nil)
	if err != nil {
		return api.Ticket{}, err
	}
	if record == nil {
		return api.Ticket{}, fault.New(fault.Unavailable)
	}
	return CreatedBefore(ctx, acts, from, *record, key, view)
}

// CreatedBefore returns the ticket that an earlier request with the same idempotency key created (B6). It returns
// fault.Idempotency if the earlier request had different content.
func CreatedBefore(ctx context.Context, acts ticket.Acts, from NamedSettings, record ticket.IdempotencyRecord, key ticket.IdempotencyKey, view ticketview.View) (api.Ticket, error) {
	if record.Fingerprint != key.Fingerprint {
		return api.Ticket{}, fault.New(fault.Idempotency)
	}
	t, entries, err := Read(ctx, acts, string(record.Number), view.Reader)
	if err != nil {
		return api.Ticket{}, err
	}
	parties, err := PartiesOf(ctx, from, t)
	if err != nil {
		return api.Ticket{}, err
	}
	return view.WithParties(parties).Ticket(t, entries), nil
}

// The limits of keys and identifiers in a request.
const (
	maxKey         = 128
	maxAttachments = 10
	maxID          = 64
)

// WithinLimits reports whether an idempotency key and identifiers are within the limits. If they are not, no lookup is needed,
// because validation refuses the request.
func WithinLimits(key string, ids []string) bool {
	if len(key) > maxKey || len(ids) > maxAttachments {
		return false
	}
	return !slices.ContainsFunc(ids, func(id string) bool { return id == "" || len(id) > maxID })
}

// Prior holds what was stored before a request with an Idempotency-Key: the idempotency record of an earlier request with
// the key, and the uploaded files.
type Prior struct {
	Record  *ticket.IdempotencyRecord
	Uploads map[string]ticket.Upload
}

// ReadPrior reads the idempotency record and the files of a request.
func ReadPrior(ctx context.Context, acts ticket.Acts, key ticket.IdempotencyKey, uploads []string) (Prior, error) {
	if !WithinLimits(key.Key, uploads) {
		return Prior{}, nil
	}
	record, found, err := acts.RecordAndUploads(ctx, key, uploads)
	return Prior{record, found}, err
}

// CheckKey validates an Idempotency-Key.
func CheckKey(errs *fault.FieldErrors, key string) {
	if !check.IsID(key, 8, maxKey) {
		errs.Add("Idempotency-Key", "field.format")
	}
}

// Fingerprint returns a hash of a request. A different request with the same key has a different fingerprint.
func Fingerprint(request any) string {
	encoded, err := json.Marshal(request)
	if err != nil {
		panic(fmt.Sprintf("a request that came as JSON does not marshal: %v", err))
	}
	sum := sha256.Sum256(encoded)
	return hex.EncodeToString(sum[:12])
}

// CheckIDs validates the identifiers of attachments before the files are looked up.
func CheckIDs(errs *fault.FieldErrors, ids []string) {
	if len(ids) > maxAttachments {
		errs.Add("attachmentIds", "field.attachment-count", locale.With("count", maxAttachments))
	}
	for i, id := range ids {
		if id == "" || len(id) > maxID {
			errs.Add("attachmentIds."+strconv.Itoa(i), "field.attachment-missing")
		}
	}
}
