package limitstore

import (
	"context"

	"mesa/shared/adapter/table"
	"mesa/shared/domain/limit"
)

// QuotaWrite returns the write that counts a use of a quota. It fails if the new total exceeds the quota. It must be part of
// the transaction that stores the act, so that an act that is refused, or stored already, is not counted.
func QuotaWrite(use limit.QuotaUse) table.Write {
	maxUsed := use.Allowed - use.Amount
	within := table.AtMost("used", maxUsed)
	if maxUsed >= 0 {
		within = within.Or(table.Lacks("used"))
	}
	return addWrite(use.Act, use.PersonID, use.At, use.Amount).If(within)
}

// CheckQuota returns fault.Quota if a use exceeds the quota. It counts nothing, and only avoids work for an act that the
// transaction with QuotaWrite would refuse.
func (s *Store) CheckQuota(ctx context.Context, use limit.QuotaUse) error {
	stored, err := table.FindAs[counter](ctx, s.table, table.LimitKey(use.Act, use.PersonID, use.Act.WindowStart(use.At)), table.Eventual)
	if err == nil && stored.Used+use.Amount > use.Allowed {
		return use.Exceeded()
	}
	return err
}
