package store

import (
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"

	"mesa/shared/ticket"
)

// Image is what a record of the table's stream holds: a ticket, or an entry of one, or neither.
type Image struct {
	Ticket *ticket.Ticket
	Number ticket.Number
	Entry  *ticket.Entry
}

// ReadImage reads the new image of a stream record.
func ReadImage(raw json.RawMessage) (Image, error) {
	attributes, err := attributevalue.UnmarshalMapJSON(raw)
	if err != nil {
		return Image{}, fmt.Errorf("stream image: %w", err)
	}
	switch stringOf(attributes["type"]) {
	case "ticket":
		kept, err := decode[ticketItem](attributes)
		if err != nil {
			return Image{}, err
		}
		t, err := kept.ticket()
		return Image{Ticket: &t, Number: t.Number}, err
	case "entry":
		kept, err := decode[entryItem](attributes)
		if err != nil {
			return Image{}, err
		}
		e, err := kept.entry()
		return Image{Entry: &e, Number: ticket.Number(kept.Number)}, err
	default:
		return Image{}, nil
	}
}
