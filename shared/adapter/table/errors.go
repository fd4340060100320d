package table

import (
	"errors"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/fault"
)

// ErrMissing reports that an item to read does not exist. It is a fault.NotFound.
var ErrMissing = fault.WithCause(fault.NotFound, errors.New("no such item"))

// ErrConflict reports that the condition of a write is not met, for example because the item exists or has changed since it was
// read.
var ErrConflict = errors.New("the item has changed or exists")

// ConflictAs returns an error that wraps both domain and err if err is an ErrConflict. Otherwise it returns err unchanged.
func ConflictAs(domain, err error) error {
	if errors.Is(err, ErrConflict) {
		return fmt.Errorf("%w: %w", domain, err)
	}
	return err
}

// FailedConditions is the error of a transaction with writes whose conditions were not met.
type FailedConditions struct {
	// Positions holds the positions of these writes in the transaction, starting at 0.
	Positions []int
}

func (f *FailedConditions) Error() string {
	return fmt.Sprintf("the conditions of the writes %v are not met", f.Positions)
}

// Is makes a FailedConditions match ErrConflict.
func (f *FailedConditions) Is(target error) bool { return target == ErrConflict }

// At reports whether the condition of the write at a position was not met.
func (f *FailedConditions) At(position int) bool { return slices.Contains(f.Positions, position) }

// ConflictingItem returns the stored item that did not meet the condition of a Write or an Update, or nil if the item does not
// exist. It returns false for any other error.
func ConflictingItem(err error) (Item, bool) {
	failed, ok := errors.AsType[*types.ConditionalCheckFailedException](err)
	if !ok {
		return nil, false
	}
	return failed.Item, true
}

// IsTransactionConflict reports whether a transaction failed because another write to the same items was in progress. A retry
// may succeed.
func IsTransactionConflict(err error) bool {
	cancelled, ok := errors.AsType[*types.TransactionCanceledException](err)
	return ok && slices.ContainsFunc(cancelled.CancellationReasons, func(reason types.CancellationReason) bool {
		return aws.ToString(reason.Code) == "TransactionConflict"
	})
}

// failure converts an error of the SDK: to ErrConflict if the condition of a write is not met, to a *FailedConditions if
// conditions of a transaction are not met, otherwise to fault.Unavailable.
func failure(action string, key Key, err error) error {
	if _, ok := errors.AsType[*types.ConditionalCheckFailedException](err); ok {
		return fmt.Errorf("%s %s: %w: %w", action, key, ErrConflict, err)
	}
	if cancelled, ok := errors.AsType[*types.TransactionCanceledException](err); ok {
		var failed []int
		for i, reason := range cancelled.CancellationReasons {
			if aws.ToString(reason.Code) == "ConditionalCheckFailed" {
				failed = append(failed, i)
			}
		}
		if len(failed) > 0 {
			return &FailedConditions{Positions: failed}
		}
	}
	return fault.WithCause(fault.Unavailable, fmt.Errorf("%s %s: %w", action, key, err))
}
