package notify

import (
	"context"
	"errors"
	"time"
)

// ErrClaimed reports that another invocation is already sending the mail.
var ErrClaimed = errors.New("the mail is being sent")

// MailState is the state of a mail in the ledger.
type MailState string

// The states. A refused mail is not sent again. The mail queue moves it to the dead-letter queue, which has a CloudWatch alarm
// (M3).
const (
	MailClaimed MailState = "claimed"
	MailSent    MailState = "sent"
	MailRefused MailState = "refused"
	// MailCollected is the final state of a mail whose content another mail contains.
	MailCollected MailState = "collected"
)

// Ledger stores the state of each mail, so that no mail is sent twice.
type Ledger interface {
	// Claim reserves a mail for the duration of the lease and returns MailClaimed. If the mail already has a final state, it
	// returns that state. It returns ErrClaimed if the lease of another invocation has not expired.
	Claim(ctx context.Context, id string, at time.Time, lease time.Duration) (MailState, error)
	// Finish stores the final state of a claimed mail. detail is the identifier that the mail service assigned, or the reason
	// of the refusal.
	Finish(ctx context.Context, id string, state MailState, detail string, at time.Time) error
	// Release ends the claim of a mail, so that it can be retried.
	Release(ctx context.Context, id string) error
}
