package ticket

import "fmt"

// eventType is a type of event: its zero value, and a function that decodes an event of this type.
type eventType struct {
	zero   Event
	decode func(into func(event any) error) (Event, error)
}

func eventTypeOf[E Event]() eventType {
	var zero E
	return eventType{zero, func(into func(event any) error) (Event, error) {
		var event E
		err := into(&event)
		return event, err
	}}
}

// Events returns the zero value of every type of event.
func Events() []Event {
	events := make([]Event, 0, len(eventTypes))
	for _, t := range eventTypes {
		events = append(events, t.zero)
	}
	return events
}

// DecodeEvent returns an event of a kind. into receives a pointer to the event and decodes the stored fields into it.
// DecodeEvent returns the error of into, or an error for an unknown kind.
func DecodeEvent(kind EventKind, into func(event any) error) (Event, error) {
	for _, t := range eventTypes {
		if t.zero.kind() == kind {
			event, err := t.decode(into)
			if err != nil {
				return nil, fmt.Errorf("event %s: %w", kind, err)
			}
			return event, nil
		}
	}
	return nil, fmt.Errorf("unknown event %q", kind)
}
