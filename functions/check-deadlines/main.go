// Command check-deadlines warns of deadlines and tells that they have passed, started by the clock (D3).
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
	watch := background.Watch{Desk: table, Alarms: table, Acts: table}.CheckDeadlines()
	lambda.Start(eventapi.Schedule("check-deadlines", watch.Handle))
}
