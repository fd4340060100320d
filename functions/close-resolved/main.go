// Command close-resolved closes what was resolved long enough ago, started by the clock (D6).
package main

import (
	"github.com/aws/aws-lambda-go/lambda"

	"mesa/shared/adapter/store"
	"mesa/shared/desk/background"
	"mesa/shared/edge/eventapi"
	"mesa/shared/platform/config"
)

func main() {
	table := store.Open(config.AWS(), config.Must("TABLE_NAME"))
	watch := background.Watch{Desk: table, Alarms: table, Acts: table}.CloseResolved()
	lambda.Start(eventapi.Schedule("close-resolved", watch.Handle))
}
