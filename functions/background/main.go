// Command background runs one of the functions that the stream, the mail queue or a schedule invokes. The environment variable
// OPERATION selects the function.
package main

import (
	"github.com/aws/aws-sdk-go-v2/service/sesv2"

	"mesa/shared/adapter/mail"
	"mesa/shared/adapter/mailqueue"
	"mesa/shared/platform/config"
	"mesa/shared/wiring"
)

func main() {
	wiring.Run(wiring.BackgroundArtifact, func(p *wiring.Parts) {
		if p.MailQueueURL != "" {
			p.MailQueue = mailqueue.Open(config.AWS(), p.MailQueueURL)
		}
		p.Mailer = mail.Mailer{SES: sesv2.NewFromConfig(config.AWS()), From: p.MailFrom}
	})
}
