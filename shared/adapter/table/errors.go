package table

import (
	"errors"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"mesa/shared/domain/fault"
)

// ErrMissing is the error of reading an item that does not exist. It is a fault.NotFound.
var ErrMissing = fault.Because(fault.NotFound, errors.New("no such item"))

// ErrConflict is the error of a write whose condition is not met: the item exists, or has changed since it was read.
var ErrConflict = errors.New("the item has changed or exists")

// ConflictAs translates an ErrConflict into an error of the domain, which is also err. It returns any other err as it is.
func ConflictAs(domain, err error) error {
	if errors.Is(err, ErrConflict) {
		return fmt.Errorf("%w: %w", domain, err)
	}
	return err
}

// FailedConditions is the error of a transaction in which conditions were not met.
type FailedConditions struct {
	// Positions are those of the writes whose condition was not met, counted from 0.
	Positions []int
}

func (f *FailedConditions) Error() string {
	return fmt.Sprintf("the conditions of the writes %v are not met", f.Positions)
}

// Is makes FailedConditions an ErrConflict.
func (f *FailedConditions) Is(target error) bool { return target == ErrConflict }

// At reports whether the condition of the write at a position was not met.
func (f *FailedConditions) At(position int) bool { return slices.Contains(f.Positions, position) }

// ConflictingItem returns the stored item that did not meet the condition of Write, Update or Replace: nil when it does not
// exist. It returns false for any other error.
func ConflictingItem(err error) (Item, bool) {
	failed, ok := errors.AsType[*types.ConditionalCheckFailedException](err)
	if !ok {
		return nil, false
	}
	return failed.Item, true
}

// IsTransactionConflict reports whether a transaction failed because another one was writing the same items: trying again may
// succeed.
func IsTransactionConflict(err error) bool {
	cancelled, ok := errors.AsType[*types.TransactionCanceledException](err)
	return ok && slices.ContainsFunc(cancelled.CancellationReasons, func(reason types.CancellationReason) bool {
		return aws.ToString(reason.Code) == "TransactionConflict"
	})
}

// failure translates an error of the SDK. What is not a conflict is fault.Unavailable: trying again may succeed.
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
	return fault.Because(fault.Unavailable, fmt.Errorf("%s %s: %w", action, key, err))
}
