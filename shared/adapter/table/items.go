package table

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"time"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// layoutVersion is the layout version that NewHeader and Upsert set.
const layoutVersion = 1

// Header holds the attributes that every item has. The structs that Put accepts embed it.
type Header struct {
	PK   string `dynamodbav:"pk"`
	SK   string `dynamodbav:"sk"`
	Type string `dynamodbav:"type"`
	// V is the version of the item's layout. Code that reads items written by older code depends on it.
	V int `dynamodbav:"v"`
	// ExpiresAt is the time, in Unix seconds, after which DynamoDB may delete the item. 0 means never.
	ExpiresAt int64 `dynamodbav:"expiresAt,omitempty"`
}

// NewHeader returns the header of an item with the given key and type.
func NewHeader(key Key, kind string) Header {
	return Header{PK: key.PK, SK: key.SK, Type: kind, V: layoutVersion}
}

// ExpiringHeader returns the header of an item that DynamoDB may delete after a time. The deletion can take days.
func ExpiringHeader(key Key, kind string, at time.Time) Header {
	h := NewHeader(key, kind)
	h.ExpiresAt = at.Unix()
	return h
}

// Encode returns the attributes of an item struct.
func Encode(item any) (Item, error) {
	attributes, err := attributevalue.MarshalMap(item)
	if err != nil {
		return nil, fmt.Errorf("encode %T: %w", item, err)
	}
	return attributes, nil
}

// HasAttributes reports whether an item has these attributes with these values. It compares by reflection, because the values are
// nested unions for which the SDK has no comparison.
func HasAttributes(item, attributes Item) bool {
	for name, value := range attributes {
		if !reflect.DeepEqual(item[name], value) {
			return false
		}
	}
	return true
}

// Decode decodes attributes into an item struct. For nil it returns the zero value.
func Decode[T any](attributes Item) (T, error) {
	var item T
	if err := attributevalue.UnmarshalMap(attributes, &item); err != nil {
		return item, fmt.Errorf("decode %T: %w", item, err)
	}
	return item, nil
}

// DecodeEach decodes items and converts each item to a type of the domain.
func DecodeEach[T, D any](items []Item, convert func(T) D) ([]D, error) {
	all := make([]D, 0, len(items))
	for _, attributes := range items {
		item, err := Decode[T](attributes)
		if err != nil {
			return nil, err
		}
		all = append(all, convert(item))
	}
	return all, nil
}

// DecodeAll decodes items into item structs.
func DecodeAll[T any](items []Item) ([]T, error) {
	return DecodeEach(items, func(item T) T { return item })
}

// GetAs reads and decodes an item. It returns ErrMissing if the item does not exist.
func GetAs[T any](ctx context.Context, t *Table, key Key, consistency Consistency) (T, error) {
	attributes, err := t.Get(ctx, key, consistency)
	if err != nil {
		var none T
		return none, err
	}
	return Decode[T](attributes)
}

// FindAs reads and decodes an item. It returns the zero value if the item does not exist.
func FindAs[T any](ctx context.Context, t *Table, key Key, consistency Consistency) (T, error) {
	item, err := GetAs[T](ctx, t, key, consistency)
	if errors.Is(err, ErrMissing) {
		return item, nil
	}
	return item, err
}

// Text returns the value of a text attribute, or "" if the item does not have it.
func Text(attributes Item, name string) string {
	if s, ok := attributes[name].(*types.AttributeValueMemberS); ok {
		return s.Value
	}
	return ""
}

// Type returns the type of an item.
func Type(attributes Item) string { return Text(attributes, "type") }

func text(s string) *types.AttributeValueMemberS { return &types.AttributeValueMemberS{Value: s} }
