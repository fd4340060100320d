package store

import (
	"context"
	"errors"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"mesa/shared/domain/fault"
	"mesa/shared/domain/ticket"
)

// Thread returns a ticket and its entries, oldest first, in one Query; fault.NotFound when there is none. The read is
// consistent: who has just written finds it.
func (t *Table) Thread(ctx context.Context, number ticket.Number) (ticket.Ticket, []ticket.Entry, error) {
	all, err := t.queryAll(ctx, &dynamodb.QueryInput{
		KeyConditionExpression:    aws.String("pk = :pk"),
		ExpressionAttributeValues: item{":pk": text(ticketPartition(string(number)))},
		ConsistentRead:            aws.Bool(true),
	})
	if err != nil {
		return ticket.Ticket{}, nil, err
	}
	var found ticket.Ticket
	entries := make([]ticket.Entry, 0, len(all))
	for _, attributes := range all {
		if !strings.HasPrefix(keyOf(attributes).SK, entryPrefix) {
			if found, err = decodeTicket(attributes); err != nil {
				return ticket.Ticket{}, nil, err
			}
			continue
		}
		kept, err := decode[entryItem](attributes)
		if err != nil {
			return ticket.Ticket{}, nil, err
		}
		entry, err := kept.entry()
		if err != nil {
			return ticket.Ticket{}, nil, err
		}
		entries = append(entries, entry)
	}
	if found.Number == "" {
		return ticket.Ticket{}, nil, fault.New(fault.NotFound)
	}
	return found, entries, nil
}

// Ticket returns a ticket without its entries; fault.NotFound when there is none.
func (t *Table) Ticket(ctx context.Context, number ticket.Number) (ticket.Ticket, error) {
	kept, err := t.get(ctx, ticketKey(string(number)), true)
	if errors.Is(err, ErrMissing) {
		return ticket.Ticket{}, fault.Because(fault.NotFound, err)
	}
	if err != nil {
		return ticket.Ticket{}, err
	}
	return decodeTicket(kept)
}

func decodeTicket(attributes item) (ticket.Ticket, error) {
	kept, err := decode[ticketItem](attributes)
	if err != nil {
		return ticket.Ticket{}, err
	}
	return kept.ticket()
}
