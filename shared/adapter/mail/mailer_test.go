package mail_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	netmail "net/mail"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
	"github.com/aws/smithy-go"

	"mesa/shared/adapter/mail"
	"mesa/shared/domain/locale"
	"mesa/shared/domain/notify"
)

// ses is an SES client that calls a function of a test, because a test cannot make the real SES fail.
type ses func(context.Context, *sesv2.SendEmailInput) (*sesv2.SendEmailOutput, error)

func (s ses) SendEmail(ctx context.Context, in *sesv2.SendEmailInput, _ ...func(*sesv2.Options)) (*sesv2.SendEmailOutput, error) {
	return s(ctx, in)
}

const desk = "mesa@inai.org.mx"

func noticeToMaria(kind notify.Kind) notify.Notice {
	n := notice(kind, locale.Spanish)
	n.ID, n.At, n.To.Email = "01JDABC.p1", time.Date(2026, 11, 24, 18, 0, 0, 0, time.UTC), "maria@example.mx"
	return n
}

func TestSendSetsTheHeaders(t *testing.T) {
	for kind, automatic := range map[notify.Kind]string{notify.Created: "auto-replied", notify.Resolved: "auto-generated"} {
		var got *sesv2.SendEmailInput
		m := mail.Mailer{From: desk, SES: ses(func(_ context.Context, in *sesv2.SendEmailInput) (*sesv2.SendEmailOutput, error) {
			got = in
			return &sesv2.SendEmailOutput{MessageId: aws.String("ses-1")}, nil
		})}
		id, err := m.Send(t.Context(), noticeToMaria(kind))
		if err != nil || id != "ses-1" {
			t.Fatal(id, err)
		}
		if aws.ToString(got.FromEmailAddress) != desk || got.Destination.ToAddresses[0] != "maria@example.mx" {
			t.Errorf("%+v", got)
		}
		sent, err := netmail.ReadMessage(bytes.NewReader(got.Content.Raw.Data))
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{
			"Message-Id": "<01JDABC.p1@inai.org.mx>", "Date": "Tue, 24 Nov 2026 18:00:00 +0000", "X-Ticket": "PNT003445",
			"Auto-Submitted": automatic, "To": `"Usuario Mesa" <maria@example.mx>`,
		}
		for name, value := range want {
			if got := sent.Header.Get(name); got != value {
				t.Errorf("%s: %s is %q, want %q", kind, name, got, value)
			}
		}
	}
}

func TestOnlyPermanentErrorsWrapErrRefused(t *testing.T) {
	const refused, retry = true, false
	for _, c := range []struct {
		cause   error
		refused bool
	}{
		{&types.MessageRejected{Message: aws.String("Message contains a virus.")}, refused},
		{&types.MessageRejected{Message: aws.String("Email address is not verified. The following identities failed the check in region US-EAST-1: mesa@inai.example")}, retry},
		{&types.MailFromDomainNotVerifiedException{}, retry},
		{&types.BadRequestException{}, refused},
		{&types.TooManyRequestsException{}, retry},
		{&types.LimitExceededException{}, retry},
		{&types.SendingPausedException{}, retry},
		{&types.AccountSuspendedException{}, retry},
		{&smithy.GenericAPIError{Code: "InternalFailure", Fault: smithy.FaultServer}, retry},
		{&smithy.GenericAPIError{Code: "AccessDeniedException", Fault: smithy.FaultClient}, retry},
		{context.DeadlineExceeded, retry},
		{io.ErrUnexpectedEOF, retry},
	} {
		m := mail.Mailer{From: desk, SES: ses(func(context.Context, *sesv2.SendEmailInput) (*sesv2.SendEmailOutput, error) {
			return nil, fmt.Errorf("operation error SESv2: SendEmail, %w", c.cause)
		})}
		_, err := m.Send(t.Context(), noticeToMaria(notify.Resolved))
		if errors.Is(err, notify.ErrRefused) != c.refused || !errors.Is(err, c.cause) {
			t.Errorf("%v: %v", c.cause, err)
		}
	}
	n := noticeToMaria(notify.Resolved)
	n.To.Email = "x\r\ny@z.mx"
	if _, err := (mail.Mailer{From: desk}).Send(t.Context(), n); !errors.Is(err, notify.ErrRefused) {
		t.Errorf("invalid address: %v", err)
	}
	n = noticeToMaria("from-a-newer-desk")
	if _, err := (mail.Mailer{From: desk}).Send(t.Context(), n); !errors.Is(err, mail.ErrInvalidNotice) || errors.Is(err, notify.ErrRefused) {
		t.Errorf("unknown kind: %v", err)
	}
}
