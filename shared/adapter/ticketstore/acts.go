package ticketstore

import (
	"context"
	"errors"
	"time"

	"mesa/shared/adapter/limitstore"
	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

// idempotencyLifetime is the minimum time for which a retried request is recognized (B6).
const idempotencyLifetime = 24 * time.Hour

// idempotencyItem records the result of a request with an idempotency key.
type idempotencyItem struct {
	table.Header
	Number      string `dynamodbav:"number"`
	EntryID     string `dynamodbav:"entryId"`
	Fingerprint string `dynamodbav:"fingerprint"`
}

// Create stores a new ticket; see ticket.Acts.
func (s *Store) Create(ctx context.Context, act ticket.Act) error {
	return s.store(ctx, act, table.IsNew())
}

// Save stores an act if the ticket still has the version that the act was based on; see ticket.Acts.
func (s *Store) Save(ctx context.Context, act ticket.Act) error {
	return s.store(ctx, act, hasPreviousVersion(act))
}

// store stores an act. condition is the condition on the ticket.
func (s *Store) store(ctx context.Context, act ticket.Act, condition table.Condition) error {
	writes := actWrites(act, condition)
	return actError(s.table.Transact(ctx, writes...), act, len(writes)-1)
}

// SaveBoth stores one act on each of two tickets, in one transaction; see ticket.Acts.
func (s *Store) SaveBoth(ctx context.Context, first, second ticket.Act) error {
	writes := append(actWrites(first, hasPreviousVersion(first)), actWrites(second, hasPreviousVersion(second))...)
	return table.ConflictAs(ticket.ErrStale, s.table.Transact(ctx, writes...))
}

func hasPreviousVersion(act ticket.Act) table.Condition {
	return table.Equal("card.version", act.Ticket.Version-1)
}

// The positions of the ticket, the entry and the first file in the result of actWrites. The files are followed by the
// idempotency record, by the participants' cards, and by the use of a quota, as far as the act has these.
const (
	ticketPosition = iota
	entryPosition
	filesPosition
)

// actWrites returns the writes that store an act. condition is the condition on the ticket.
func actWrites(act ticket.Act, condition table.Condition) []table.Write {
	writes := []table.Write{
		ticketPosition: table.Put(newTicketItem(act.Ticket, act.Alarm)).If(condition),
		entryPosition:  table.PutNew(newEntryItem(act.Ticket.Number, act.Entry)),
	}
	for _, file := range act.Entry.Attachments {
		writes = append(writes, attach(act, file))
	}
	if act.IdempotencyKey.Key != "" {
		expires := act.Entry.At.Add(idempotencyLifetime)
		writes = append(writes, table.PutNew(idempotencyItem{
			Header: table.ExpiringHeader(table.IdempotencyKey(act.IdempotencyKey.PersonID, act.IdempotencyKey.Key), "idempotency", expires),
			Number: string(act.Ticket.Number), EntryID: act.Entry.ID, Fingerprint: act.IdempotencyKey.Fingerprint,
		}))
	}
	writes = append(writes, participationWrites(act)...)
	if act.QuotaUse.Amount != 0 {
		writes = append(writes, limitstore.QuotaWrite(act.QuotaUse))
	}
	return writes
}

// actError converts a failed condition of actWrites to an error of the domain. It checks the idempotency record first: when a
// request is repeated, the conditions on the ticket and the files fail too, because the first request changed them. last is the
// position of the last write, which is the use of a quota if the act has one.
func actError(err error, act ticket.Act, last int) error {
	failed, ok := errors.AsType[*table.FailedConditions](err)
	switch {
	case !ok:
		return err
	case act.IdempotencyKey.Key != "" && failed.At(filesPosition+len(act.Entry.Attachments)):
		return ticket.ErrRepeated
	case failed.At(ticketPosition), failed.At(entryPosition):
		return ticket.ErrStale
	case act.QuotaUse.Amount != 0 && failed.At(last):
		return act.QuotaUse.Exceeded()
	default:
		return ticket.ErrFileUnavailable
	}
}

// RecordAndUploads returns the result of an earlier request with the same idempotency key, and the records of the files with the
// given ids, in one round; see ticket.Acts.
func (s *Store) RecordAndUploads(ctx context.Context, key ticket.IdempotencyKey, uploads []string) (*ticket.IdempotencyRecord, map[string]ticket.Upload, error) {
	record := table.IdempotencyKey(key.PersonID, key.Key)
	keys := uploadKeys(uploads)
	if key.Key != "" {
		keys = append(keys, record)
	}
	if len(keys) == 0 {
		return nil, nil, nil
	}
	items, err := s.table.BatchGet(ctx, table.Consistent, keys...)
	if err != nil {
		return nil, nil, err
	}
	files := make(map[string]ticket.Upload, len(uploads))
	for _, id := range uploads {
		item, ok := items[table.AttachmentKey(id)]
		if !ok {
			continue
		}
		stored, err := table.Decode[attachmentItem](item)
		if err != nil {
			return nil, nil, err
		}
		files[id] = stored.upload()
	}
	if items[record] == nil {
		return nil, files, nil
	}
	stored, err := table.Decode[idempotencyItem](items[record])
	return &ticket.IdempotencyRecord{Number: ticket.Number(stored.Number), EntryID: stored.EntryID, Fingerprint: stored.Fingerprint}, files, err
}
