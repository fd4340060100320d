package store

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/ticket"
)

// Import keeps a ticket that has a history already, with all its entries, all or nothing: for what comes from another desk
// and for demo data. Up to 99 entries. ErrTaken when there is such a ticket already.
func (t *Table) Import(ctx context.Context, last ticket.Ticket, alarm ticket.Alarm, entries []ticket.Entry) error {
	items := []any{newTicketItem(last, alarm)}
	for _, entry := range entries {
		items = append(items, newEntryItem(last.Number, entry))
	}
	for _, participant := range last.Participants {
		items = append(items, newParticipationItem(participant.ID, last))
	}
	return t.addAll(ctx, items)
}

// addAll puts items that must not be there yet, all or nothing.
func (t *Table) addAll(ctx context.Context, items []any) error {
	writes := make([]types.TransactWriteItem, 0, len(items))
	for _, one := range items {
		attributes, err := encode(one)
		if err != nil {
			return err
		}
		writes = append(writes, types.TransactWriteItem{Put: &types.Put{
			TableName: &t.name, Item: attributes, ConditionExpression: aws.String("attribute_not_exists(pk)"),
		}})
	}
	return t.transact(ctx, writes...)
}
