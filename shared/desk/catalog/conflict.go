package catalog

import (
	"mesa/shared/api"
	"mesa/shared/domain/fault"
)

// editConflict reports that the stored state is not the version that was read. It contains the stored state, to show the person
// what has changed.
type editConflict struct{ current any }

func (e *editConflict) Error() string { return "the stored state is not the version that was read" }

// Unwrap returns the fault.
func (e *editConflict) Unwrap() error { return fault.New(fault.Edited) }

// Explain adds the stored state to the problem document.
func (e *editConflict) Explain(problem *api.Problem) { problem.Current = e.current }

// checkVersion returns a conflict with the stored state if its version is not the version that was read. Version 0 means that
// nothing was stored.
func checkVersion[T any](read *int64, stored int64, current func() T) error {
	if api.Given(read) == stored {
		return nil
	}
	if stored == 0 {
		return fault.New(fault.Edited)
	}
	return &editConflict{current()}
}
