package wiring

import (
	"slices"
	"testing"
	"time"

	"mesa/shared/adapter/indexstore"
	"mesa/shared/desk/mailing"
	"mesa/shared/edge/invocation"
)

// TestResultOfAMailIsRecordedInTime checks that send-mail can record a result after the work on a mail was cancelled.
func TestResultOfAMailIsRecordedInTime(t *testing.T) {
	if mailing.RecordTimeout >= invocation.Reserve {
		t.Errorf("recording takes up to %s, but the function ends after %s", mailing.RecordTimeout, invocation.Reserve)
	}
}

// TestRouteHasTimeForLargestTicket checks that route can write the postings of the largest ticket at the rate of a new table, and
// read its thread, in one invocation. Otherwise each retry would start again, and the ticket would block its shard of the stream.
func TestRouteHasTimeForLargestTicket(t *testing.T) {
	i := slices.IndexFunc(backgroundFunctions, func(f Background) bool { return f.Name == "route" })
	writing := time.Duration(indexstore.MaxPostingWrites) * time.Second / newTableWrites
	const others = 20 * time.Second
	if timeout := backgroundFunctions[i].Timeout; writing+others > timeout {
		t.Errorf("writing %d postings takes %s, but the timeout is %s", indexstore.MaxPostingWrites, writing, timeout)
	}
}
