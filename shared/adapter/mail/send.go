package mail

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
)

// What became of a mail that wasn't sent. Every error of Send wraps one.
var (
	// ErrRetry is a failure that may pass: throttling, a fault of the service,
	// no answer in time, no right to send. Try again later.
	ErrRetry = errors.New("mail not sent, try again")
	// ErrPermanent is a refusal of this mail: its address, its content, or a
	// sender that isn't verified. Trying again would be refused again.
	ErrPermanent = errors.New("mail refused")
)

// SES is what Sender needs of sesv2.Client.
type SES interface {
	SendEmail(context.Context, *sesv2.SendEmailInput, ...func(*sesv2.Options)) (*sesv2.SendEmailOutput, error)
}

// Sender hands mails to SES.
type Sender struct {
	SES SES
	// Timeout bounds one try; 0 means 10 s.
	Timeout time.Duration
}

// Send hands one mail, made by Build, to SES for one recipient and returns
// SES's id of it. It tries once: the queue tries again, as the SDK doing so
// after an answer was lost would mail twice without the ledger knowing. Errors
// wrap ErrRetry or ErrPermanent.
func (s Sender) Send(ctx context.Context, from, to string, raw []byte) (string, error) {
	for _, a := range []string{from, to} {
		if _, err := address(Address{Email: a}); err != nil {
			return "", fmt.Errorf("%w: %w", ErrPermanent, err)
		}
	}
	timeout := s.Timeout
	if timeout <= 0 {
		timeout = 10 * time.Second
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	input := &sesv2.SendEmailInput{
		FromEmailAddress: aws.String(from),
		Destination:      &types.Destination{ToAddresses: []string{to}},
		Content:          &types.EmailContent{Raw: &types.RawMessage{Data: raw}},
	}
	sent, err := s.SES.SendEmail(ctx, input, func(o *sesv2.Options) { o.Retryer = aws.NopRetryer{} })
	if err != nil {
		return "", fmt.Errorf("%w: %w", class(err), err)
	}
	return aws.ToString(sent.MessageId), nil
}

// class tells refusals of the mail from failures that pass. What isn't known
// to be a refusal is tried again and ends in the dead-letter queue, where
// somebody sees it.
func class(err error) error {
	var (
		rejected   *types.MessageRejected
		unverified *types.MailFromDomainNotVerifiedException
		bad        *types.BadRequestException
	)
	if errors.As(err, &rejected) || errors.As(err, &unverified) || errors.As(err, &bad) {
		return ErrPermanent
	}
	return ErrRetry
}
