package table

import (
	"errors"
	"math/rand/v2"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

const (
	// maxAttempts is the maximum number of times that a call is sent.
	maxAttempts = 5
	// maxConflictPause is the maximum pause before the second attempt after a conflict. The maximum doubles with each attempt.
	maxConflictPause = 30 * time.Millisecond
)

// newRetryer returns the SDK's retryer. In addition to what the SDK retries, it retries calls that conflict with a transaction on
// the same items. Such a call had no effect, and the transaction ends within milliseconds.
func newRetryer() aws.Retryer {
	backoff := retry.NewExponentialJitterBackoff(retry.DefaultMaxBackoff)
	return retry.NewStandard(func(o *retry.StandardOptions) {
		o.MaxAttempts = maxAttempts
		o.Retryables = append([]retry.IsErrorRetryable{retry.IsErrorRetryableFunc(func(err error) aws.Ternary {
			if isConflict(err) {
				return aws.TrueTernary
			}
			return aws.UnknownTernary
		})}, o.Retryables...)
		o.Backoff = retry.BackoffDelayerFunc(func(attempt int, err error) (time.Duration, error) {
			if isConflict(err) {
				return rand.N(maxConflictPause << (attempt - 1)), nil //nolint:gosec // a pause need not be unpredictable
			}
			return backoff.BackoffDelay(attempt, err)
		})
	})
}

// isConflict reports whether a call failed because a transaction was writing the same items.
func isConflict(err error) bool {
	_, ok := errors.AsType[*types.TransactionConflictException](err)
	return ok || IsTransactionConflict(err)
}
