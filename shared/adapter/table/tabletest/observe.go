package tabletest

import (
	"context"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/smithy-go/middleware"
)

// Call is one action on an item or a partition, as an IAM policy authorizes it. Each write of a transaction is one call, and a
// batch is one call per key.
type Call struct {
	// Action is the name of the action in a policy, such as "dynamodb:Query".
	Action string
	// Index is the index that a query reads, or "" for the table.
	Index string
	// Key is the partition key.
	Key string
	// Attributes are the names of the attributes that an update names, sorted.
	Attributes []string
}

// Observer is called before each call. If it returns an error, the call fails with this error.
type Observer func(Call) error

type observerKey struct{}

// WithObserver returns a context with an observer for the calls to a test's table.
func WithObserver(ctx context.Context, observe Observer) context.Context {
	return context.WithValue(ctx, observerKey{}, observe)
}

// observed returns a configuration whose clients call the observer in the context.
func observed(config aws.Config) aws.Config {
	config = config.Copy()
	config.APIOptions = append(config.APIOptions, func(stack *middleware.Stack) error {
		return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("observe",
			func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				if observe, ok := ctx.Value(observerKey{}).(Observer); ok {
					for _, call := range callsOf(in.Parameters) {
						if err := observe(call); err != nil {
							return middleware.InitializeOutput{}, middleware.Metadata{}, err
						}
					}
				}
				return next.HandleInitialize(ctx, in)
			}), middleware.Before)
	})
	return config
}

type attributes = map[string]types.AttributeValue

func keyOf(item attributes) string {
	if key, ok := item["pk"].(*types.AttributeValueMemberS); ok {
		return key.Value
	}
	return ""
}

// updateOf returns the call of an update. All of its expressions name attributes by placeholders.
func updateOf(key attributes, names map[string]string) Call {
	named := slices.AppendSeq(slices.Collect(maps.Keys(key)), maps.Values(names))
	slices.Sort(named)
	return Call{Action: "dynamodb:UpdateItem", Key: keyOf(key), Attributes: slices.Compact(named)}
}

// callsOf returns the calls that a request to DynamoDB needs permission for.
func callsOf(request any) []Call {
	callOn := func(action string, key attributes) Call { return Call{Action: "dynamodb:" + action, Key: keyOf(key)} }
	switch in := request.(type) {
	case *dynamodb.GetItemInput:
		return []Call{callOn("GetItem", in.Key)}
	case *dynamodb.PutItemInput:
		return []Call{callOn("PutItem", in.Item)}
	case *dynamodb.UpdateItemInput:
		return []Call{updateOf(in.Key, in.ExpressionAttributeNames)}
	case *dynamodb.DeleteItemInput:
		return []Call{callOn("DeleteItem", in.Key)}
	case *dynamodb.QueryInput:
		return []Call{{Action: "dynamodb:Query", Index: aws.ToString(in.IndexName), Key: queriedKey(in)}}
	case *dynamodb.BatchGetItemInput:
		return batchGets(in, callOn)
	case *dynamodb.BatchWriteItemInput:
		return batchWrites(in, callOn)
	case *dynamodb.TransactWriteItemsInput:
		return transactionParts(in, callOn)
	}
	return nil
}

func batchGets(in *dynamodb.BatchGetItemInput, callOn func(string, attributes) Call) []Call {
	var calls []Call
	for _, requested := range in.RequestItems {
		for _, key := range requested.Keys {
			calls = append(calls, callOn("BatchGetItem", key))
		}
	}
	return calls
}

func batchWrites(in *dynamodb.BatchWriteItemInput, callOn func(string, attributes) Call) []Call {
	var calls []Call
	for _, writes := range in.RequestItems {
		for _, write := range writes {
			if write.PutRequest != nil {
				calls = append(calls, callOn("BatchWriteItem", write.PutRequest.Item))
			}
			if write.DeleteRequest != nil {
				calls = append(calls, callOn("BatchWriteItem", write.DeleteRequest.Key))
			}
		}
	}
	return calls
}

func transactionParts(in *dynamodb.TransactWriteItemsInput, callOn func(string, attributes) Call) []Call {
	var calls []Call
	for _, part := range in.TransactItems {
		switch {
		case part.Put != nil:
			calls = append(calls, callOn("PutItem", part.Put.Item))
		case part.Update != nil:
			calls = append(calls, updateOf(part.Update.Key, part.Update.ExpressionAttributeNames))
		case part.Delete != nil:
			calls = append(calls, callOn("DeleteItem", part.Delete.Key))
		case part.ConditionCheck != nil:
			calls = append(calls, callOn("ConditionCheckItem", part.ConditionCheck.Key))
		}
	}
	return calls
}

// equality matches the condition on the partition key. Every key condition contains it, and DynamoDB accepts only "=" there.
var equality = regexp.MustCompile(`([#\w]+)\s*=\s*(:\w+)`)

func queriedKey(in *dynamodb.QueryInput) string {
	found := equality.FindStringSubmatch(strings.ReplaceAll(aws.ToString(in.KeyConditionExpression), "(", " "))
	if found == nil {
		return ""
	}
	if value, ok := in.ExpressionAttributeValues[found[2]].(*types.AttributeValueMemberS); ok {
		return value.Value
	}
	return ""
}
