// Command send-mail sends the mails of the queue through SES, each once (D4, D5).
package main

import (
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"

	"mesa/shared/adapter/mail"
	"mesa/shared/adapter/store"
	"mesa/shared/desk/mailing"
	"mesa/shared/edge/eventapi"
	"mesa/shared/platform/config"
)

func main() {
	reach := config.AWS()
	table := store.Open(reach, config.Must("TABLE_NAME"))
	send := mailing.SendMail{
		Desk: table, Entries: table, Ledger: table, SiteURL: config.Must("SITE_URL"),
		Mailer: mail.Mailer{SES: sesv2.NewFromConfig(reach), From: config.Must("MAIL_FROM")},
	}
	lambda.Start(eventapi.Queue("send-mail", send.Handle))
}
