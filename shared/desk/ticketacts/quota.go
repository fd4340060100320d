package ticketacts

import (
	"context"
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/fault"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
)

// Limits counts what a person writes.
type Limits interface {
	// Add counts an amount of an act and returns the total in the current window, including this amount.
	Add(ctx context.Context, act limit.Act, source string, at time.Time, amount int64) (int64, error)
}

// CheckQuota returns fault.Quota if a person's total of an act exceeds the settings (P10). The use case counts the act while it
// reads, so it takes no round of its own.
func CheckQuota(config settings.Settings, by account.Person, act limit.Act, total int64, at time.Time) error {
	if total <= config.QuotaOf(by.Role).Allowed(act) {
		return nil
	}
	return fault.WithRetryAfter(fault.Quota, act.TimeLeft(at))
}
