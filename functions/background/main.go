// Command background runs the functions that the stream, the mail queue and schedules start. OPERATION names the one that a
// function serves.
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
