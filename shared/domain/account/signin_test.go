package account_test

import (
	"testing"
	"time"

	"mesa/shared/domain/account"
)

func TestFailuresUseCurrentPolicy(t *testing.T) {
	noon := time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)
	failed := account.Failures{Count: 6, Last: noon}
	if wait := (account.Lockout{}).Wait(failed, noon); wait != time.Minute {
		t.Errorf("after 6 failures: %s", wait)
	}
	if wait := (account.Lockout{Failures: 10}).Wait(failed, noon); wait != 0 {
		t.Errorf("under a milder policy: %s", wait)
	}
	if wait := (account.Lockout{}).Wait(account.Failures{}, noon); wait != 0 {
		t.Errorf("without failures: locked for %s", wait)
	}
}
