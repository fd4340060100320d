// Package invocation provides the deadline and the identifier of the current invocation of a Lambda function.
package invocation

import (
	"context"
	"time"

	"github.com/aws/aws-lambda-go/lambdacontext"
)

// Reserve is the time between the end of the work and the function's timeout. It allows the function to record the result of
// work that was cancelled, to respond, and to write the log line.
const Reserve = 2 * time.Second

// WithWorkDeadline returns a context that ends Reserve before the function's timeout. If ctx has no deadline, as in tests, the
// context has none either.
func WithWorkDeadline(ctx context.Context) (context.Context, context.CancelFunc) {
	deadline, ok := ctx.Deadline()
	if !ok {
		return context.WithCancel(ctx)
	}
	return context.WithDeadline(ctx, deadline.Add(-Reserve))
}

// RequestID returns the identifier that Lambda assigned to the invocation, or "" outside of Lambda.
func RequestID(ctx context.Context) string {
	if invocation, ok := lambdacontext.FromContext(ctx); ok {
		return invocation.AwsRequestID
	}
	return ""
}
