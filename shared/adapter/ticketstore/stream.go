package ticketstore

import (
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

// The types of the items that the readers of the stream process.
const (
	ticketType = "ticket"
	entryType  = "entry"
)

// ReadImage decodes the new image of a stream record. For items of other types it returns an empty image.
func ReadImage(raw json.RawMessage) (ticket.StreamImage, error) {
	item, err := attributevalue.UnmarshalMapJSON(raw)
	if err != nil {
		return ticket.StreamImage{}, fmt.Errorf("stream image: %w", err)
	}
	number := table.NumberOf(table.KeyOf(item))
	switch table.Type(item) {
	case ticketType:
		t, err := Decode(item)
		return ticket.StreamImage{Ticket: &t, Number: number}, err
	case entryType:
		e, err := decodeEntry(item)
		return ticket.StreamImage{Entry: &e, Number: number}, err
	default:
		return ticket.StreamImage{}, nil
	}
}
