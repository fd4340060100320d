// Command notify follows the table's stream: it queues a mail for everyone whom an entry concerns (D1, D3–D6).
package main

import (
	"github.com/aws/aws-lambda-go/lambda"

	"mesa/shared/adapter/mailqueue"
	"mesa/shared/adapter/store"
	"mesa/shared/desk/background"
	"mesa/shared/edge/eventapi"
	"mesa/shared/platform/config"
)

func main() {
	reach := config.AWS()
	table := store.Open(reach, config.Must("TABLE_NAME"))
	notify := background.Notify{
		Desk: table, Tickets: table, People: table, Queue: mailqueue.Open(reach, config.Must("MAIL_QUEUE_URL")),
	}
	lambda.Start(eventapi.Stream("notify", store.ReadImage, notify.Handle))
}
