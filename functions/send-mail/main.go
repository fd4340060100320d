// Command send-mail takes mails off the queue and hands each to SES once (D4, D5).
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
		Desk: table, Entries: table, Ledger: table, Sender: mail.Sender{SES: sesv2.NewFromConfig(reach)},
		From: config.Must("MAIL_FROM"), SiteURL: config.Must("SITE_URL"),
	}
	lambda.Start(eventapi.Queue("send-mail", send.Handle))
}
