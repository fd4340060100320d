package table

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// instantLayout has a fixed width, so that instants sort as text: RFC 3339 in UTC with microseconds.
const instantLayout = "2006-01-02T15:04:05.000000Z"

// Instant is an attribute that is an instant, in the form of FormatInstant.
type Instant string

// InstantOf returns the attribute of a time; the zero time is the empty text.
func InstantOf(t time.Time) Instant { return Instant(FormatInstant(t)) }

// Time returns the time in UTC. Decoding has checked the text.
func (i Instant) Time() time.Time {
	at, _ := ParseInstant(string(i))
	return at
}

// UnmarshalDynamoDBAttributeValue decodes an attribute, and fails when it is not an instant.
func (i *Instant) UnmarshalDynamoDBAttributeValue(attribute types.AttributeValue) error {
	var stored string
	if err := attributevalue.Unmarshal(attribute, &stored); err != nil {
		return err
	}
	if _, err := ParseInstant(stored); err != nil {
		return fmt.Errorf("instant: %w", err)
	}
	*i = Instant(stored)
	return nil
}

// FormatInstant returns a time as it is stored; the zero time is the empty text.
func FormatInstant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(instantLayout)
}

// ParseInstant reads a stored instant; the empty text is the zero time.
func ParseInstant(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(instantLayout, s)
}
