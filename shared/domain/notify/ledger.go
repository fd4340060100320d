package notify

import (
	"context"
	"errors"
	"time"
)

// ErrClaimed reports that another invocation is sending the mail.
var ErrClaimed = errors.New("the mail is being sent")

// MailState is the state of a mail in the ledger.
type MailState string

// The states. A refused mail is not retried; it goes to the dead-letter queue, which alerts operators.
const (
	MailClaimed MailState = "claimed"
	MailSent    MailState = "sent"
	MailRefused MailState = "refused"
)

// Ledger stores the state of each mail, so that none is sent twice.
type Ledger interface {
	// Claim reserves a mail for the lease and returns MailClaimed, or its final state if it has one. ErrClaimed if another
	// invocation's lease has not expired.
	Claim(ctx context.Context, id string, at time.Time, lease time.Duration) (MailState, error)
	// Finish stores the final state of a claimed mail, with the mail service's identifier of it or the reason of the refusal.
	Finish(ctx context.Context, id string, state MailState, detail string, at time.Time) error
	// Release ends the claim of a mail, so that it can be retried.
	Release(ctx context.Context, id string) error
}
