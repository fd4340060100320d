// Package mail renders notices as e-mails in the recipient's language and sends them through SES. Only the background artifact,
// which contains send-mail, links this package: its libraries would make the other artifacts large (ADR 21).
package mail

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"mesa/shared/domain/notify"
)

// SES lists the methods of sesv2.Client that Mailer calls.
type SES interface {
	SendEmail(context.Context, *sesv2.SendEmailInput, ...func(*sesv2.Options)) (*sesv2.SendEmailOutput, error)
}

// Mailer sends notices through SES.
type Mailer struct {
	SES SES
	// From is the e-mail address of the desk.
	From string
}

// Send renders a notice and sends it. It returns SES's identifier of the mail. Errors wrap notify.ErrRefused if a retry would
// fail too.
func (m Mailer) Send(ctx context.Context, n notify.Notice) (string, error) {
	content, err := Render(n)
	if err != nil {
		return "", fmt.Errorf("render %s: %w", n.ID, err)
	}
	raw, err := Build(content, Envelope{
		ID: n.ID, Ticket: n.Ticket.Number, Date: n.At, AutoReply: n.Kind == notify.Created,
		From: Address{Name: n.Institution.Name, Email: m.From}, To: Address{Name: n.To.Name, Email: n.To.Email},
	})
	if err != nil {
		return "", err
	}
	return m.send(ctx, n.To.Email, raw)
}

// send makes one attempt. The SDK must not retry, because each attempt must be claimed in the ledger first. The queue retries
// instead.
func (m Mailer) send(ctx context.Context, to string, raw []byte) (string, error) {
	input := &sesv2.SendEmailInput{
		FromEmailAddress: aws.String(m.From),
		Destination:      &types.Destination{ToAddresses: []string{to}},
		Content:          &types.EmailContent{Raw: &types.RawMessage{Data: raw}},
	}
	sent, err := m.SES.SendEmail(ctx, input, func(o *sesv2.Options) { o.Retryer = aws.NopRetryer{} })
	if refused(err) {
		return "", fmt.Errorf("%w: %w", notify.ErrRefused, err)
	}
	if err != nil {
		return "", fmt.Errorf("send mail: %w", err)
	}
	return aws.ToString(sent.MessageId), nil
}

// refused reports whether SES refused the address or the content of this mail, so that a retry would fail too. Any other error
// may be temporary, such as an unverified sender, the sandbox or a paused account. If the error is permanent after all, the
// mail ends in the dead-letter queue, which has a CloudWatch alarm; a redrive sends it.
func refused(err error) bool {
	if _, invalid := errors.AsType[*types.BadRequestException](err); invalid {
		return true
	}
	rejected, ok := errors.AsType[*types.MessageRejected](err)
	// Only the text of the error shows that an identity is not verified: "Email address is not verified. The following
	// identities failed the check in region …"
	return ok && !strings.Contains(rejected.ErrorMessage(), "not verified")
}
