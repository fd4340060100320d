package ticketacts

import (
	"time"

	"mesa/shared/domain/account"
	"mesa/shared/domain/limit"
	"mesa/shared/domain/settings"
)

// QuotaUse returns the use of a person's quota for an act (P10). The amount is 1, or a number of bytes for limit.Uploaded. The
// transaction that stores the act counts the use, so it takes no round of its own.
func QuotaUse(config settings.Settings, by account.Person, act limit.Act, amount int64, at time.Time) limit.QuotaUse {
	return limit.QuotaUse{Act: act, PersonID: by.ID, At: at, Amount: amount, Allowed: config.QuotaOf(by.Role).Allowed(act)}
}
