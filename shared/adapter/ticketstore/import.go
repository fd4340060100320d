package ticketstore

import (
	"context"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

// Import stores a ticket with all its entries in one transaction, for tickets from another system and for demo data. The entries
// and participants together must be at most 99. It returns table.ErrConflict if the ticket exists.
func (s *Store) Import(ctx context.Context, t ticket.Ticket, alarm ticket.Alarm, entries []ticket.Entry) error {
	var writes []table.Write
	for _, write := range Writes(t, alarm, entries) {
		writes = append(writes, write.If(table.IsNew()))
	}
	return s.table.Transact(ctx, writes...)
}

// Writes returns the unconditional writes that store a ticket with all its entries and the cards of its participants.
func Writes(t ticket.Ticket, alarm ticket.Alarm, entries []ticket.Entry) []table.Write {
	writes := []table.Write{table.Put(newTicketItem(t, alarm))}
	for _, entry := range entries {
		writes = append(writes, table.Put(newEntryItem(t.Number, entry)))
	}
	for _, participant := range t.Participants {
		writes = append(writes, table.Put(newParticipationItem(participant.ID, t)))
	}
	return writes
}
