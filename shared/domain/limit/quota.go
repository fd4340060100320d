package limit

import (
	"time"

	"mesa/shared/domain/fault"
)

// QuotaUse is what an act adds to a person's total of the window that contains At. The act is stored only if the new total is
// within the quota, and counted only if it is stored (P10).
type QuotaUse struct {
	Act      Act
	PersonID string
	At       time.Time
	Amount   int64
	// Allowed is the quota: the maximum total of the window.
	Allowed int64
}

// Exceeded returns fault.Quota with the time until the next window.
func (u QuotaUse) Exceeded() error { return fault.WithRetryAfter(fault.Quota, u.Act.TimeLeft(u.At)) }
