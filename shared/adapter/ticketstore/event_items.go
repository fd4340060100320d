package ticketstore

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/ticket"
)

// eventList is the stored form of an entry's events: a list of maps. Each map holds the event's kind and its fields, which are
// named after the JSON tags of the domain.
type eventList []ticket.Event

const eventKind = "kind"

func byJSONTag(o *attributevalue.EncoderOptions) { o.TagKey = "json" }

// MarshalDynamoDBAttributeValue implements attributevalue.Marshaler.
func (l eventList) MarshalDynamoDBAttributeValue() (types.AttributeValue, error) {
	list := make([]types.AttributeValue, 0, len(l))
	for _, event := range l {
		attributes, err := attributevalue.MarshalMapWithOptions(event, byJSONTag)
		if err != nil {
			return nil, fmt.Errorf("event %s: %w", ticket.KindOf(event), err)
		}
		attributes[eventKind] = &types.AttributeValueMemberS{Value: string(ticket.KindOf(event))}
		list = append(list, &types.AttributeValueMemberM{Value: attributes})
	}
	return &types.AttributeValueMemberL{Value: list}, nil
}

// UnmarshalDynamoDBAttributeValue implements attributevalue.Unmarshaler.
func (l *eventList) UnmarshalDynamoDBAttributeValue(from types.AttributeValue) error {
	list, _ := from.(*types.AttributeValueMemberL)
	if list == nil {
		return fmt.Errorf("events are a %T", from)
	}
	for _, value := range list.Value {
		event, err := readEvent(value)
		if err != nil {
			return err
		}
		*l = append(*l, event)
	}
	return nil
}

func readEvent(from types.AttributeValue) (ticket.Event, error) {
	attributes, _ := from.(*types.AttributeValueMemberM)
	if attributes == nil {
		return nil, fmt.Errorf("an event is a %T", from)
	}
	kind := table.Text(attributes.Value, eventKind)
	return ticket.DecodeEvent(ticket.EventKind(kind), func(event any) error {
		return attributevalue.UnmarshalMapWithOptions(attributes.Value, event, func(o *attributevalue.DecoderOptions) { o.TagKey = "json" })
	})
}
