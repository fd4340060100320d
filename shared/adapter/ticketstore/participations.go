package ticketstore

import (
	"context"
	"errors"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

// participationItem is a copy of a ticket's card for the lists of a participant. It has the same index keys as a requester's
// own tickets, so one query returns both.
type participationItem struct {
	table.Header
	Card            cardPart      `dynamodbav:"card"`
	CreatedAt       table.Instant `dynamodbav:"createdAt"`
	UpdatedAt       table.Instant `dynamodbav:"updatedAt"`
	CreatedBy       string        `dynamodbav:"createdBy"`
	RequesterStatus string        `dynamodbav:"requesterStatus"`
}

func newParticipationItem(person string, t ticket.Ticket) participationItem {
	stored, partition := newTicketItem(t, ticket.Alarm{}), table.StatusPartition(person, t.Status)
	return participationItem{
		Header: table.NewHeader(table.ParticipationKey(person, t.Number), "participation"),
		Card:   stored.Card, CreatedAt: stored.CreatedAt, UpdatedAt: stored.UpdatedAt, CreatedBy: partition, RequesterStatus: partition,
	}
}

// participationWrites returns the writes that add and delete participants' cards. They are part of the transaction of the act
// that adds or removes the participants.
func participationWrites(act ticket.Act) []table.Write {
	var writes []table.Write
	for _, event := range act.Entry.Events {
		switch event := event.(type) {
		case ticket.ParticipantRemoved:
			writes = append(writes, table.Delete(table.ParticipationKey(event.Participant.ID, act.Ticket.Number)))
		case ticket.ParticipantAdded:
			writes = append(writes, table.Put(newParticipationItem(event.Participant.ID, act.Ticket)))
		default: // no other event adds or removes a card
		}
	}
	return writes
}

// UpdateParticipations updates the participants' cards to a version of the ticket. It does not replace a newer card, nor create
// a missing card: that participant was removed after the ticket was read.
func (s *Store) UpdateParticipations(ctx context.Context, t ticket.Ticket) error {
	for _, participant := range t.Participants {
		card := table.Put(newParticipationItem(participant.ID, t)).If(table.Exists().And(table.Less("card.version", t.Version)))
		if err := s.table.Write(ctx, card); err != nil && !errors.Is(err, table.ErrConflict) {
			return err
		}
	}
	return nil
}
