// Command notify follows the table's stream: it queues a mail for everyone whom an entry concerns (D1, D3–D6).
package main

import (
	"github.com/aws/aws-lambda-go/lambda"

	"mesa/shared/config"
	"mesa/shared/desk/background"
	"mesa/shared/eventapi"
	"mesa/shared/mailqueue"
	"mesa/shared/store"
)

func main() {
	reach := config.AWS()
	table := store.Open(reach, config.Must("TABLE_NAME"))
	notify := background.Notify{
		Desk: table, Tickets: table, People: table, Queue: mailqueue.Open(reach, config.Must("MAIL_QUEUE_URL")),
	}
	lambda.Start(eventapi.Stream("notify", store.ReadImage, notify.Handle))
}
