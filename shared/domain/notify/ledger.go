package notify

import (
	"context"
	"errors"
	"time"
)

// ErrClaimed reports that another function is sending the mail right now.
var ErrClaimed = errors.New("the mail is being sent")

// MailState is what the ledger says of a mail.
type MailState string

// The states. A mail that was refused is not tried again; it goes to the dead-letter queue, where somebody is told.
const (
	MailClaimed MailState = "claimed"
	MailSent    MailState = "sent"
	MailRefused MailState = "refused"
)

// Ledger keeps what became of each mail, so that none is sent twice.
type Ledger interface {
	// Claim takes a mail to send it within the lease, and returns MailClaimed; or what has become of it already.
	// ErrClaimed while another's lease runs.
	Claim(ctx context.Context, id string, at time.Time, lease time.Duration) (MailState, error)
	// Settle notes what became of a claimed mail, and the mail service's name of it or its refusal.
	Settle(ctx context.Context, id string, state MailState, detail string, at time.Time) error
	// Release gives a claimed mail back, to be tried again.
	Release(ctx context.Context, id string) error
}
