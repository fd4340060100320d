package account_test

import (
	"testing"
	"time"

	"mesa/shared/domain/account"
)

func TestFailuresUseCurrentPolicy(t *testing.T) {
	noon := time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)
	failed := account.Failures{Count: 6, Last: noon}
	if wait := failed.Wait(account.Lockout{}, noon); wait != time.Minute {
		t.Errorf("after 6 failures: %s", wait)
	}
	if wait := failed.Wait(account.Lockout{Failures: 10}, noon); wait != 0 {
		t.Errorf("under a milder policy: %s", wait)
	}
	if wait := (account.Failures{}).Wait(account.Lockout{}, noon); wait != 0 {
		t.Errorf("without failures: locked for %s", wait)
	}
}
