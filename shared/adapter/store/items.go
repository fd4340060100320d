package store

import (
	"fmt"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// header is what every item begins with.
type header struct {
	PK   string `dynamodbav:"pk"`
	SK   string `dynamodbav:"sk"`
	Type string `dynamodbav:"type"`
	// V is the version of the item's layout, for code that must read what older code wrote.
	V int `dynamodbav:"v"`
	// ExpiresAt is when DynamoDB may delete the item, in Unix seconds; 0 keeps it.
	ExpiresAt int64 `dynamodbav:"expiresAt,omitempty"`
}

func head(key Key, kind string) header { return header{PK: key.PK, SK: key.SK, Type: kind, V: 1} }

// encode and decode are between our item structs and DynamoDB's attributes.
func encode(v any) (item, error) {
	attributes, err := attributevalue.MarshalMap(v)
	if err != nil {
		return nil, fmt.Errorf("encode %T: %w", v, err)
	}
	return attributes, nil
}

func decode[T any](attributes item) (T, error) {
	var v T
	if err := attributevalue.UnmarshalMap(attributes, &v); err != nil {
		return v, fmt.Errorf("decode %T: %w", v, err)
	}
	return v, nil
}

func decodeAll[T any](items []item) ([]T, error) { return each(items, decode[T]) }

// each reads every one of some items.
func each[T any](items []item, read func(item) (T, error)) ([]T, error) {
	all := make([]T, 0, len(items))
	for _, attributes := range items {
		v, err := read(attributes)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}

func keyOf(attributes item) Key {
	return Key{PK: stringOf(attributes["pk"]), SK: stringOf(attributes["sk"])}
}

func stringOf(attribute types.AttributeValue) string {
	if s, ok := attribute.(*types.AttributeValueMemberS); ok {
		return s.Value
	}
	return ""
}

func expiring(key Key, kind string, at time.Time) header {
	h := head(key, kind)
	h.ExpiresAt = at.Unix()
	return h
}

func integer(n int64) *types.AttributeValueMemberN {
	return &types.AttributeValueMemberN{Value: strconv.FormatInt(n, 10)}
}
