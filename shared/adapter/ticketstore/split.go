package ticketstore

import (
	"context"
	"errors"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

// Split stores a new ticket with copies of another ticket's entries, and the act on the other ticket, in one transaction; see
// ticket.Acts. Afterwards, the files of the copied entries belong to both tickets.
func (s *Store) Split(ctx context.Context, created ticket.Act, copies []ticket.Entry, source ticket.Act) error {
	writes := append(actWrites(source, hasPreviousVersion(source)), actWrites(created, table.IsNew())...)
	last := len(writes) - 1
	for _, entry := range copies {
		writes = append(writes, table.PutNew(newEntryItem(created.Ticket.Number, entry)))
		for _, file := range entry.Attachments {
			writes = append(writes, share(file.ID, created.Ticket.Number))
		}
	}
	err := s.table.Transact(ctx, writes...)
	failed, ok := errors.AsType[*table.FailedConditions](err)
	switch {
	case !ok:
		return err
	// The idempotency record is the last write of the new ticket. If a request is repeated, the condition on the source fails
	// too, because the first request changed the source.
	case failed.At(last):
		return ticket.ErrRepeated
	default:
		return ticket.ErrStale
	}
}

// share returns the write that allows the readers of another ticket to download an attached file.
func share(id string, number ticket.Number) table.Write {
	return table.Update(table.AttachmentKey(id)).Append("alsoIn", string(number)).If(table.Has("number"))
}
