package tabletest

import (
	"context"
	"io"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"mesa/shared/adapter/table"
)

// Lossy opens the table with a client that loses the response to the first call after the engine has executed it. So the SDK
// sends the call again. Lossy also returns a counter of the calls that were sent.
func (t Table) Lossy() (*table.Table, *int) {
	sent := new(int)
	config := t.Config.Copy()
	config.APIOptions = append(config.APIOptions, func(stack *middleware.Stack) error {
		return stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("lossy",
			func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
				out, metadata, err := next.HandleDeserialize(ctx, in)
				if *sent++; *sent == 1 && err == nil {
					err = &smithyhttp.RequestSendError{Err: io.ErrUnexpectedEOF}
				}
				return out, metadata, err
			}), middleware.Before)
	})
	return table.Open(config, t.Name, time.Hour), sent
}

// Contended opens the table with a client whose first calls fail as if a transaction were writing the same items. These calls are
// not sent to the engine, because a test cannot make an engine refuse a certain number of calls.
func (t Table) Contended(refused int) *table.Table {
	config := t.Config.Copy()
	config.APIOptions = append(config.APIOptions, func(stack *middleware.Stack) error {
		return stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("contended",
			func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
				if refused--; refused >= 0 {
					return middleware.DeserializeOutput{}, middleware.Metadata{}, conflict(ctx)
				}
				return next.HandleDeserialize(ctx, in)
			}), middleware.Before)
	})
	return table.Open(config, t.Name, time.Hour)
}

// conflict returns the error of a call on items that a transaction is writing.
func conflict(ctx context.Context) error {
	if middleware.GetOperationName(ctx) == "TransactWriteItems" {
		return &types.TransactionCanceledException{CancellationReasons: []types.CancellationReason{{Code: aws.String("TransactionConflict")}}}
	}
	return &types.TransactionConflictException{}
}
