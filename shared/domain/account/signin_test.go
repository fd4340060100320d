package account_test

import (
	"testing"
	"time"

	"mesa/shared/domain/account"
)

func TestFailuresUseCurrentPolicy(t *testing.T) {
	noon := time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC)
	failed := account.Failures{}
	policy := account.Lockout{}
	for range 6 {
		failed = failed.AfterFailure(policy, noon)
	}
	if failed.Count != 6 || failed.Wait(policy, noon) != time.Minute {
		t.Errorf("%+v, %s", failed, failed.Wait(policy, noon))
	}
	if wait := failed.Wait(account.Lockout{Failures: 10}, noon); wait != 0 {
		t.Errorf("under a milder policy: %s", wait)
	}
	if later := failed.AfterFailure(policy, noon.Add(25*time.Hour)); later.Count != 1 {
		t.Errorf("after a day: %+v", later)
	}
	if wait := (account.Failures{}).Wait(policy, noon); wait != 0 {
		t.Errorf("without failures: locked for %s", wait)
	}
}
