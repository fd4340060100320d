package wiring

import (
	"testing"

	"mesa/shared/desk/mailing"
	"mesa/shared/edge/invocation"
)

// TestResultOfAMailIsRecordedInTime checks that send-mail can record a result after the work on a mail was cancelled.
func TestResultOfAMailIsRecordedInTime(t *testing.T) {
	if mailing.RecordTimeout >= invocation.Reserve {
		t.Errorf("recording takes up to %s, but the function ends after %s", mailing.RecordTimeout, invocation.Reserve)
	}
}
