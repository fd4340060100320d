package store

import (
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"

	"mesa/shared/domain/ticket"
)

// ReadImage reads the new image of a stream record.
func ReadImage(raw json.RawMessage) (ticket.Image, error) {
	attributes, err := attributevalue.UnmarshalMapJSON(raw)
	if err != nil {
		return ticket.Image{}, fmt.Errorf("stream image: %w", err)
	}
	switch stringOf(attributes["type"]) {
	case "ticket":
		kept, err := decode[ticketItem](attributes)
		if err != nil {
			return ticket.Image{}, err
		}
		t, err := kept.ticket()
		return ticket.Image{Ticket: &t, Number: t.Number}, err
	case "entry":
		kept, err := decode[entryItem](attributes)
		if err != nil {
			return ticket.Image{}, err
		}
		e, err := kept.entry()
		return ticket.Image{Entry: &e, Number: ticket.Number(kept.Number)}, err
	default:
		return ticket.Image{}, nil
	}
}
