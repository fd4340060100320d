package table

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// instantLayout is RFC 3339 in UTC with microseconds. Its width is fixed, so that instants sort correctly as text.
const instantLayout = "2006-01-02T15:04:05.000000Z"

// Instant is a time attribute, formatted by FormatInstant.
type Instant string

// InstantOf returns the attribute of a time. The zero time becomes "".
func InstantOf(t time.Time) Instant { return Instant(FormatInstant(t)) }

// Time returns the time in UTC. It ignores errors, because decoding has validated the text.
func (i Instant) Time() time.Time {
	at, _ := ParseInstant(string(i))
	return at
}

// UnmarshalDynamoDBAttributeValue decodes an attribute. It returns an error if the attribute is not an instant.
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

// FormatInstant returns a time in the stored format. The zero time becomes "".
func FormatInstant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(instantLayout)
}

// ParseInstant parses a stored instant. "" becomes the zero time.
func ParseInstant(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(instantLayout, s)
}
