package invocation_test

import (
	"context"
	"testing"
	"time"

	"mesa/shared/edge/invocation"
)

func TestWorkEndsBeforeTheTimeout(t *testing.T) {
	timeout := time.Now().Add(10 * time.Second)
	ctx, cancel := context.WithDeadline(t.Context(), timeout)
	defer cancel()
	working, stop := invocation.WithWorkDeadline(ctx)
	defer stop()
	if deadline, _ := working.Deadline(); !deadline.Equal(timeout.Add(-invocation.Reserve)) {
		t.Errorf("the work ends %s before the timeout", timeout.Sub(deadline))
	}
}

func TestNoDeadlineWithoutTimeout(t *testing.T) {
	working, stop := invocation.WithWorkDeadline(t.Context())
	defer stop()
	if deadline, ok := working.Deadline(); ok {
		t.Errorf("deadline: %s", deadline)
	}
}
