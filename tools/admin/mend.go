package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
	"mesa/shared/edge/eventapi"
)

// mend corrects counters, tags and ranks, unless they have changed since the comparison, and indexes tickets. It returns the number
// of mended disagreements.
func (r reconciler) mend(ctx context.Context, found disagreements) (int, error) {
	mended := 0
	for counter, difference := range found.counters {
		err := r.correct(ctx, counter, difference)
		if errors.Is(err, table.ErrConflict) {
			continue
		}
		if err != nil {
			return mended, err
		}
		mended++
	}
	for number, change := range found.ranks {
		write := table.Update(table.TicketKey(number)).Set("rank", change.correct).If(table.Equal("card.version", change.version))
		err := r.table.Write(ctx, write)
		if errors.Is(err, table.ErrConflict) {
			continue // an act has stored the ticket with its rank
		}
		if err != nil {
			return mended, fmt.Errorf("rank of %s: %w", number, err)
		}
		mended++
	}
	for number := range found.tickets {
		if err := r.index(ctx, number); err != nil {
			return mended, fmt.Errorf("index %s: %w", number, err)
		}
		mended++
	}
	return mended, nil
}

// correct sets a counter to the counted value. It returns table.ErrConflict if the counter has changed since the comparison.
func (r reconciler) correct(ctx context.Context, c counter, d difference) error {
	isUnchanged := table.Equal(c.attribute, d.stored)
	if d.stored == 0 {
		isUnchanged = isUnchanged.Or(table.Lacks(c.attribute))
	}
	return r.table.Write(ctx, table.Upsert(c.key, c.itemType()).Set(c.attribute, d.counted).If(isUnchanged))
}

// itemType returns the type of the counter's item.
func (c counter) itemType() string {
	if c.key.PK == table.TagsPartition {
		return "tag"
	}
	return "counts"
}

// index invokes route with a ticket, as the table's stream does.
func (r reconciler) index(ctx context.Context, number ticket.Number) error {
	item, err := r.table.Get(ctx, table.TicketKey(number), table.Consistent)
	if err != nil {
		return err
	}
	image, err := attributevalue.MarshalMapJSON(item)
	if err != nil {
		return err
	}
	event := eventapi.StreamEvent{Records: make([]eventapi.StreamRecord, 1)}
	event.Records[0].Change.NewImage = image
	payload, err := json.Marshal(event)
	if err != nil {
		return err
	}
	return invoke(ctx, r.functions, r.route, payload)
}
